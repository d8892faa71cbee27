import Authoring
import Rules
import Synchronization

/// What criteria come to, by the answers that they hang on. Most teams give the same few answers, and those that are
/// tried for one team are given by others; so each result is worked out once for all teams.
///
/// It may be used from several threads at once.
final class CriterionResults: Sendable {
  /// All that a criterion's result hangs on.
  private struct Ground: Hashable {
    var criterion: Int
    /// What is said to the questions that it reaches, in their order.
    var answers: [Situation.Said]
    /// What the names of `team` that it reaches stand for.
    var team: [Binding?]
    var asksEverything: Bool

    /// Whether no other ground that rules tell from it is equal to it.
    var isExact: Bool {
      answers.allSatisfy { if case .value(let value) = $0 { value.isExact } else { true } }
        && team.allSatisfy { if case .value(let value) = $0 { value.isExact } else { true } }
    }
  }

  /// How many are kept: numbers and texts can have any value, and memory must not grow with the teams.
  private static let most = 20_000

  /// The questions that each criterion reaches, by index.
  private let questions: [[Int]]
  /// The names of `team` that each criterion reaches.
  private let teamNames: [[String]]
  private let entries = Mutex<[Ground: CriterionTable.Entry]>([:])

  /// Keeps nothing yet.
  ///
  /// - Parameter reaches: what each criterion depends on.
  init(_ reaches: [Reach]) {
    questions = reaches.map { $0.questions.sorted() }
    teamNames = reaches.map { $0.team.sorted() }
  }

  /// What a criterion comes to.
  ///
  /// - Parameters:
  ///   - criterion: its index among the playbook's criteria.
  ///   - changes: other answers than those of the situation, by the question's index.
  ///   - workOut: works it out, where it is not known yet.
  func entry(
    of criterion: Int, in situation: Situation, changing changes: [Int: RuleValue],
    workOut: () -> CriterionTable.Entry
  ) -> CriterionTable.Entry {
    let ground = Ground(
      criterion: criterion,
      answers: questions[criterion].map { changes[$0].map(Situation.Said.value) ?? situation.said[$0] },
      team: teamNames[criterion].map { situation.team[$0] }, asksEverything: situation.asksEverything)
    guard ground.isExact else { return workOut() }
    if let known = entries.withLock({ $0[ground] }) { return known }
    let entry = workOut()
    entries.withLock { if $0.count < Self.most { $0[ground] = entry } }
    return entry
  }
}

extension RuleValue {
  /// Whether it equals no other value that rules tell from it. Swift compares texts by what they look like, rules by code
  /// point; and rules can tell the two zeros apart.
  fileprivate var isExact: Bool {
    switch self {
    case .null, .bool, .int: true
    case .double(let number): !number.isNaN && !(number == 0 && number.sign == .minus)
    case .string(let text): text.utf8.allSatisfy { $0 < 0x80 }
    case .list(let elements): elements.allSatisfy(\.isExact)
    case .map: false
    }
  }
}
