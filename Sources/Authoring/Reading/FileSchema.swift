/// The JSON Schema of a file, draft 2020-12 (json-schema.org/draft/2020-12).
public struct FileSchema: Encodable, Sendable {
  private let shape: Shape

  /// The schema of what has a shape.
  public init(_ shape: Shape) { self.shape = shape }

  private enum CodingKeys: String, CodingKey {
    case dialect = "$schema"
  }

  /// Writes the schema.
  public func encode(to encoder: any Encoder) throws {
    var schema = encoder.container(keyedBy: CodingKeys.self)
    try schema.encode("https://json-schema.org/draft/2020-12/schema", forKey: .dialect)
    try shape.encode(to: encoder)
  }
}

extension Shape: Encodable {
  private enum Keyword: String, CodingKey {
    case type, pattern, minimum, maximum, items, properties, required, title, description
    case anyOf, propertyNames, additionalProperties
    case oneOf = "enum"
  }

  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Writes it as a JSON Schema.
  public func encode(to encoder: any Encoder) throws {
    var schema = encoder.container(keyedBy: Keyword.self)
    switch self {
    case .anything: break
    case .empty: try schema.encode("null", forKey: .type)
    case .text: try schema.encode(Self.scalars, forKey: .type)
    case .pattern(let pattern):
      try schema.encode(Self.scalars, forKey: .type)
      try schema.encode("^(?:\(pattern))$", forKey: .pattern)
    case .words(let words): try schema.encode(words, forKey: .oneOf)
    case .flag: try schema.encode("boolean", forKey: .type)
    case .number(let range):
      try schema.encode("number", forKey: .type)
      try schema.encode(limit: range.lowerBound, forKey: .minimum)
      try schema.encode(limit: range.upperBound, forKey: .maximum)
    case .integer(let range):
      try schema.encode("integer", forKey: .type)
      try schema.encode(range.lowerBound, forKey: .minimum)
      try schema.encode(range.upperBound, forKey: .maximum)
    case .list(let item):
      try schema.encode("array", forKey: .type)
      try schema.encode(item, forKey: .items)
    case .map(let key, let value):
      try schema.encode("object", forKey: .type)
      try schema.encode(key, forKey: .propertyNames)
      try schema.encode(value, forKey: .additionalProperties)
    case .either(let shapes): try schema.encode(shapes, forKey: .anyOf)
    case .record(let record):
      try schema.encode("object", forKey: .type)
      try schema.encode(record.noun, forKey: .title)
      var properties = schema.nestedContainer(keyedBy: Name.self, forKey: .properties)
      for key in record.keys {
        let described = Described(shape: key.shape, meaning: key.meaning)
        try properties.encode(described, forKey: Name(stringValue: key.name))
      }
      try schema.encode(record.keys.filter(\.isRequired).map(\.name), forKey: .required)
      try schema.encode(false, forKey: .additionalProperties)
    }
  }

  /// What a reader of YAML may take a text for.
  private static let scalars = ["string", "number", "boolean"]

  /// A shape with what its key means.
  private struct Described: Encodable {
    let shape: Shape
    let meaning: String?

    func encode(to encoder: any Encoder) throws {
      try shape.encode(to: encoder)
      var schema = encoder.container(keyedBy: Keyword.self)
      try schema.encodeIfPresent(meaning, forKey: .description)
    }
  }
}

extension KeyedEncodingContainer {
  /// Writes an end of a range, where it is one.
  fileprivate mutating func encode(limit: Double, forKey key: Key) throws {
    if abs(limit) < .greatestFiniteMagnitude { try encode(limit, forKey: key) }
  }
}
