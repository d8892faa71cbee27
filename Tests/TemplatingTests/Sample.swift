import Templating

/// A value written as a literal, with the type that it would have, so that a test is one line.
enum Sample: Sendable {
  case text(String)
  case html(String)
  case flag(Bool)
  case null
  case open(String)
  case list([Sample])
  case record([(name: String, value: Sample)])
  /// As answers are: printed as a text, in sections a list or a condition, with fields.
  case answer(printed: String, standing: TemplateValue, fields: [(name: String, value: Sample)])
}

extension Sample: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  init(stringLiteral value: String) { self = .text(value) }
  init(booleanLiteral value: Bool) { self = .flag(value) }
  init(arrayLiteral elements: Sample...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, Sample)...) { self = .record(elements.map { ($0, $1) }) }
  init(nilLiteral: ()) { self = .null }
}

extension Sample {
  /// What a section sees of an answer with several choices.
  static func choices(_ texts: String...) -> Sample {
    .answer(printed: texts.joined(separator: " and "), standing: .list(of: texts), fields: [])
  }
}

extension Sample {
  /// The type, in which the elements of a list are taken together.
  var type: TemplateType {
    switch self {
    case .text, .null, .open: .text
    case .html: .html
    case .flag: .flag
    case .list(let elements): .list(Sample.union(elements).type)
    case .record(let fields): .record(Sample.shape(fields))
    case .answer(_, let standing, let fields):
      .record(
        TemplateRecordType(
          "answer", fields: fields.map { field in .init(field.name, field.value.type) }, isPrinted: true,
          section: standing.isList ? .list(.text) : .condition))
    }
  }

  /// The shape, where this is a record.
  var shape: TemplateRecordType {
    if case .record(let fields) = self { Sample.shape(fields) } else { Sample.shape([]) }
  }

  private static func shape(_ fields: [(name: String, value: Sample)]) -> TemplateRecordType {
    TemplateRecordType("record", fields: fields.map { field in .init(field.name, field.value.type) })
  }

  /// One value that has the fields and elements of all.
  private static func union(_ samples: [Sample]) -> Sample {
    samples.reduce(.null) { one, other in
      switch (one, other) {
      case (.null, _): other
      case (.list(let a), .list(let b)): .list(a + b)
      case (.record(let a), .record(let b)):
        .record(a + b.filter { field in !a.contains { $0.name == field.name } })
      default: one
      }
    }
  }

  /// The value, seen as one of a type, which for an element of a list may have more fields than it does.
  func value(as type: TemplateType) -> TemplateValue {
    switch (self, type) {
    case (.text(let text), .html): .html(Array(text.utf8))
    case (.text(let text), _): .text(text)
    case (.html(let text), _): .html(Array(text.utf8))
    case (.flag(let flag), _): .flag(flag)
    case (.null, _): .absent
    case (.open(let question), _): .open(OpenValue(questions: [question]))
    case (.list(let elements), .list(let type)):
      .list(Elements(values: elements.map { $0.value(as: type) }))
    case (.record(let fields), .record(let type)):
      .record(
        Fields(
          values: type.fields.map { field in
            fields.first { $0.name == field.name }?.value.value(as: field.type) ?? .absent
          }))
    case (.answer(let printed, let standing, let fields), _):
      .record(
        Fields(
          values: fields.map { $0.value.value(as: $0.value.type) }, printed: .text(printed),
          standing: standing))
    case (.list, _), (.record, _): .absent
    }
  }

  /// The value as the root of a body.
  var root: any TemplateRecord {
    if case .record(let record) = value(as: type) { record } else { Fields(values: []) }
  }
}

/// A record of values that are at hand.
struct Fields: TemplateRecord {
  var values: [TemplateValue]
  var printed = TemplateValue.absent
  var standing = TemplateValue.flag(true)
  func value(at index: Int) -> TemplateValue { values[index] }
}

private final class Elements: TemplateList {
  let values: [TemplateValue]
  init(values: [TemplateValue]) { self.values = values }
  var count: Int { values.count }
  func element(at index: Int) -> TemplateValue { values[index] }
}

extension TemplateValue {
  fileprivate var isList: Bool {
    if case .list = self { true } else { false }
  }
}
