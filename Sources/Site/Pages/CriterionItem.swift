import Authoring
import CommonMark
import Diagnostics
import Tailoring
import Templating

/// A criterion that concerns the team, in a list or on its own page. A class, as `PageFrame` is.
final class CriterionItem: TemplateModel {
  let anchor: String
  let title: String
  /// Its page; nil where it has none.
  let url: String?
  let theme: String?
  let weight: String?
  let strength: String
  /// `1 point`, `2.4 points`
  let points: String
  /// Whether it brings any points.
  let counts: Bool
  /// The option that it speaks for.
  let option: String?
  let because: [UInt8]
  let improve: [UInt8]
  let isOpen: Bool
  /// What an open criterion hangs on.
  let hangsOn: [LinkModel]
  /// Whether it hangs on more than its open cases do, which say it themselves.
  let waits: Bool
  /// The cases that rule something out, or could.
  let rulings: [RulingItem]
  /// The verdicts that no case rules out or could, in one phrase; nil where there are none.
  let spared: String?

  init(_ tailored: TailoredCriterion, in context: inout PageContext) {
    let criterion = tailored.criterion
    let words = context.words
    anchor = context.style.anchor(of: .criterion, criterion.id.text)
    title = criterion.title
    url = criterion.body == nil ? nil : context.style.url(of: .criterion(criterion.id))
    theme = criterion.theme.flatMap { context.team.shared.themeTitles[$0.value] }
    weight = criterion.reason.map { words.rounded($0.weight) }
    strength = words.percent(tailored.strength)
    points = words.points(tailored.points)
    counts = tailored.points > 0
    option = tailored.option.flatMap { context.team.shared.optionTitles[$0] }
    because = context.html(tailored.level?.because)
    improve = context.html(tailored.level?.improve)
    if case .open(let names) = tailored.state {
      isOpen = true
      hangsOn = context.links(toNames: names)
      let told = tailored.rulings.flatMap { ruling in
        if case .open(let ofCase) = ruling.state { Array(ofCase) } else { [String]() }
      }
      waits = !names.isSubset(of: told)
    } else {
      isOpen = false
      hangsOn = []
      waits = false
    }
    let cases = tailored.rulings.filter { $0.state != .passes }
    rulings = cases.map { RulingItem($0, in: &context) }
    let named = Set(tailored.rulings.flatMap(\.ruling.verdicts).map(\.value))
    let touched = Set(cases.flatMap(\.ruling.verdicts).map(\.value))
    let others = context.tailored.playbook.verdicts.filter {
      named.contains($0.id) && !touched.contains($0.id)
    }
    spared = others.isEmpty ? nil : words.list(others.map(\.title))
  }

  static let fields: [Field<CriterionItem>] = [
    .text("anchor", \.anchor), .text("title", \.title), .optionalText("url", \.url),
    .optionalText("theme", \.theme), .optionalText("weight", \.weight), .text("strength", \.strength),
    .text("points", \.points), .flag("counts", \.counts), .optionalText("option", \.option),
    .html("because", \.because), .html("improve", \.improve), .flag("open", \.isOpen),
    .list("hangs_on", \.hangsOn), .flag("waits", \.waits), .list("rulings", \.rulings),
    .optionalText("spared", \.spared),
  ]
}

/// A case in which a condition rules verdicts out.
struct RulingItem: TemplateModel {
  let verdicts: String
  let because: [UInt8]
  let rulesOut: Bool
  let isOpen: Bool
  let hangsOn: [LinkModel]
  let liftedBy: LinkModel?

  init(_ tailored: TailoredCriterion.Ruling, in context: inout PageContext) {
    let ruling = tailored.ruling
    let titles = ruling.verdicts.compactMap { context.team.shared.verdictTitles[$0.value] }
    verdicts = context.words.list(titles)
    because = context.html(ruling.because)
    liftedBy = ruling.liftedBy.map { context.link(ContentLink(kind: $0.kind, id: $0.id)) }
    switch tailored.state {
    case .rulesOut: (rulesOut, isOpen, hangsOn) = (true, false, [])
    case .passes: (rulesOut, isOpen, hangsOn) = (false, false, [])
    case .open(let names): (rulesOut, isOpen, hangsOn) = (false, true, context.links(toNames: names))
    }
  }

  static let fields: [Field<Self>] = [
    .text("verdicts", \.verdicts), .html("because", \.because), .flag("rules_out", \.rulesOut),
    .flag("open", \.isOpen), .list("hangs_on", \.hangsOn), .optionalRecord("lifted_by", \.liftedBy),
  ]
}
