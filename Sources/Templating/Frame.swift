/// What a section is about while a program runs: a value, or one element of a list, which stays where it is.
struct Frame {
  private enum Subject {
    case value(TemplateValue)
    case elements(any TemplateList)
  }

  private let subject: Subject
  /// The element's index; counted up as the section is repeated.
  var index = 0

  init(_ value: TemplateValue) { subject = .value(value) }
  init(_ list: any TemplateList) { subject = .elements(list) }

  /// The value or the element itself.
  var value: TemplateValue {
    switch subject {
    case .value(let value): value
    case .elements(let list): list.element(at: index)
    }
  }

  /// A field of it.
  func field(at field: Int) -> TemplateValue {
    switch subject {
    case .value(let value): value.field(at: field)
    case .elements(let list): list.value(at: field, ofElement: index)
    }
  }
}
