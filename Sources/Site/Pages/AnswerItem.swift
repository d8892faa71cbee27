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

  init(_ tailored: TailoredQuestion, in context: inout PageContext) {
    let (question, answer) = (tailored.question, tailored.answer)
    switch tailored.state {
    case .given: (state, hangsOn) = (.given, [])
    case .open: (state, hangsOn) = (.open, [])
    case .notApplicable: (state, hangsOn) = (.notApplicable, [])
    case .notAsked: (state, hangsOn) = (.notAsked, [])
    case .undecided(let names): (state, hangsOn) = (.undecided, context.links(toNames: names))
    }
    anchor =
      question.scope == .subject ? context.style.anchor(of: .question, question.id.text) : nil
    label = question.label
    ask = question.ask
    findOut = context.html(question.findOut)
    isPrivate = question.isPrivate
    isQuick = question.isQuick
    isOld = tailored.isOld
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
