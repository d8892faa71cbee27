import Authoring
import CommonMark
import Diagnostics
import Rules
import Tailoring
import Templating

/// One verdict of the playbook, and what became of it.
struct VerdictItem: TemplateModel {
  let title: String
  /// Its rule as the author wrote it; nil for the last, which always holds.
  let rule: String?
  let holds: Bool
  /// Whether its rule waits for answers.
  let isOpen: Bool
  /// Whether it is the verdict, or the verdict so far; none is while too little is known.
  let isComputed: Bool
  let isPossible: Bool
  /// What rules it out.
  let ruledOutBy: [Obstacle]

  /// A condition that rules a verdict out.
  struct Obstacle: TemplateModel {
    let criterion: LinkModel
    let because: [UInt8]
    let liftedBy: LinkModel?

    static let fields: [Field<Self>] = [
      .record("criterion", \.criterion), .html("because", \.because),
      .optionalRecord("lifted_by", \.liftedBy),
    ]
  }

  init(_ candidate: TailoredVerdict.Candidate, in context: inout PageContext) {
    let tailored = context.tailored
    title = candidate.verdict.title
    rule = candidate.verdict.when?.source.text
    holds = candidate.outcome.bool ?? false
    if case .unknown = candidate.outcome { isOpen = true } else { isOpen = false }
    isComputed = tailored.verdict.standing != .open && candidate.verdict.id == tailored.verdict.computed.id
    isPossible = candidate.isPossible
    ruledOutBy = candidate.ruledOutBy.map { index in
      let criterion = tailored.criteria[index.criterion]
      let ruling = RulingItem(criterion.rulings[index.ruling], in: &context)
      let link = context.link(.init(kind: .criterion, id: criterion.criterion.id.text))
      return Obstacle(criterion: link, because: ruling.because, liftedBy: ruling.liftedBy)
    }
  }

  static let fields: [Field<Self>] = [
    .text("title", \.title), .optionalText("rule", \.rule), .flag("holds", \.holds),
    .flag("open", \.isOpen), .flag("computed", \.isComputed), .flag("possible", \.isPossible),
    .list("ruled_out_by", \.ruledOutBy), .flag("ruled_out") { !$0.ruledOutBy.isEmpty },
  ]
}
