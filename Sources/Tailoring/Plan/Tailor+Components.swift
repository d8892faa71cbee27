public import Authoring
import Rules

extension Tailor {
  /// The questions about a component, each after those that its rule uses, and what the team said of it.
  ///
  /// - Parameter tailored: the playbook of the component's team, whose answers and facts the rules see.
  public func questions(about component: Answers.Component, in tailored: TailoredPlaybook)
    -> [TailoredQuestion]
  {
    var log = RuleLog.silent
    var bindings = tailored.criterionBindings
    var fields: [String: Binding] = [:]
    return componentQuestions.map { question in
      bindings["component"] = .record(fields)
      let answer = component.answers[question.id]
      let when = log.outcome(of: question.when, in: bindings).holding
      let state = Situation.state(of: answer?.state, when: when)
      fields[question.id.text] = Situation.binding(
        of: state, question.id, answer?.state, in: "components.\(component.id)")
      return TailoredQuestion(question: question, answer: answer, state: state, isOld: false)
    }
  }
}
