/// What YAML a form takes, as far as a schema can say it: the loader is stricter, and its word counts.
public indirect enum Shape: Sendable {
  /// Anything at all.
  case anything
  /// Nothing, or `~`.
  case empty
  /// A text; numbers and words such as `no` stay as written.
  case text
  /// A text that a regular expression (ECMA-262) matches from its beginning to its end.
  case pattern(String)
  /// One of these words.
  case words([String])
  /// `true` or `false`.
  case flag
  /// A number of a range.
  case number(in: ClosedRange<Double>)
  /// A whole number of a range.
  case integer(in: ClosedRange<Int>)
  /// A list.
  case list(of: Shape)
  /// A map with any keys of a form.
  case map(of: Shape, Shape)
  /// A map with known keys.
  case record(Record)
  /// Any of these.
  case either([Shape])

  /// A map with known keys.
  public struct Record: Sendable {
    /// A key of it.
    public struct Key: Sendable {
      /// As it is written.
      public let name: String
      /// What stands behind it.
      public let shape: Shape
      /// Whether it must be there.
      public var isRequired: Bool
      /// What it means.
      public let meaning: String?
    }

    /// What it describes: "question".
    public let noun: String
    /// In the order in which the form takes them.
    public var keys: [Key] = []

    /// A record of which nothing is known but these keys.
    init(_ noun: String, _ keys: [Key] = []) { (self.noun, self.keys) = (noun, keys) }

    /// The keys that any of the records has; those must be there that must be in all.
    init(merging records: [Record], noun: String) {
      self.noun = noun
      for record in records {
        for key in record.keys where !keys.contains(where: { $0.name == key.name }) { keys.append(key) }
      }
      for index in keys.indices {
        let isRequired = records.allSatisfy { record in
          record.keys.contains { $0.name == keys[index].name && $0.isRequired }
        }
        keys[index].isRequired = isRequired
      }
    }
  }

  /// The records in it, from the outside to the inside.
  public var records: [Record] {
    switch self {
    case .record(let record): [record] + record.keys.flatMap(\.shape.records)
    case .list(let item): item.records
    case .map(_, let value): value.records
    case .either(let shapes): shapes.flatMap(\.records)
    case .anything, .empty, .text, .pattern, .words, .flag, .number, .integer: []
    }
  }
}
