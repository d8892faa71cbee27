import Authoring
import CommonMark
import Tailoring
import Templating

/// A question with what the team said.
///
/// Of a private answer it says only that there is one: no value, no evidence, no reason. A class, as `PageFrame`
/// is.
final class AnswerItem: TemplateModel {
  /// Where the answer stands.
  enum State {
    case given, open, notApplicable, notAsked, undecided
  }

  /// Nil for the answers of components, which nothing links to.
  let anchor: String?
  let label: String
  let ask: String
  let findOut: [UInt8]
  let state: State
  let isPrivate: Bool
  let isQuick: Bool
  let isOld: Bool
  /// What was answered.
  let value: String?
  /// Why it is unknown and who finds out, or why it makes no sense.
  let reason: String?
  let until: String?
  let hangsOn: [LinkModel]
  let evidence: EvidenceModel?
  let origin: Answer.Origin?

  convenience init(_ tailored: TailoredQuestion, in context: inout PageContext) {
    var hangsOn: [LinkModel] = []
    let state: State
    switch tailored.state {
    case .given: state = .given
    case .open: state = .open
    case .notApplicable: state = .notApplicable
    case .notAsked: state = .notAsked
    case .undecided(let names):
      state = .undecided
      hangsOn = context.links(toNames: names)
    }
    self.init(
      tailored.question, tailored.answer, state,
      anchor: context.style.anchor(of: .question, tailored.question.id.text), isOld: tailored.isOld,
      hangsOn: hangsOn, in: &context)
  }

  /// The answer about a component.
  convenience init(_ question: Question, of component: Answers.Component, in context: inout PageContext) {
    let answer = component.answers[question.id]
    let state: State =
      switch answer?.state {
      case nil, .unknown: .open
      case .given: .given
      case .notApplicable: .notApplicable
      }
    self.init(question, answer, state, anchor: nil, isOld: false, hangsOn: [], in: &context)
  }

  private init(
    _ question: Question, _ answer: Answer?, _ state: State, anchor: String?, isOld: Bool,
    hangsOn: [LinkModel], in context: inout PageContext
  ) {
    self.anchor = anchor
    label = question.label
    ask = question.ask
    findOut = context.html(question.findOut)
    self.state = state
    isPrivate = question.isPrivate
    isQuick = question.isQuick
    self.isOld = isOld
    self.hangsOn = hangsOn
    origin = answer?.origin
    let told = question.isPrivate || state == .notAsked || state == .undecided ? nil : answer
    switch told?.state {
    case .given(let value):
      (self.value, reason, until) = (context.words.text(of: value, to: question), nil, nil)
    case .unknown(let reason, let until): (value, self.reason, self.until) = (nil, reason, until?.description)
    case .notApplicable(let reason): (value, self.reason, until) = (nil, reason, nil)
    case nil: (value, reason, until) = (nil, nil, nil)
    }
    evidence = told.flatMap { EvidenceModel($0.evidence) }
  }

  static let fields: [Field<AnswerItem>] = [
    .optionalText("anchor", \.anchor), .text("label", \.label), .text("ask", \.ask),
    .html("find_out", \.findOut), .flag("given") { $0.state == .given && !$0.isPrivate },
    .flag("given_privately") { ($0.state == .given || $0.state == .notApplicable) && $0.isPrivate },
    .flag("open") { $0.state == .open },
    .flag("not_applicable") { $0.state == .notApplicable && !$0.isPrivate },
    .flag("not_asked") { $0.state == .notAsked },
    .flag("undecided") { $0.state == .undecided }, .flag("private", \.isPrivate),
    .flag("quick", \.isQuick), .flag("old", \.isOld), .optionalText("value", \.value),
    .optionalText("reason", \.reason), .optionalText("until", \.until), .list("hangs_on", \.hangsOn),
    .optionalRecord("evidence", \.evidence), .flag("from_team") { $0.origin == .team },
    .flag("from_all") { $0.origin == .all },
  ]
}

/// What backs an answer.
struct EvidenceModel: TemplateModel {
  let note: String?
  let source: String?
  /// The source as an address, where it is one.
  let sourceURL: [UInt8]
  let by: String?
  let on: String?

  /// Nil where there is none.
  init?(_ evidence: Answer.Evidence) {
    guard evidence != .none else { return nil }
    note = evidence.note
    source = evidence.source
    sourceURL = evidence.source.flatMap(WebAddress.init)?.html ?? []
    by = evidence.by
    on = evidence.on?.description
  }

  static let fields: [Field<Self>] = [
    .optionalText("note", \.note), .optionalText("source", \.source), .html("source_url", \.sourceURL),
    .optionalText("by", \.by), .optionalText("on", \.on),
  ]
}
