import Authoring
import Rules
import Tailoring
import Templating

/// The components as places to start, and why some are none. `candidates`
struct CandidatesPage: TemplateModel {
  /// A component with the parts of its sum.
  struct Ranked: TemplateModel {
    let title: String
    let total: String
    /// What the total can still become; nil where nothing is open.
    let range: RangeModel?
    let isTied: Bool
    let parts: [Part]

    static let fields: [Field<Self>] = [
      .text("title", \.title), .text("total", \.total), .optionalRecord("range", \.range),
      .flag("tied", \.isTied), .list("parts", \.parts),
    ]
  }

  /// A part of a component's sum.
  struct Part: TemplateModel {
    let points: String
    let isOpen: Bool

    static let fields: [Field<Self>] = [.text("points", \.points), .flag("open", \.isOpen)]
  }

  /// A part of every sum.
  struct Column: TemplateModel {
    let number: String
    let title: String
    let weight: String

    static let fields: [Field<Self>] = [
      .text("number", \.number), .text("title", \.title), .text("weight", \.weight),
    ]
  }

  /// A component that is not ranked.
  struct LeftOut: TemplateModel {
    let title: String
    /// The questions that decide, in one phrase; nil where they are known.
    let hangsOn: String?
    /// The answers that decide.
    let reasons: [Reason]
    /// What would make it eligible; empty where no one or two answers would.
    let remedies: [RemedyModel]

    static let fields: [Field<Self>] = [
      .text("title", \.title), .flag("open") { $0.hangsOn != nil }, .optionalText("hangs_on", \.hangsOn),
      .list("reasons", \.reasons), .list("remedies", \.remedies),
      .flag("any_remedy") { !$0.remedies.isEmpty },
    ]
  }

  /// An answer about a component.
  struct Reason: TemplateModel {
    let label: String
    let value: String

    static let fields: [Field<Self>] = [.text("label", \.label), .text("value", \.value)]
  }

  let frame: PageFrame
  let columns: [Column]
  let ranked: [Ranked]
  let leftOut: [LeftOut]
  /// The questions that the rule for candidates asks about, in one phrase.
  let decidedBy: String
  let picture: [UInt8]

  init(_ candidates: TailoredCandidates, in context: PageContext) {
    let (words, playbook) = (context.words, context.tailored.playbook)
    /// The component questions among full names, in the playbook's order.
    func questions(in names: some Sequence<String>) -> [Question] {
      let ids = Set(names.compactMap { $0.split(separator: ".").last.map(String.init) })
      return playbook.questions.filter { $0.scope == .component && ids.contains($0.id.text) }
    }
    let deciding = questions(
      in: playbook.candidates?.eligible?.references.map { $0.path.joined(separator: ".") } ?? [])
    frame = context.frame
    columns = (playbook.candidates?.parts ?? []).enumerated().map { index, part in
      Column(number: String(index + 1), title: part.title, weight: words.rounded(part.weight))
    }
    ranked = candidates.ranked.map { ranked in
      let total = ranked.total
      return Ranked(
        title: ranked.component.title, total: words.rounded(total.lowerBound),
        range: total.lowerBound == total.upperBound
          ? nil : RangeModel(low: words.rounded(total.lowerBound), high: words.rounded(total.upperBound)),
        isTied: ranked.isTied,
        parts: ranked.parts.map {
          Part(points: words.rounded($0.part.weight * $0.value.lowerBound), isOpen: $0.isOpen)
        })
    }
    leftOut = candidates.leftOut.map { leftOut in
      let component = leftOut.component
      let remedies = RemedyModel.few(of: leftOut, words: words)
      if case .unknown(let unknown) = leftOut.outcome {
        let open = words.list(questions(in: unknown.names).map(\.label))
        return LeftOut(title: component.title, hangsOn: open, reasons: [], remedies: remedies)
      }
      return LeftOut(
        title: component.title, hangsOn: nil,
        reasons: deciding.map { Reason($0, component.answers[$0.id], words: words) }, remedies: remedies)
    }
    decidedBy = words.list(deciding.map(\.label))
    picture = CandidatesChart(candidates, words: words)?.svg ?? []
  }

  static let fields: [Field<Self>] = [
    .record("page", \.frame), .list("columns", \.columns), .list("ranked", \.ranked),
    .flag("anything_ranked") { !$0.ranked.isEmpty }, .list("left_out", \.leftOut),
    .flag("anything_left_out") { !$0.leftOut.isEmpty }, .text("decided_by", \.decidedBy),
    .html("picture", \.picture),
  ]
}

extension CandidatesPage.Reason {
  fileprivate init(_ question: Question, _ answer: Answer?, words: Words) {
    label = question.label
    switch answer?.state {
    case _ where question.isPrivate: value = words[.isPrivate]
    case .given(let given)?: value = words.text(of: given, to: question)
    case .notApplicable?: value = words[.notApplicable]
    case .unknown?, nil: value = words[.notAnswered]
    }
  }
}
