/// A place in a file: line and column, both from 1, columns counted in Unicode scalars.
public struct SourcePosition: Hashable, Comparable, Sendable, Codable {
  /// The line, from 1.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int

  /// Makes a position. Both numbers count from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// By line, then by column.
  public static func < (a: Self, b: Self) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// A place in the input: a file as a whole, or a range in it.
public struct SourceLocation: Hashable, Comparable, Sendable {
  /// The file's path as shown to the user.
  public var file: String
  /// Where the place begins; nil for the file as a whole.
  public var start: SourcePosition?
  /// Where the place ends, exclusive; nil for the file as a whole.
  public var end: SourcePosition?

  /// Makes a location.
  public init(file: String, start: SourcePosition? = nil, end: SourcePosition? = nil) {
    self.file = file
    self.start = start
    self.end = end ?? start
  }

  /// By file, then by place; a whole file first.
  public static func < (a: Self, b: Self) -> Bool {
    let first = SourcePosition(line: 0, column: 0)
    return (a.file, a.start ?? first, a.end ?? first) < (b.file, b.start ?? first, b.end ?? first)
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `file:line:column`, or `file` alone.
  public var description: String {
    guard let start else { return file }
    return "\(file):\(start.line):\(start.column)"
  }
}
