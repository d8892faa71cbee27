import Diagnostics

extension Renderer {
  mutating func writeCode(_ index: Int) {
    writer.write("<code>")
    write(parsed.text.restored(tree.text(of: index), keepsEscapes: true), as: .code)
    writer.write("</code>")
  }

  /// Writes a code block, and with it the one beside it where both say `compare`.
  mutating func writeCodeBlock(_ index: Int) -> Int {
    let info = fenceInfo(of: index)
    report(info.problems, of: index)
    guard info.isCompared else {
      writeCodeBlock(index, info: info)
      return tree.nodes[index].end
    }
    let next = tree.nodes[index].end
    let parentEnd = ancestor(0).map { tree.nodes[$0].end } ?? tree.nodes[0].end
    let neighbour = next < parentEnd && tree.nodes[next].kind == .codeBlock ? fenceInfo(of: next) : nil
    guard let neighbour, neighbour.isCompared else {
      diagnostics.append(.loneCompare(at: location(ofFence: index)))
      writeCodeBlock(index, info: info)
      return next
    }
    report(neighbour.problems, of: next)
    writer.startLine()
    writer.write("<div class=\"compare\">\n")
    writeCodeBlock(index, info: info)
    writeCodeBlock(next, info: neighbour)
    writer.write("</div>\n")
    return tree.nodes[next].end
  }

  private func fenceInfo(of index: Int) -> FenceInfo {
    FenceInfo(
      parsed.text.restored(tree.title(of: index), keepsEscapes: false),
      readsAttributes: options.extensions.contains(.fenceAttributes))
  }

  private mutating func writeCodeBlock(_ index: Int, info: FenceInfo) {
    report(opaqueReferencesIn: tree.title(of: index))
    writer.startLine()
    if let title = info.title {
      writer.write("<figure class=\"code\">\n<figcaption>")
      write(title, as: .text)
      writer.write("</figcaption>\n")
    }
    writer.write("<pre")
    if let labels = options.scrollLabels { writeScrolling(labels.code) }
    writer.write("><code")
    if !info.language.isEmpty {
      writer.write(" class=\"language-")
      write(info.language, as: .attribute)
      writer.write("\"")
    }
    writer.write(">")
    let code = parsed.text.restored(tree.text(of: index), keepsEscapes: true)
    if info.markedLines.isEmpty {
      write(code, as: .code)
    } else {
      writeLines(of: code, marked: info.markedLines)
    }
    writer.write("</code></pre>\n")
    if info.title != nil { writer.write("</figure>\n") }
  }

  private mutating func writeLines(of code: ArraySlice<UInt8>, marked: [ClosedRange<Int>]) {
    var rest = code
    var number = 1
    while !rest.isEmpty {
      let line = rest.prefix { $0 != UInt8(ascii: "\n") }
      let isMarked = marked.contains { $0.contains(number) }
      if isMarked { writer.write("<mark>") }
      write(line, as: .code)
      if isMarked { writer.write("</mark>") }
      rest = rest[line.endIndex...]
      if !rest.isEmpty { writer.write("\n") }
      rest = rest.dropFirst()
      number += 1
    }
  }
}

extension Renderer {
  private mutating func report(_ problems: [FenceInfo.Problem], of index: Int) {
    for problem in problems {
      switch problem {
      case .openTitle(let text):
        diagnostics.append(.openFenceTitle(at: location(of: text, inFence: index)))
      case .malformedLines(let text):
        diagnostics.append(.malformedLines(text, at: location(of: text, inFence: index)))
      case .unknownWord(let text):
        let word = String(decoding: text.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self)
        guard let near = NearMiss.of(word, among: FenceInfo.words) else { continue }
        diagnostics.append(.unknownFenceWord(word, near: near, at: location(of: text, inFence: index)))
      }
    }
  }

  /// The line that opens a fence.
  private mutating func location(ofFence index: Int) -> SourceLocation {
    let start = parsed.offset(of: tree.nodes[index])
    return location(ofMarked: start..<parsed.text.bytes.endOfLine(from: start))
  }

  /// The place of a part of a fence's info string, found on the line that opens it.
  private mutating func location(of text: ArraySlice<UInt8>, inFence index: Int) -> SourceLocation {
    let start = parsed.offset(of: tree.nodes[index])
    let line = parsed.text.bytes[start..<parsed.text.bytes.endOfLine(from: start)]
    let found = line.indices.first { line[$0...].starts(with: text) }
    return found.map { location(ofMarked: $0..<$0 + text.count) } ?? location(ofFence: index)
  }
}
