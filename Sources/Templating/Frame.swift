/// What a section is about while a program runs: one element of a list, which stays where it is.
///
/// A value that is not in a list is the only element of its own.
struct Frame {
  private let list: any TemplateList
  /// The element's index; counted up as the section is repeated.
  var index = 0

  init(_ list: any TemplateList) { self.list = list }
  init(_ value: TemplateValue) {
    // Most sections are over flags, of which nothing can be asked, and stand only where they are true.
    if case .flag = value { self.list = OneValue.flag } else { self.list = OneValue(value) }
  }

  /// The element itself.
  var value: TemplateValue { list.element(at: index) }

  /// A field of the element.
  func field(at field: Int) -> TemplateValue { list.value(at: field, ofElement: index) }
}

private final class OneValue: TemplateList {
  /// A flag that is true.
  static let flag = OneValue(.flag(true))

  private let value: TemplateValue
  init(_ value: TemplateValue) { self.value = value }
  var count: Int { 1 }
  func element(at index: Int) -> TemplateValue { value }
  func value(at field: Int, ofElement index: Int) -> TemplateValue { value.field(at: field) }
}
