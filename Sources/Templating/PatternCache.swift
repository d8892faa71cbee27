public import Diagnostics
import Synchronization

/// What was made of the patterns of one body, each made once; safe to share between threads.
///
///     let cache = PatternCache(body) { pattern in Markdown(pattern.text, …) }
///     let (markdown, values) = try cache.filled(from: answers)
public final class PatternCache<Output: Sendable>: Sendable {
  /// A class, so that a team takes it out without copying.
  private final class Entry: Sendable {
    let slots: [SlotPath]
    let output: Output

    init(_ slots: [SlotPath], _ output: Output) { (self.slots, self.output) = (slots, output) }
  }

  /// The body whose patterns these are.
  public let body: BodyTemplate
  private let make: @Sendable (BodyPattern) -> Output
  private let entries = Mutex<[PatternKey: Entry]>([:])

  /// Makes an empty cache.
  ///
  /// - Parameter make: what a pattern becomes, such as pieces of HTML; called once for each pattern.
  public init(_ body: BodyTemplate, make: @escaping @Sendable (BodyPattern) -> Output) {
    self.body = body
    self.make = make
  }

  /// What the pattern of a team became, and the team's values for its slots.
  ///
  /// - Throws: a diagnostic where the text would have more values than there are characters for them.
  public func filled(from root: any TemplateRecord) throws(Diagnostic) -> (
    output: Output, values: [SlotValue]
  ) {
    let key = body.key(for: root)
    let entry = try entries.withLock { (entries) throws(Diagnostic) -> Entry in
      if let entry = entries[key] { return entry }
      let pattern = try body.pattern(for: key)
      let entry = Entry(pattern.slots, make(pattern))
      entries[key] = entry
      return entry
    }
    return (entry.output, entry.slots.values(from: root))
  }

  /// How many patterns there are so far.
  public var count: Int { entries.withLock(\.count) }
}
