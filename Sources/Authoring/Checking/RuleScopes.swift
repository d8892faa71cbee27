import Diagnostics
public import Rules

/// Which names each kind of rule sees, with their types.
///
/// Each stage sees the names of the stages before it; a later name is an error that says why.
struct RuleScopes {
  /// Questions' `when` and facts.
  let questionsAndFacts: RuleScope
  /// What decides which components are eligible, and component questions' `when`.
  let candidates: RuleScope
  /// Verdicts.
  let verdicts: RuleScope
  /// What steps see, without gates.
  private let steps: RuleScope
  /// The outcomes of each step that has a gate.
  private let gates: [(step: Slug, outcomes: RuleType)]
  private let needs: StepNeeds

  init(_ playbook: Playbook) {
    questionsAndFacts = Self.questionsAndFacts(of: playbook)
    candidates = Self.candidates(of: playbook, after: questionsAndFacts)
    verdicts = Self.verdicts(of: playbook, after: questionsAndFacts)
    steps = Self.steps(of: playbook, after: verdicts)
    gates = playbook.steps.filter { !$0.gate.isEmpty }.map {
      ($0.id, Self.choice($0.gate.map(\.id.text), areAll: $0.areNamesRead))
    }
    needs = StepNeeds(playbook.steps)
  }

  /// Criteria: `when`, levels, `rules_out`.
  var criteria: RuleScope { questionsAndFacts }

  /// Phases: what steps see, without gates.
  var phases: RuleScope { seeing(gatesOf: []) }

  /// A step: `when`, effort, exits, gate.
  ///
  /// - Parameter step: whose needs say which gates lie before it.
  func step(_ step: Step) -> RuleScope { seeing(gatesOf: needs.before(step)) }

  private func seeing(gatesOf before: Set<Slug>) -> RuleScope {
    var scope = steps
    var seen: [String: RuleType] = [:]
    for (id, outcomes) in gates {
      if before.contains(id) {
        seen[id.text] = outcomes
      } else {
        scope.later["gates.\(id)"] = "the gate of '\(id)' is not before this by its needs"
      }
    }
    scope.names["gates"] = .record(seen)
    return scope
  }

  private static func questionsAndFacts(of playbook: Playbook) -> RuleScope {
    RuleScope(
      names: [
        "answers": .record(questions(of: playbook, about: .subject)),
        "facts": .record(Dictionary(playbook.facts.map { ($0.id.text, $0.type) }) { first, _ in first }),
        "team": .record([
          "name": .string, "subject": .string, "people": .int, "availability": .double, "start": .date,
        ]),
      ],
      later: component.merging(criteria) { $1 }.merging(verdict) { $1 }.merging(steps) { $1 },
      incomplete: Set(playbook.unread.flatMap(\.groups)))
  }

  private static func candidates(of playbook: Playbook, after earlier: RuleScope) -> RuleScope {
    var scope = earlier
    scope.names["component"] = .record(questions(of: playbook, about: .component))
    scope.later["component"] = nil
    return scope
  }

  private static func verdicts(of playbook: Playbook, after earlier: RuleScope) -> RuleScope {
    var scope = earlier
    let strengths = playbook.criteria.filter { $0.reason != nil }.map {
      ($0.id.text, RuleType.record(["strength": .double]))
    }
    scope.names["criteria"] = .record(Dictionary(strengths) { first, _ in first })
    scope.names["score"] = .record(
      Dictionary(playbook.options.map { ($0.id.text, .double) }) { first, _ in first })
    for name in criteria.keys { scope.later[name] = nil }
    return scope
  }

  private static func steps(of playbook: Playbook, after earlier: RuleScope) -> RuleScope {
    var scope = earlier
    let ids = choice(playbook.verdicts.map(\.id.text), areAll: !playbook.unread.contains(.verdict))
    scope.names["verdict"] = .record(["id": ids, "computed": ids])
    scope.names["candidate"] = .record(["id": .string, "tied": .bool])
    scope.names["measurements"] = .record(measurements(of: playbook))
    scope.later = component
    return scope
  }

  private static func questions(of playbook: Playbook, about scope: Question.Scope) -> [String: RuleType] {
    let types = playbook.questions.filter { $0.scope == scope }.map { ($0.id.text, $0.ruleType) }
    return Dictionary(types) { first, _ in first }
  }

  /// One of some names, or, where a reported mistake hides some, any.
  private static func choice(_ names: [String], areAll: Bool) -> RuleType {
    areAll ? .choice(names) : .string
  }

  private static func measurements(of playbook: Playbook) -> [String: RuleType] {
    Dictionary(
      playbook.measures.map { measure in
        var fields: [String: RuleType] = ["better": .bool]
        for (index, moment) in playbook.moments.enumerated() {
          var numbers: [String: RuleType] = ["value": .double]
          if measure.kind == .count { numbers["rate"] = .double }
          if measure.kind == .count, index > 0 { numbers["expected"] = .double }
          fields[moment.text] = .record(numbers)
        }
        return (measure.id.text, .record(fields))
      }
    ) { first, _ in first }
  }

  private static let component = [
    "component": "it stands only in the rules of candidates and component questions, once for each component"
  ]
  private static let criteria = [
    "criteria": "strengths are known only after all criteria; verdicts and steps see them",
    "score": "scores are known only after all criteria; verdicts and steps see them",
  ]
  private static let verdict = [
    "verdict": "the verdict is known only to steps and phases",
    "candidate": "candidates are known only to steps and phases",
  ]
  private static let steps = [
    "measurements": "measurements are seen only by steps and phases",
    "gates": "gates are seen only by steps after them",
  ]
}

extension Playbook {
  /// The names that the rules of criteria see.
  public var criterionScope: RuleScope { RuleScopes(self).criteria }
}

extension NameKind {
  /// The groups of rules' and templates' names that hold names of this kind.
  var groups: [String] {
    switch self {
    case .option: ["score"]
    case .verdict: ["verdict"]
    case .fact: ["facts"]
    case .question: ["answers", "component"]
    case .measure: ["measures", "measurements"]
    case .moment: ["measurements"]
    case .criterion: ["criteria"]
    case .step: ["gates"]
    case .data: ["data"]
    case .theme, .phase, .source, .term, .guide: []
    }
  }
}
