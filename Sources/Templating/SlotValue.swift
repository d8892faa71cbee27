/// What a tag prints, before it is escaped for its context.
public enum SlotValue: Hashable, Sendable {
  /// Text, empty for a value that is absent.
  case text(String)
  /// A value that nobody has given yet.
  case open(OpenValue)
}

extension TemplateValue {
  /// What a tag prints for this value. The static check lets only texts and records come here; HTML that does
  /// so by a mistake of a view model is text.
  var printed: SlotValue {
    switch self {
    case .text(let text): .text(text)
    case .open(let open): .open(open)
    case .record(let record):
      switch record.printed {
      case .text(let text): .text(text)
      case .open(let open): .open(open)
      case .html, .flag, .list, .record, .absent: .text("")
      }
    case .html(let bytes): .text(String(decoding: bytes, as: UTF8.self))
    case .flag, .list, .absent: .text("")
    }
  }
}
