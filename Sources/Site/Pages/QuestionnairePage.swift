import Authoring
import CommonMark
import Diagnostics
import Rules
import Tailoring
import Templating

/// All questions of a playbook, before anybody has answered. `answer`
struct QuestionnairePage: TemplateModel {
  /// The questions of one file about the subject, or about each component.
  struct Group: TemplateModel {
    let title: String
    let questions: [BlankQuestion]

    static let fields: [Field<Self>] = [.text("title", \.title), .list("questions", \.questions)]
  }

  let frame: SiteFrame
  let playbook: Playbook
  let quick: [LinkModel]
  let groups: [Group]
  let componentGroups: [Group]
  let anyPrivate: Bool

  init(_ shared: PreparedPlaybook, _ lines: inout BlankLines) {
    playbook = shared.playbook
    let questions = playbook.questions
    quick = questions.filter { $0.isQuick && $0.scope == .subject }.map {
      LinkModel(title: $0.label, url: $0.linkOnQuestionnaire)
    }
    anyPrivate = questions.contains(where: \.isPrivate)
    func about(_ scope: Question.Scope) -> [Group] {
      shared.playbook.questionGroups.compactMap { group in
        let own = group.questions.filter { $0.scope == scope }
        guard !own.isEmpty else { return nil }
        return Group(title: group.title, questions: own.map { BlankQuestion($0, shared, &lines) })
      }
    }
    frame = SiteFrame(shared.theme)
    groups = about(.subject)
    componentGroups = about(.component)
  }

  static let fields: [Field<Self>] = [
    .record("page", \.frame), .text("playbook_id", \.playbook.id.text),
    .text("playbook", \.playbook.title), .text("version", \.playbook.version.description),
    .optionalText("summary", \.playbook.summary), .text("subject_kind", \.playbook.subject),
    .text("count") { page in String(page.groups.reduce(0) { $0 + $1.questions.count }) },
    .list("quick", \.quick), .flag("has_quick") { !$0.quick.isEmpty }, .flag("any_private", \.anyPrivate),
    .list("groups", \.groups), .list("component_groups", \.componentGroups),
    .flag("has_components") { !$0.componentGroups.isEmpty },
  ]
}

/// A question that waits for its answer. A class, as `PageFrame` is.
final class BlankQuestion: TemplateModel {
  /// An answer to choose.
  struct Choice: TemplateModel {
    let question: Name
    let choice: Question.Choice

    static let fields: [Field<Self>] = [
      .text("question", \.question.text), .text("id", \.choice.id.text), .text("label", \.choice.label),
    ]
  }

  let question: Question
  let findOut: [UInt8]
  let condition: ConditionModel?
  private let words: Words

  init(_ question: Question, _ shared: PreparedPlaybook, _ lines: inout BlankLines) {
    self.question = question
    words = shared.words
    findOut = question.findOut.map { lines.html($0) } ?? []
    condition = question.when.flatMap { ConditionModel($0, in: shared.playbook, words: shared.words) }
  }

  private var limits: Question.Limits? {
    switch question.kind {
    case .integer(let limits), .number(let limits): limits
    case .boolean, .oneOf, .manyOf, .text, .date: nil
    }
  }

  /// The type as questions name it.
  private var type: String {
    switch question.kind {
    case .boolean: "boolean"
    case .oneOf: "one_of"
    case .manyOf: "many_of"
    case .integer: "integer"
    case .number: "number"
    case .text: "text"
    case .date: "date"
    }
  }

  static let fields: [Field<BlankQuestion>] = [
    .text("id", \.question.id.text), .text("anchor", \.question.anchorOnQuestionnaire),
    .text("label", \.question.label), .text("ask", \.question.ask), .html("find_out", \.findOut),
    .text("type", \.type), .flag("boolean") { $0.type == "boolean" }, .flag("one_of") { $0.type == "one_of" },
    .flag("many_of") { $0.type == "many_of" }, .flag("integer") { $0.type == "integer" },
    .flag("number") { $0.type == "number" }, .flag("text") { $0.type == "text" },
    .flag("date") { $0.type == "date" },
    .list("choices") { blank in
      blank.question.choices.map { Choice(question: blank.question.id, choice: $0) }
    },
    // As rules and scripts read numbers, and as people do.
    .optionalText("min") { $0.limits?.minimum?.plain }, .optionalText("max") { $0.limits?.maximum?.plain },
    .optionalText("from") { blank in blank.limits?.minimum.map(blank.words.number) },
    .optionalText("to") { blank in blank.limits?.maximum.map(blank.words.number) },
    .optionalText("unit") { $0.limits?.unit },
    .flag("quick", \.question.isQuick), .flag("required", \.question.isRequired),
    .flag("private", \.question.isPrivate), .optionalRecord("condition", \.condition),
    .optionalText("rule") { $0.condition == nil ? $0.question.when?.source.text : nil },
  ]
}
