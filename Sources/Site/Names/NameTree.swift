import Templating

/// The shape of the names that texts see, laid out once for a playbook.
struct NameTree: Sendable {
  /// The name itself; empty at the top and for the elements of a list.
  let name: String
  /// The names below it, in the order in which templates number them.
  let fields: [NameTree]
  /// Whether it is a record, whose fields are asked for one by one.
  let isRecord: Bool
  /// The shape of a list's elements, in at most one entry.
  let element: [NameTree]

  init(_ type: TemplateRecordType) { self.init("", .record(type)) }

  private init(_ name: String, _ type: TemplateType) {
    self.name = name
    switch type {
    case .text, .html, .flag: (fields, isRecord, element) = ([], false, [])
    case .list(let type): (fields, isRecord, element) = ([], false, [NameTree("", type)])
    case .record(let type):
      fields = type.fields.map { NameTree($0.name, $0.type) }
      isRecord = true
      if case .list(let type) = type.section { element = [NameTree("", type)] } else { element = [] }
    }
  }

  /// The shape of one name below.
  subscript(name: String) -> NameTree? { fields.first { $0.name == name } }

  /// A record of this shape.
  ///
  /// - Parameters:
  ///   - printed: what a tag prints for the record itself.
  ///   - standing: what a section over it goes by.
  ///   - value: makes the value of a field.
  func record(
    printed: TemplateValue = .absent, standing: TemplateValue = .flag(true),
    value: (NameTree) -> TemplateValue?
  ) -> NamedValues {
    let values = fields.map { field in
      guard let value = value(field) else {
        preconditionFailure("Texts may name '\(field.name)', and the site has no value for it")
      }
      return value
    }
    return NamedValues(values: values, printed: printed, standing: standing)
  }
}

/// Values in the order of their shape's fields. A class, since texts look through it from the top for each value.
final class NamedValues: TemplateRecord {
  let values: [TemplateValue]
  let printed: TemplateValue
  let standing: TemplateValue

  init(values: [TemplateValue], printed: TemplateValue, standing: TemplateValue) {
    (self.values, self.printed, self.standing) = (values, printed, standing)
  }

  func value(at index: Int) -> TemplateValue { values[index] }
}
