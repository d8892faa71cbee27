/// A view model: a struct that declares once which of its properties templates see, under which names.
///
///     struct StepPage: TemplateModel {
///       var title: String
///       var isDone: Bool
///       static let fields: [Field<Self>] = [.text("title", \.title), .flag("done", \.isDone)]
///     }
///
/// The static check and the look-up at run time both come from `fields`; nothing is copied. What runs for
/// each value is inlinable, so that it is compiled for the model's own type and not through its metadata.
public protocol TemplateModel: TemplateRecord {
  /// What templates see.
  static var fields: [Field<Self>] { get }
}

extension TemplateModel {
  /// The shape that templates are checked against.
  public static var templateType: TemplateRecordType {
    TemplateRecordType("\(Self.self)", fields: fields.map { $0.declaration })
  }

  /// The value of a field, by its index in `fields`.
  @inlinable
  public func value(at index: Int) -> TemplateValue { Self.fields[index].read(self) }
}

/// One property of a view model as templates see it.
public struct Field<Model>: Sendable {
  @usableFromInline let declaration: TemplateRecordType.Field
  @usableFromInline let read: @Sendable (Model) -> TemplateValue

  /// A field of any type.
  @inlinable
  public init(
    _ name: String, _ type: @autoclosure @escaping @Sendable () -> TemplateType,
    read: @escaping @Sendable (Model) -> TemplateValue
  ) {
    self.declaration = TemplateRecordType.Field(name, type())
    self.read = read
  }

  /// Text, escaped where it is printed.
  @inlinable
  public static func text(_ name: String, _ read: @escaping @Sendable (Model) -> String) -> Self {
    Self(name, .text) { .text(read($0)) }
  }

  /// Text that may be missing; then it prints nothing and a section over it does not stand.
  @inlinable
  public static func optionalText(_ name: String, _ read: @escaping @Sendable (Model) -> String?) -> Self {
    Self(name, .text) { read($0).map(TemplateValue.text) ?? .absent }
  }

  /// Finished HTML, printed as it is.
  @inlinable
  public static func html(_ name: String, _ read: @escaping @Sendable (Model) -> [UInt8]) -> Self {
    Self(name, .html) { .html(read($0)) }
  }

  /// A flag for sections.
  @inlinable
  public static func flag(_ name: String, _ read: @escaping @Sendable (Model) -> Bool) -> Self {
    Self(name, .flag) { .flag(read($0)) }
  }

  /// A list of view models.
  @inlinable
  public static func list<Element: TemplateModel>(
    _ name: String, _ read: @escaping @Sendable (Model) -> [Element]
  ) -> Self {
    Self(name, .list(.record(Element.templateType))) { .list(of: read($0)) }
  }

  /// A list of texts.
  @inlinable
  public static func texts(_ name: String, _ read: @escaping @Sendable (Model) -> [String]) -> Self {
    Self(name, .list(.text)) { .list(of: read($0)) }
  }

  /// Another view model.
  @inlinable
  public static func record<Part: TemplateModel>(
    _ name: String, _ read: @escaping @Sendable (Model) -> Part
  ) -> Self {
    Self(name, .record(Part.templateType)) { .record(read($0)) }
  }

  /// Another view model that may be missing; then a section over it does not stand.
  @inlinable
  public static func optionalRecord<Part: TemplateModel>(
    _ name: String, _ read: @escaping @Sendable (Model) -> Part?
  ) -> Self {
    Self(name, .record(Part.templateType)) { read($0).map { .record($0) } ?? .absent }
  }
}
