/// The operands of one operation that are no values, gathered until it is clear what they make of it.
struct Pending {
  private var unknown: Unknown?
  private var notApplicable: Set<String>?
  private var error: RuleError?

  /// Of these outcomes.
  init(_ outcomes: Outcome...) {
    for outcome in outcomes { add(outcome) }
  }

  /// Notes an outcome; values are not pending.
  mutating func add(_ outcome: Outcome) {
    switch outcome {
    case .value: break
    case .unknown(let new): unknown = unknown.map { $0.merged(with: new) } ?? new
    case .notApplicable(let names): notApplicable = notApplicable.map { $0.union(names) } ?? names
    case .error(let new): error = error ?? new
    }
  }

  /// For `&&`, `||` and macros: an answer that is still open may yet settle them alone.
  var inLogic: Outcome? { unknownOutcome ?? notApplicableOutcome ?? errorOutcome }

  /// For every other operation: no answer could make it hold once an operand is not applicable.
  var inOperation: Outcome? { notApplicableOutcome ?? unknownOutcome ?? errorOutcome }

  private var unknownOutcome: Outcome? {
    unknown.map { .unknown(Unknown(names: $0.names)) }
  }
  private var notApplicableOutcome: Outcome? { notApplicable.map { .notApplicable($0) } }
  private var errorOutcome: Outcome? { error.map { .error($0) } }
}
