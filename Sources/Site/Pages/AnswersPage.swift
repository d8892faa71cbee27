import Authoring
import Tailoring
import Templating

/// All questions with what the team said. `answers`
struct AnswersPage: TemplateModel {
  /// The questions of one file, or the answers about one component.
  struct Group: TemplateModel {
    let title: String
    let answers: [AnswerItem]

    static let fields: [Field<Self>] = [.text("title", \.title), .list("answers", \.answers)]
  }

  let frame: PageFrame
  let answered: Int
  let asked: Int
  let groups: [Group]
  let components: [Group]

  init(in context: inout PageContext) {
    let tailored = context.tailored
    frame = context.frame
    let asked = tailored.questions.filter { if case .notAsked = $0.state { false } else { true } }
    self.asked = asked.count
    answered = asked.count { question in
      switch question.state {
      case .given, .notApplicable: true
      case .open, .undecided, .notAsked: false
      }
    }
    let questions = Dictionary(tailored.questions.map { ($0.question.id, $0) }) { first, _ in first }
    groups = tailored.playbook.questionGroups.compactMap { group in
      let own = group.questions.filter { $0.scope == .subject }.compactMap { questions[$0.id] }
      guard !own.isEmpty else { return nil }
      return Group(title: group.title, answers: own.map { AnswerItem($0, in: &context) })
    }
    components = tailored.components.map { about in
      Group(
        title: about.component.title, answers: about.questions.map { AnswerItem($0, in: &context) })
    }
  }

  static let fields: [Field<Self>] = [
    .record("page", \.frame), .text("answered") { String($0.answered) }, .text("asked") { String($0.asked) },
    .list("groups", \.groups), .list("components", \.components),
    .flag("has_components") { !$0.components.isEmpty },
  ]
}
