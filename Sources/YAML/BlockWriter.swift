/// Writes values in block style: what follows the key on its line, and the lines below.
struct BlockWriter {
  /// How much deeper each level is indented, in spaces.
  static let step = 2

  /// What follows `key:` or `-` on the same line: a scalar, `[]`, `|-`; empty where all stands below.
  private(set) var inline = ""
  /// The lines below, indented.
  private(set) var below: [String] = []

  /// - Parameters:
  ///   - column: the column of the key or dash that the value belongs to, from 0.
  ///   - style: the wanted style of text.
  init(_ value: YAMLValue, under column: Int, style: YAMLScalar.Style = .plain) {
    let inner = column + Self.step
    switch value {
    case .text(let text) where Self.canBeLiteral(text):
      inline = text.hasSuffix("\n") ? "|" : "|-"
      let lines = (text.hasSuffix("\n") ? text.dropLast() : text[...])
        .split(separator: "\n", omittingEmptySubsequences: false)
      below = lines.map { $0.isEmpty ? "" : Self.blanks(inner) + $0 }
    case .list(let items) where !items.isEmpty:
      below = items.flatMap { Self.item($0, at: inner) }
    case .map(let entries) where !entries.isEmpty:
      below = entries.flatMap { Self.entry($0, at: inner) }
    case .null, .bool, .int, .double, .text, .list, .map:
      inline = Self.flow(value, style: style, isInFlow: false)
    }
  }

  /// The lines of a key with its value.
  static func entry(_ entry: YAMLValue.Entry, at column: Int) -> [String] {
    let value = BlockWriter(entry.value, under: column)
    let head = blanks(column) + WrittenText.inline(entry.key) + ":"
    return [value.inline.isEmpty ? head : "\(head) \(value.inline)"] + value.below
  }

  /// The lines of an item of a list; what nests in it begins on the line of the dash.
  static func item(_ item: YAMLValue, at column: Int) -> [String] {
    let value = BlockWriter(item, under: column)
    let head = blanks(column) + "-"
    if !value.inline.isEmpty { return ["\(head) \(value.inline)"] + value.below }
    guard let first = value.below.first else { return [head] }
    return ["\(head) \(first.dropFirst(column + step))"] + value.below.dropFirst()
  }

  /// A value on one line.
  static func flow(_ value: YAMLValue, style: YAMLScalar.Style = .plain, isInFlow: Bool = true) -> String {
    switch value {
    case .null: return "~"
    case .text(let text): return WrittenText.inline(text, style: style, isInFlow: isInFlow)
    case .bool, .int, .double:
      guard case .text(let text) = value.asRead else { return "~" }
      return text
    case .list(let items): return "[" + items.map { flow($0) }.joined(separator: ", ") + "]"
    case .map(let entries):
      let parts = entries.map { "\(WrittenText.inline($0.key, isInFlow: true)): \(flow($0.value))" }
      return "{" + parts.joined(separator: ", ") + "}"
    }
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  /// Whether text has several lines that a literal block gives back as they are.
  private static func canBeLiteral(_ text: String) -> Bool {
    guard text.contains("\n"), let first = text.unicodeScalars.first, !first.isBlank, !text.hasSuffix("\n\n")
    else { return false }
    let lines = text.split(separator: "\n")
    return !text.unicodeScalars.contains(where: WrittenText.isInvisible)
      && lines.allSatisfy { !$0.unicodeScalars.allSatisfy(\.isBlank) }
  }
}
