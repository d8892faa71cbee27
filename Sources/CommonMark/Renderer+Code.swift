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
      if !hasSlots(info.language) {
        let name = String(decoding: info.language, as: UTF8.self)
        output.codeLanguages.append(Located(name, at: location(of: info.language, inFence: index)))
      }
      writer.write(" class=\"language-")
      write(info.language, as: .attribute)
      writer.write("\"")
    }
    writer.write(">")
    writeLines(of: parsed.text.restored(tree.text(of: index), keepsEscapes: true), info: info)
    writer.write("</code></pre>\n")
    if info.title != nil { writer.write("</figure>\n") }
  }

  /// Writes the lines of a block, each with its spans; a marked one as a whole in `<mark>`.
  private mutating func writeLines(of code: ArraySlice<UInt8>, info: FenceInfo) {
    var spans = spans(of: code, language: info.language)[...]
    var place = code.startIndex
    var number = 1
    while place < code.endIndex {
      let end = code[place...].firstIndex(of: UInt8(ascii: "\n")) ?? code.endIndex
      let isMarked = info.markedLines.contains { $0.contains(number) }
      if isMarked { writer.write("<mark>") }
      writeLine(code[place..<end], of: code, spans: &spans)
      if isMarked { writer.write("</mark>") }
      if end < code.endIndex { writer.write("\n") }
      place = end + 1
      number += 1
    }
  }

  /// Writes a line and takes its spans off the list.
  private mutating func writeLine(
    _ line: ArraySlice<UInt8>, of code: ArraySlice<UInt8>, spans: inout ArraySlice<CodeSpan>
  ) {
    var place = line.startIndex
    while let span = spans.first, code.startIndex + span.range.lowerBound < line.endIndex {
      let start = code.startIndex + span.range.lowerBound
      let end = code.startIndex + span.range.upperBound
      precondition(place <= start && end <= line.endIndex, "Spans are in order, each within its line")
      write(line[place..<start], as: .code)
      writer.write("<span class=\"")
      writer.writeEscaped(span.className.utf8)
      writer.write("\">")
      write(line[start..<end], as: .code)
      writer.write("</span>")
      place = end
      spans.removeFirst()
    }
    write(line[place...], as: .code)
  }

  /// The spans of a block; none where something is filled in, since a value may be anything.
  private func spans(of code: ArraySlice<UInt8>, language: ArraySlice<UInt8>) -> [CodeSpan] {
    guard let highlighting, !language.isEmpty, !hasSlots(code) else { return [] }
    return highlighting.spans(Array(code), String(decoding: language, as: UTF8.self))
  }

  private func hasSlots(_ text: ArraySlice<UInt8>) -> Bool {
    text.indices.contains { text[$0] >= 0xEE && text[$0...].firstScalar.map(isSlot) ?? false }
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
