/// One problem in the input: what is wrong, where, and what to do about it.
public struct Diagnostic: Error, Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable, Codable, CaseIterable {
    /// Nothing is written.
    case error
    /// Said, and gone on; an error under `--strict`.
    case warning
  }

  /// A stable name for a kind of problem, such as `yaml.duplicate-key`: room, dot, kebab-case.
  public struct ID: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral {
    /// The name.
    public let rawValue: String
    /// Takes a name as it is.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Takes a name as it is.
    public init(stringLiteral value: String) { self.rawValue = value }
  }

  /// A further sentence, with a place of its own where it has one.
  public struct Note: Hashable, Sendable {
    /// The sentence.
    public var message: String
    /// The place that it speaks of.
    public var location: SourceLocation?

    /// Makes a note.
    public init(_ message: String, at location: SourceLocation? = nil) {
      self.message = message
      self.location = location
    }
  }

  /// An edit that mends the problem: the text to put in place of the diagnostic's own range.
  public struct Fix: Hashable, Sendable {
    /// The new text.
    public var replacement: String

    /// Makes a fix.
    public init(replacement: String) { self.replacement = replacement }
  }

  /// How bad it is.
  public var severity: Severity
  /// The kind of problem, for filters and documentation.
  public var id: ID
  /// Where it is; nil only for problems that have no file, such as an option on the command line.
  public var location: SourceLocation?
  /// What is wrong, specific thing first, names in 'quotes', no full stop.
  public var message: String
  /// Further sentences: the other place of a duplicate, what is allowed.
  public var notes: [Note]
  /// An edit that mends it, where there is just one.
  public var fix: Fix?

  /// Makes a diagnostic.
  public init(
    _ severity: Severity, _ id: ID, at location: SourceLocation?, _ message: String, notes: [Note] = [],
    fix: Fix? = nil
  ) {
    self.severity = severity
    self.id = id
    self.location = location
    self.message = message
    self.notes = notes
    self.fix = fix
  }
}

extension Diagnostic: Comparable {
  /// By file and place, then by kind and message, so that a list has one order.
  public static func < (a: Self, b: Self) -> Bool {
    let none = SourceLocation(file: "")
    return (a.location ?? none, a.id.rawValue, a.message) < (b.location ?? none, b.id.rawValue, b.message)
  }
}

extension Sequence<Diagnostic> {
  /// Whether one of them is an error.
  public var containsErrors: Bool { contains { $0.severity == .error } }

  /// In the order of file and place, each once.
  public func sortedForReading() -> [Diagnostic] {
    var seen = Set<Diagnostic>()
    return sorted().filter { seen.insert($0).inserted }
  }
}

extension Diagnostic {
  /// The same problem, with its places named otherwise.
  public func renamed(_ named: (SourceLocation) -> SourceLocation) -> Diagnostic {
    var diagnostic = self
    diagnostic.location = location.map(named)
    for index in notes.indices { diagnostic.notes[index].location = notes[index].location.map(named) }
    return diagnostic
  }
}

extension Diagnostic {
  static func notUTF8(at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "file.not-utf8", at: location, "This byte is not UTF-8; save the file as UTF-8")
  }

  static func nulCharacter(at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "file.nul", at: location, "A NUL character cannot stand in a text file; remove it")
  }
}
