import Authoring
import Rules

extension Tailor {
  /// The components with where each question about them stands.
  ///
  /// - Parameter situation: what the rules see of their team.
  func components(of answers: Answers, in situation: Situation) -> [TailoredComponent] {
    let newest = answers.newestEvidence
    return answers.components.map { component in
      TailoredComponent(component: component, questions: questions(about: component, in: situation, newest))
    }
  }

  private func questions(
    about component: Answers.Component, in situation: Situation, _ newest: CalendarDate?
  ) -> [TailoredQuestion] {
    var log = RuleLog.silent
    var bindings = situation.bindings
    var fields: [String: Binding] = [:]
    var found: [Name: TailoredQuestion] = [:]
    for question in componentQuestions {
      bindings["component"] = .record(fields)
      let answer = component.answers[question.id]
      let when = log.outcome(of: question.when, in: bindings).holding
      let state = Situation.state(of: answer?.state, when: when)
      fields[question.id.text] = Situation.binding(
        of: state, question.id, answer?.state, in: "components.\(component.id)")
      found[question.id] = TailoredQuestion(
        question: question, answer: answer, state: state,
        isOld: answer.map { playbook.isOld($0, newest: newest) } ?? false)
    }
    return playbook.questions.filter { $0.scope == .component }.compactMap { found[$0.id] }
  }
}

extension Answers {
  /// The day of the newest answer, those about components included; nil where none is dated.
  var newestEvidence: CalendarDate? {
    (Array(answers.values) + components.flatMap(\.answers.values)).compactMap(\.evidence.on).max()
  }
}

extension Playbook {
  /// Whether an answer is older than the playbook's `answers_valid`.
  ///
  /// - Parameter newest: the day of the newest answer.
  func isOld(_ answer: Answer, newest: CalendarDate?) -> Bool {
    guard let newest, let days = answersValidDays, let on = answer.evidence.on else { return false }
    return newest.days(since: on) > days
  }
}
