/// Tells the parts of code apart, so that a style sheet can colour them. This room knows no language.
public struct CodeHighlighting: Sendable {
  /// The parts of a block's code, in order, without overlaps, and none over a line end.
  public var spans: @Sendable (_ code: [UInt8], _ language: String) -> [CodeSpan]

  /// Makes one of a function.
  public init(spans: @escaping @Sendable (_ code: [UInt8], _ language: String) -> [CodeSpan]) {
    self.spans = spans
  }
}

/// A part of code with a class in the HTML.
public struct CodeSpan: Hashable, Sendable {
  /// The bytes, from the start of the code.
  public var range: Range<Int>
  /// The class.
  public var className: String

  /// Makes a span.
  public init(_ range: Range<Int>, className: String) {
    self.range = range
    self.className = className
  }
}
