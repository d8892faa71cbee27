/// What a name stands for while a template is rendered.
public enum TemplateValue: Sendable {
  /// Text, escaped where it is printed.
  case text(String)
  /// Finished HTML.
  case html([UInt8])
  /// Whether a section stands.
  case flag(Bool)
  /// A list, whose elements are asked for one by one.
  case list(any TemplateList)
  /// A value with fields, which are asked for one by one.
  case record(any TemplateRecord)
  /// A value that nobody has given yet: neither a section over it nor its inverse stands.
  case open(OpenValue)
  /// No value: printed as nothing, and only the inverse stands.
  case absent
}

/// A value that is not known yet, and the answers that it waits for.
public struct OpenValue: Hashable, Sendable {
  /// Ids of the open questions that the value hangs on, the first to be linked.
  public var questions: [String]

  /// Makes an open value.
  public init(questions: [String]) { self.questions = questions }
}

/// A value with fields; their names and types are those of a `TemplateRecordType`.
public protocol TemplateRecord: Sendable {
  /// The value of a field, by its index in the shape's `fields`.
  func value(at index: Int) -> TemplateValue
  /// What is printed for the record itself: `.text`, `.open` or `.absent`.
  var printed: TemplateValue { get }
  /// What a section over the record goes by: `.flag` with the record in sight, `.list`, `.open` or `.absent`.
  var standing: TemplateValue { get }
  /// The value of a field of one of several records, which is not copied for it.
  static func value(at field: Int, of index: Int, in records: [Self]) -> TemplateValue
}

extension TemplateRecord {
  /// Nothing.
  public var printed: TemplateValue { .absent }
  /// A section over the record stands.
  public var standing: TemplateValue { .flag(true) }
  /// The value of a field of one of several records.
  @inlinable
  public static func value(at field: Int, of index: Int, in records: [Self]) -> TemplateValue {
    records.withUnsafeBufferPointer { $0[index].value(at: field) }
  }
}

/// A list of values that are made when asked for. A class, since sections take it up again and again.
public protocol TemplateList: AnyObject, Sendable {
  /// How many there are.
  var count: Int { get }
  /// The value at an index from 0.
  func element(at index: Int) -> TemplateValue
  /// The value of a field of an element; asked for instead of the element where only a field is wanted.
  func value(at field: Int, ofElement index: Int) -> TemplateValue
}

extension TemplateList {
  /// The value of a field of an element.
  public func value(at field: Int, ofElement index: Int) -> TemplateValue {
    element(at: index).field(at: field)
  }
}

extension TemplateValue {
  /// A list of view models.
  @inlinable
  public static func list<Element: TemplateRecord>(of elements: [Element]) -> TemplateValue {
    .list(RecordList(elements: elements))
  }

  /// A list of texts.
  public static func list(of texts: [String]) -> TemplateValue { .list(TextList(texts: texts)) }

  /// A field of this value; an open value's fields are open.
  func field(at index: Int) -> TemplateValue {
    switch self {
    case .record(let record): record.value(at: index)
    case .open: self
    case .text, .html, .flag, .list, .absent: .absent
    }
  }
}

@usableFromInline
final class RecordList<Element: TemplateRecord>: TemplateList {
  @usableFromInline let elements: [Element]
  @inlinable init(elements: [Element]) { self.elements = elements }
  @inlinable var count: Int { elements.count }
  @inlinable func element(at index: Int) -> TemplateValue { .record(elements[index]) }
  @inlinable func value(at field: Int, ofElement index: Int) -> TemplateValue {
    // Asked of the type, whose code, unlike this, is compiled for the one type.
    Element.value(at: field, of: index, in: elements)
  }
}

private final class TextList: TemplateList {
  let texts: [String]
  init(texts: [String]) { self.texts = texts }
  var count: Int { texts.count }
  func element(at index: Int) -> TemplateValue { .text(texts[index]) }
}
