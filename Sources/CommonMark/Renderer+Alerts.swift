import Diagnostics

/// The kinds of alert that GitHub knows.
enum Alert: String, CaseIterable {
  case note, tip, important, warning, caution
}

extension Renderer {
  mutating func enterQuote(_ index: Int) -> Int {
    writer.startLine()
    let alert = alert(at: index)
    if options.extensions.contains(.alerts) { reportAlertsInText(of: index) }
    guard let alert else {
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
      tree.nodes[paragraph].kind == .paragraph, let marker = markerText(of: paragraph),
      let word = alertName(at: marker, in: paragraph)
    else { return nil }
    guard let alert = Alert(rawValue: word.lowercased()) else {
      let start = parsed.offset(of: tree.nodes[paragraph])
      diagnostics.append(.unknownAlert(word, at: location(ofMarked: start + 2..<start + 2 + word.utf8.count)))
      return nil
    }
    afterAlertMarker = tree.nodes[marker].end + 1
    return alert
  }

  /// The word of a text in a paragraph that is `[!WORD]`, alone on its line.
  private func alertName(at text: Int, in paragraph: Int) -> String? {
    var name = tree.text(of: text)
    while name.last?.isBlank == true { name.removeLast() }
    guard name.starts(with: "[!".utf8), name.last == UInt8(ascii: "]") else { return nil }
    name = name.dropFirst(2).dropLast()
    guard !name.isEmpty, name.allSatisfy(\.isASCIILetter) else { return nil }
    let next = tree.nodes[text].end
    let isAlone = next == tree.nodes[paragraph].end || isBreak(next)
    return isAlone ? String(decoding: name, as: UTF8.self) : nil
  }

  /// Reports what would be an alert if it began a quote of its own, as after an alert with no empty line between.
  private mutating func reportAlertsInText(of quote: Int) {
    let current = block
    defer { block = current }
    for paragraph in tree.children(of: quote) where tree.nodes[paragraph].kind == .paragraph {
      block = paragraph
      for text in tree.children(of: paragraph)
      where tree.nodes[text].kind == .text
        && (text == paragraph + 1 ? paragraph > quote + 1 : isBreak(text - 1))
      {
        guard let word = alertName(at: text, in: paragraph), Alert(rawValue: word.lowercased()) != nil else {
          continue
        }
        diagnostics.append(.alertInText(word, at: location(ofInline: text, length: word.utf8.count + 3)))
      }
    }
  }

  private func isBreak(_ node: Int) -> Bool {
    tree.nodes[node].kind == .softBreak || tree.nodes[node].kind == .lineBreak
  }
}
