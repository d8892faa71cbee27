/// What a name of a template is, known before any team's values are.
public indirect enum TemplateType: Sendable {
  /// Text, escaped where it is printed; a section over it stands unless it is empty.
  case text
  /// Finished HTML, printed as it is by `{{{name}}}`; a section over it stands unless it is empty.
  case html
  /// A flag, asked by sections and never printed.
  case flag
  /// A list, repeated by a section; the inverse stands where it is empty.
  case list(TemplateType)
  /// A value with fields.
  case record(TemplateRecordType)
}

/// The static shape of a record: which fields it has, whether it prints, what a section over it does.
public struct TemplateRecordType: Sendable {
  /// One named field.
  public struct Field: Sendable {
    /// The name in templates.
    public let name: String
    private let makeType: @Sendable () -> TemplateType

    /// Makes a field; its type is computed when asked for, so that types may contain themselves.
    public init(_ name: String, _ type: @autoclosure @escaping @Sendable () -> TemplateType) {
      self.name = name
      self.makeType = type
    }

    /// What the field is.
    public var type: TemplateType { makeType() }
  }

  /// What a section over a record does.
  public enum Section: Sendable {
    /// There is no sense in one, and it is refused.
    case none
    /// It stands or not, with the record's fields in sight.
    case condition
    /// It repeats for each element.
    case list(TemplateType)
  }

  /// What the record is, for messages: `answer`, `step`.
  public let name: String
  /// The fields; a `TemplateRecord` finds their values by index in this list.
  public let fields: [Field]
  /// Whether the record itself can be printed.
  public let isPrinted: Bool
  /// What a section over it does.
  public let section: Section
  /// Whether all fields are here; if not, a reported mistake hides some, and an absent one means nothing,
  /// unless it is close to one that is here.
  public let isComplete: Bool

  /// Makes a shape.
  public init(
    _ name: String, fields: [Field], isPrinted: Bool = false, section: Section = .condition,
    isComplete: Bool = true
  ) {
    self.name = name
    self.fields = fields
    self.isPrinted = isPrinted
    self.section = section
    self.isComplete = isComplete
  }

  /// The index of a field, or nil where there is none of that name.
  public func index(of name: String) -> Int? { fields.firstIndex { $0.name == name } }
}

extension TemplateType {
  /// The record's shape where it is one.
  var record: TemplateRecordType? {
    if case .record(let record) = self { record } else { nil }
  }

  /// What a tag prints for it.
  enum Printed { case text, html }

  /// What a tag prints for it; nil where it has no printed form.
  var printed: Printed? {
    switch self {
    case .text: .text
    case .html: .html
    case .flag, .list: nil
    case .record(let record): record.isPrinted ? .text : nil
    }
  }

  /// For messages: `text`, `a list`.
  var noun: String {
    switch self {
    case .text: "text"
    case .html: "HTML"
    case .flag: "a flag"
    case .list: "a list"
    case .record(let record): "\(record.name.startsWithVowel ? "an" : "a") \(record.name)"
    }
  }
}

extension String {
  fileprivate var startsWithVowel: Bool { first.map { "aeiou".contains($0) } ?? false }
}
