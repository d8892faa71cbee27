import Authoring
import Diagnostics
import Rules

/// A team's answers and the facts as rules see them, open ones unknown.
struct Situation {
  /// What is known before any rule runs.
  struct Input {
    /// The answers about the subject.
    var answers: [Name: Answer]
    /// What `team` stands for.
    var team: [String: Binding]
    /// Whether each question applies, whatever its rule says, as tests of criteria have it.
    var asksEverything = false
  }

  /// What an answers file says about a question, as far as rules can tell.
  enum Said: Hashable {
    case value(RuleValue)
    case nothing
    case notApplicable
  }

  /// What the rules of criteria see.
  private(set) var bindings: Bindings
  /// Where each question about the subject stands, by index.
  private(set) var states: [TailoredQuestion.State]
  /// What each fact comes to, by index.
  private(set) var facts: [Outcome]
  /// The questions of which it is open whether they apply, by index.
  private(set) var undecided: Set<Int> = []
  /// What the answers file says about each question about the subject, by index.
  let said: [Said]

  private let input: Input
  private let derivation: Derivation

  /// Binds the answers, and derives the facts and which questions apply, in the order of their needs.
  init(_ input: Input, _ derivation: Derivation, log: inout RuleLog) {
    self.input = input
    self.derivation = derivation
    said = derivation.questions.map { Said(input.answers[$0.id]?.state) }
    states = derivation.questions.map { _ in .open }
    facts = derivation.facts.map { .unknown(Unknown(names: ["facts.\($0.id)"])) }
    var answers: [String: Binding] = [:]
    for (index, question) in derivation.questions.enumerated()
    where question.when == nil || input.asksEverything {
      let answer = input.answers[question.id]?.state
      states[index] = Self.state(of: answer, when: .holds)
      answers[question.id.text] = Self.binding(of: states[index], question.id, answer)
    }
    bindings = ["answers": .record(answers), "facts": .record([:]), "team": .record(input.team)]
    var derivedFacts: [String: Binding] = [:]
    for item in derivation.order {
      switch item {
      case .question(let index):
        let question = derivation.questions[index]
        guard let when = question.when, !input.asksEverything else { continue }
        let answer = input.answers[question.id]
        let outcome = log.outcome(of: when, in: bindings)
        states[index] = Self.state(of: answer?.state, when: outcome.holding)
        if case .undecided = states[index] { undecided.insert(index) }
        if case .notAsked = states[index], let answer, answer.isIgnoredAloud {
          log.append(.ignoredAnswer(answer, to: question, when: when))
        }
        answers[question.id.text] = Self.binding(of: states[index], question.id, answer?.state)
        bindings["answers"] = .record(answers)
      case .fact(let index):
        let fact = derivation.facts[index]
        facts[index] = log.outcome(of: fact.rule, in: bindings)
        derivedFacts[fact.id.text] = facts[index].binding(named: "facts.\(fact.id)")
        bindings["facts"] = .record(derivedFacts)
      }
    }
  }
}

extension Situation {
  /// Where a question stands.
  ///
  /// A question whose rule is false is not asked, whatever the file says about it. Where the rule is open,
  /// an answer that was given counts only once the question is known to apply: until then it is open as
  /// well, so that no later answer can take back what was said. One that is not applicable stays so in
  /// either case.
  static func state(of answer: Answer.State?, when: Holding) -> TailoredQuestion.State {
    switch (when, answer) {
    case (.fails, _), (.notApplicable, _): .notAsked
    case (_, .notApplicable(let reason)): .notApplicable(reason)
    case (.open(let names), _): .undecided(names)
    case (.holds, .given(let value)): .given(value)
    case (.holds, .unknown), (.holds, nil): .open
    }
  }

  /// What rules see of a question.
  ///
  /// - Parameter group: the names before the question's own, such as `answers`.
  static func binding(
    of state: TailoredQuestion.State, _ question: Name, _ answer: Answer.State?, in group: String = "answers"
  ) -> Binding {
    let name = "\(group).\(question)"
    switch state {
    case .given(let value): return .value(value)
    case .open: return .unknown(Unknown(names: [name]))
    case .notApplicable, .notAsked: return .notApplicable([name])
    case .undecided(let names):
      if case .given = answer { return .unknown(Unknown(names: names)) }
      return .unknown(Unknown(names: names.union([name])))
    }
  }

  /// What rules see with other answers to some questions. What hangs on those is derived anew.
  ///
  /// - Parameters:
  ///   - values: by the question's index.
  ///   - reach: the questions and facts that matter.
  func bindings(changing values: [Int: RuleValue], reach: Reach) -> Bindings {
    guard !values.isEmpty, case .record(var answers)? = bindings["answers"],
      case .record(var facts)? = bindings["facts"]
    else { return bindings }
    for (index, value) in values where !isConditional(index) {
      answers[derivation.questions[index].id.text] = .value(value)
    }
    var changed = bindings
    changed["answers"] = .record(answers)
    func hangsOnChange(_ item: Derivation.Item) -> Bool {
      derivation.reach(of: item).questions.contains { values[$0] != nil }
    }
    for item in derivation.order {
      switch item {
      case .question(let index)
      where reach.questions.contains(index) && isConditional(index) && hangsOnChange(item):
        let question = derivation.questions[index]
        let answer = values[index].map { Answer.State.given($0) } ?? input.answers[question.id]?.state
        let state = Self.state(of: answer, when: question.when?.evaluate(changed).holding ?? .holds)
        answers[question.id.text] = Self.binding(of: state, question.id, answer)
        changed["answers"] = .record(answers)
      case .fact(let index) where reach.facts.contains(index) && hangsOnChange(item):
        let fact = derivation.facts[index]
        facts[fact.id.text] = fact.rule.evaluate(changed).binding(named: "facts.\(fact.id)")
        changed["facts"] = .record(facts)
      case .question, .fact: continue
      }
    }
    return changed
  }

  /// What `team` stands for.
  var team: [String: Binding] { input.team }

  /// Whether each question applies, whatever its rule says.
  var asksEverything: Bool { input.asksEverything }

  /// Whether a rule says whether a question applies.
  private func isConditional(_ index: Int) -> Bool {
    derivation.questions[index].when != nil && !input.asksEverything
  }

  /// The questions as a result.
  ///
  /// - Parameter isOld: whether an answer was given long ago.
  func tailoredQuestions(isOld: (Answer) -> Bool) -> [TailoredQuestion] {
    zip(derivation.questions, states).map { question, state in
      let answer = input.answers[question.id]
      return TailoredQuestion(
        question: question, answer: answer, state: state, isOld: answer.map(isOld) ?? false)
    }
  }

  /// What an answers file says about a question.
  func answer(to index: Int) -> Answer? { answer(to: derivation.questions[index]) }

  /// What an answers file says about a question.
  func answer(to question: Question) -> Answer? { input.answers[question.id] }

  /// Whether a question has no settled answer yet.
  func isOpen(question index: Int) -> Bool {
    switch states[index] {
    case .open, .undecided: true
    case .given, .notApplicable, .notAsked: false
    }
  }

  /// Whether a question has no settled answer, and the answers file gives none either.
  func isUnanswered(_ index: Int) -> Bool {
    if case .given = answer(to: index)?.state { return false }
    return isOpen(question: index)
  }

  /// Whether nothing is known of a name of `team`.
  func isOpen(team name: String) -> Bool {
    if case .unknown? = input.team[name] { return true }
    return false
  }
}

extension Situation.Said {
  fileprivate init(_ answer: Answer.State?) {
    switch answer {
    case .given(let value): self = .value(value)
    case .unknown, nil: self = .nothing
    case .notApplicable: self = .notApplicable
    }
  }
}

extension Answer {
  /// Whether to say that it is ignored: shared answers need not fit every team, and that a question makes no
  /// sense is what its rule says as well.
  var isIgnoredAloud: Bool {
    switch state {
    case .given, .unknown: origin == .own
    case .notApplicable: false
    }
  }
}
