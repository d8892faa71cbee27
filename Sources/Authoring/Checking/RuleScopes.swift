import Diagnostics
public import Rules

/// Which names each kind of rule sees, with their types.
///
/// Each stage sees the names of the stages before it; a later name is an error that says why.
struct RuleScopes {
  private let playbook: Playbook
  private let questions: [String: RuleType]
  private let components: [String: RuleType]

  init(_ playbook: Playbook) {
    self.playbook = playbook
    func types(_ scope: Question.Scope) -> [String: RuleType] {
      let pairs = playbook.questions.filter { $0.scope == scope }.map { ($0.id.text, $0.ruleType) }
      return Dictionary(pairs) { first, _ in first }
    }
    questions = types(.subject)
    components = types(.component)
  }

  /// Questions' `when` and facts.
  var questionsAndFacts: RuleScope {
    RuleScope(
      names: [
        "answers": .record(questions),
        "facts": .record(Dictionary(playbook.facts.map { ($0.id.text, $0.type) }) { first, _ in first }),
        "team": .record([
          "name": .string, "subject": .string, "people": .int, "availability": .double, "start": .date,
        ]),
      ],
      later: Self.component.merging(Self.criteria) { $1 }.merging(Self.verdict) { $1 }.merging(Self.steps) {
        $1
      },
      incomplete: Set(playbook.unread.flatMap(\.groups)))
  }

  /// What decides which components are eligible, and component questions' `when`.
  var candidates: RuleScope {
    var scope = questionsAndFacts
    scope.names["component"] = .record(components)
    scope.later["component"] = nil
    return scope
  }

  /// Criteria: `when`, levels, `rules_out`.
  var criteria: RuleScope { questionsAndFacts }

  /// Verdicts.
  var verdicts: RuleScope {
    var scope = questionsAndFacts
    let strengths = playbook.criteria.filter { $0.reason != nil }.map {
      ($0.id.text, RuleType.record(["strength": .double]))
    }
    scope.names["criteria"] = .record(Dictionary(strengths) { first, _ in first })
    scope.names["score"] = .record(
      Dictionary(playbook.options.map { ($0.id.text, .double) }) { first, _ in first })
    for name in Self.criteria.keys { scope.later[name] = nil }
    return scope
  }

  /// Phases: what steps see, without gates.
  var phases: RuleScope { steps(gates: [], others: playbook.steps) }

  /// A step: `when`, effort, exits, gate.
  ///
  /// - Parameter step: whose needs say which gates lie before it.
  func step(_ step: Step) -> RuleScope {
    let before = playbook.stepsBefore(step)
    return steps(
      gates: before, others: playbook.steps.filter { step in !before.contains { $0.id == step.id } })
  }

  private func steps(gates: [Step], others: [Step]) -> RuleScope {
    var scope = verdicts
    let ids = choice(playbook.verdicts.map(\.id.text), areAll: !playbook.unread.contains(.verdict))
    scope.names["verdict"] = .record(["id": ids, "computed": ids])
    scope.names["candidate"] = .record(["id": .string, "tied": .bool])
    scope.names["measurements"] = .record(measurements)
    let outcomes = gates.filter { !$0.gate.isEmpty }.map {
      ($0.id.text, choice($0.gate.map(\.id.text), areAll: $0.areNamesRead))
    }
    scope.names["gates"] = .record(Dictionary(outcomes) { first, _ in first })
    scope.later = Self.component
    for step in others where !step.gate.isEmpty {
      scope.later["gates.\(step.id)"] = "the gate of '\(step.id)' is not before this by its needs"
    }
    return scope
  }

  /// One of some names, or, where a reported mistake hides some, any.
  private func choice(_ names: [String], areAll: Bool) -> RuleType { areAll ? .choice(names) : .string }

  private var measurements: [String: RuleType] {
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
  /// The steps that come before a step by its needs, directly or through others.
  func stepsBefore(_ step: Step) -> [Step] {
    let byID = Dictionary(steps.map { ($0.id, $0) }) { first, _ in first }
    var found: Set<Slug> = []
    var waiting = step.needs.map(\.value)
    while let id = waiting.popLast() {
      if found.insert(id).inserted { waiting += byID[id]?.needs.map(\.value) ?? [] }
    }
    return steps.filter { found.contains($0.id) }
  }
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
