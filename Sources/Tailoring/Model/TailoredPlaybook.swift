public import Authoring
public import Rules

/// A playbook made for one team: what holds, what is open, what follows.
public struct TailoredPlaybook: Sendable {
  /// The playbook as the author wrote it.
  public let playbook: Playbook
  /// What the team said.
  public let answers: Answers
  /// The questions about the subject, in the playbook's order.
  public let questions: [TailoredQuestion]
  /// The components, in the order of the file.
  public let components: [TailoredComponent]
  /// The facts, in the playbook's order.
  public let facts: [(fact: Fact, outcome: Outcome)]
  /// All criteria, in the playbook's order, left-out ones included.
  public let criteria: [TailoredCriterion]
  /// The score of each option, in the playbook's order.
  public let scores: [Score]
  /// What is advised.
  public let verdict: TailoredVerdict
  /// What the verdict hangs on; nil where it cannot be tried, for more than 64 verdicts.
  public let sensitivity: Sensitivity?
  /// The components as places to start; nil where the playbook ranks none.
  public let candidates: TailoredCandidates?
  /// The steps.
  public let plan: Plan
  /// How long the plan takes; nil where nothing that is left to do has an estimate.
  public let schedule: Schedule?
  /// The guides that concern the team or may do so, in the playbook's order.
  public let guides: [Guide]
  /// What was measured, by the playbook's measures.
  public let measurements: [TailoredMeasure]
  /// What the rules of criteria see: answers, facts and the team.
  public let criterionBindings: Bindings
}

/// A part of the subject that could move alone, and what the team said about it.
public struct TailoredComponent: Sendable {
  /// The component.
  public let component: Answers.Component
  /// The questions about components, in the playbook's order.
  public let questions: [TailoredQuestion]
}

/// A question, and what the team said.
public struct TailoredQuestion: Sendable {
  /// Where an answer stands.
  public enum State: Sendable {
    /// Answered.
    case given(RuleValue)
    /// Nothing said, or said to be unknown: the answer then says who finds out.
    case open
    /// Said to make no sense here.
    case notApplicable(String)
    /// Not asked, since the question's `when` is false.
    case notAsked
    /// It is open whether the question applies; the names of what decides.
    case undecided(Set<String>)
  }

  /// The question.
  public let question: Question
  /// The team's answer, with evidence and origin; nil where the team said nothing.
  public let answer: Answer?
  /// Where it stands.
  public let state: State
  /// Whether the answer is older than the playbook's `answers_valid`, compared with the newest answer.
  public let isOld: Bool
}
