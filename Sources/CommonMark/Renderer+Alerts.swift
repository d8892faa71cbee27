import Diagnostics

/// The kinds of alert that GitHub knows.
enum Alert: String, CaseIterable {
  case note, tip, important, warning, caution
}

extension Renderer {
  mutating func enterQuote(_ index: Int) -> Int {
    writer.startLine()
    guard let alert = alert(at: index) else {
      writer.write("<blockquote>\n")
      return descend(into: index, closing: .block("</blockquote>\n"))
    }
    writer.write("<div class=\"markdown-alert markdown-alert-")
    writer.write(alert.rawValue.utf8)
    writer.write("\">\n<p class=\"markdown-alert-title\">")
    writer.writeEscaped((options.words.alerts[alert.rawValue] ?? alert.rawValue).utf8)
    writer.write("</p>\n")
    _ = descend(into: index, closing: .block("</div>\n"))
    // A paragraph that was the marker alone is gone.
    let paragraph = tree.nodes[index + 1]
    guard let first = afterAlertMarker, first < paragraph.end else {
      afterAlertMarker = nil
      return paragraph.end
    }
    return index + 1
  }

  /// The alert that a quote is: its first line is `[!NOTE]` or the like and nothing else.
  private mutating func alert(at quote: Int) -> Alert? {
    let paragraph = quote + 1
    guard options.extensions.contains(.alerts), paragraph < tree.nodes[quote].end,
      tree.nodes[paragraph].kind == .paragraph, let marker = markerText(of: paragraph)
    else { return nil }
    var name = tree.text(of: marker)
    while name.last?.isBlank == true { name.removeLast() }
    guard name.starts(with: "[!".utf8), name.last == UInt8(ascii: "]") else { return nil }
    name = name.dropFirst(2).dropLast()
    guard !name.isEmpty, name.allSatisfy(\.isASCIILetter) else { return nil }
    let next = tree.nodes[marker].end
    let isAlone =
      next == tree.nodes[paragraph].end || tree.nodes[next].kind == .softBreak
      || tree.nodes[next].kind == .lineBreak
    guard isAlone else { return nil }
    let word = String(decoding: name, as: UTF8.self)
    guard let alert = Alert(rawValue: word.lowercased()) else {
      let start = parsed.offset(of: tree.nodes[paragraph])
      diagnostics.append(.unknownAlert(word, at: location(ofMarked: start + 2..<start + 2 + name.count)))
      return nil
    }
    afterAlertMarker = next + 1
    return alert
  }
}
