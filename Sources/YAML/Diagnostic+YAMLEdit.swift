internal import Diagnostics

// The wordings of refused edits.

extension Diagnostic {
  /// Why an edit is refused.
  enum EditRefusal {
    case noSuchPath
    case losesComment
    case changesMore
  }

  static func editRefused(
    _ reason: EditRefusal, _ path: [YAMLPathStep], _ value: YAMLValue, at location: SourceLocation
  ) -> Diagnostic {
    let name = path.map(\.name).joined(separator: ".")
    let why =
      switch reason {
      case .noSuchPath: "the file has something else in its place"
      case .losesComment: "a comment would be lost"
      case .changesMore: "the file would not be read back as meant"
      }
    var line = BlockWriter.flow(value, isInFlow: false)
    if case .key(let key)? = path.last { line = "\(WrittenText.inline(key)): \(line)" }
    return Diagnostic(
      .error, "yaml.edit-refused", at: location,
      "'\(name)' cannot be set, since \(why); write it by hand: \(line)")
  }
}

extension YAMLPathStep {
  /// The step as a diagnostic shows it.
  fileprivate var name: String {
    switch self {
    case .key(let key): key
    case .index(let index): "[\(index)]"
    case .item(_, let text): text
    }
  }
}
