extension Renderer {
  /// `[ ]` or `[x]` at the start of a list item (github.github.com/gfm, "Task list items (extension)").
  struct Task {
    var isDone: Bool
  }

  /// The task that an item is. Its text then begins after the marker.
  mutating func task(of item: Int) -> Task? {
    let paragraph = item + 1
    guard options.extensions.contains(.taskLists), paragraph < tree.nodes[item].end,
      tree.nodes[paragraph].kind == .paragraph, let text = markerText(of: paragraph)
    else { return nil }
    let bytes = Array(tree.text(of: text).prefix(4))
    guard bytes.count == 4, bytes[2] == UInt8(ascii: "]"), bytes[3].isBlank else { return nil }
    let isDone = bytes[1] | 0x20 == UInt8(ascii: "x")
    guard isDone || bytes[1] == UInt8(ascii: " ") else { return nil }
    let words = tree.text(of: text).dropFirst(3).drop { $0.isBlank }
    afterTaskMarker = (text, words.startIndex)
    return Task(isDone: isDone)
  }

  mutating func writeCheckbox(_ task: Task) {
    switch options.markup {
    case .gitHub:
      writer.write(task.isDone ? "<li><input checked=\"\" disabled=\"\"" : "<li><input disabled=\"\"")
      writer.write(" type=\"checkbox\"> ")
    case .site:
      writer.write("<li class=\"task\"><input type=\"checkbox\" disabled")
      if task.isDone { writer.write(" checked") }
      writer.write(" aria-label=\"")
      writer.writeEscaped((task.isDone ? options.words.done : options.words.toDo).utf8)
      writer.write("\"> ")
    }
  }

  /// The first text of a paragraph where it begins with a `[` that the author did not escape.
  mutating func markerText(of paragraph: Int) -> Int? {
    let text = paragraph + 1
    guard text < tree.nodes[paragraph].end, tree.nodes[text].kind == .text,
      tree.text(of: text).first == UInt8(ascii: "[")
    else { return nil }
    let offset = parsed.offset(of: tree.nodes[paragraph])
    guard offset < parsed.text.bytes.count, parsed.text.bytes[offset] == UInt8(ascii: "[") else { return nil }
    return text
  }
}
