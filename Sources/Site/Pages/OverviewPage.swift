import Authoring
import Tailoring
import Templating

/// The team's first page: what to decide and why, what is open, what to do next. `overview`
struct OverviewPage: TemplateModel {
  let frame: PageFrame
  let summary: String?
  let revision: String?
  /// What speaks for each option.
  let scores: [ScoreModel]
  /// The verdicts that something rules out.
  let ruledOut: [VerdictItem]
  /// Conditions of which it is open whether they rule something out.
  let openConditions: [CriterionItem]
  /// The first of the open questions, those that can be answered from memory before the others.
  let openQuestions: [QuestionItem]
  /// How many more there are; nil where these are all.
  let moreQuestions: String?
  /// The next three steps.
  let nextSteps: [StepItem]
  let sensitivity: SensitivityModel?
  let schedule: ScheduleModel?
  let candidate: CandidateModel?
  /// Whether there are components, and none can be ranked.
  let hasNoCandidate: Bool
  /// What would make a component the first candidate: the nearest for each of the first ones; empty where there is one.
  let remedies: [RemedyModel]

  init(in context: inout PageContext) {
    let tailored = context.tailored
    frame = context.frame
    summary = tailored.playbook.summary
    revision = context.team.shared.revision
    scores = tailored.scores.map { ScoreModel($0, in: &context) }
    ruledOut = tailored.verdict.candidates.filter { !$0.ruledOutBy.isEmpty }.map {
      VerdictItem($0, in: &context)
    }
    let open = tailored.criteria.filter { $0.concernsTeam && $0.rulings.contains(where: \.isOpen) }
    openConditions = open.map { CriterionItem($0, in: &context) }
    let questions = context.openQuestions()
    openQuestions = Array((questions.filter(\.isQuick) + questions.filter { !$0.isQuick }).prefix(5))
    moreQuestions =
      questions.count > 5
      ? context.words.moreQuestions(questions.count - 5) : nil
    nextSteps = context.team.steps.filter { !$0.isFinished }.prefix(3).map { StepItem($0, in: &context) }
    sensitivity = tailored.sensitivity.map { SensitivityModel($0, most: SensitivityModel.few, in: context) }
    schedule = tailored.schedule.map { ScheduleModel($0, in: context) }
    candidate = tailored.candidates.flatMap { CandidateModel($0, words: context.words) }
    let leftOut = candidate == nil ? tailored.candidates?.leftOut ?? [] : []
    hasNoCandidate = !leftOut.isEmpty
    remedies = Array(
      leftOut.compactMap { RemedyModel.few(of: $0, words: context.words).first }.prefix(SensitivityModel.few))
  }

  static let fields: [Field<Self>] = [
    .record("page", \.frame), .optionalText("summary", \.summary), .optionalText("revision", \.revision),
    .list("scores", \.scores),
    .list("ruled_out", \.ruledOut), .flag("anything_ruled_out") { !$0.ruledOut.isEmpty },
    .list("open_conditions", \.openConditions), .flag("any_open_condition") { !$0.openConditions.isEmpty },
    .list("open_questions", \.openQuestions), .flag("anything_open") { !$0.openQuestions.isEmpty },
    .optionalText("more_questions", \.moreQuestions),
    .list("next_steps", \.nextSteps), .flag("has_next_steps") { !$0.nextSteps.isEmpty },
    .optionalRecord("sensitivity", \.sensitivity), .optionalRecord("schedule", \.schedule),
    .optionalRecord("candidate", \.candidate), .flag("no_candidate", \.hasNoCandidate),
    .list("remedies", \.remedies), .flag("any_remedy") { !$0.remedies.isEmpty },
  ]
}

extension TailoredCriterion.Ruling {
  /// Whether it waits for answers.
  var isOpen: Bool {
    if case .open = state { true } else { false }
  }
}
