import Authoring
import Diagnostics
import Rules
import Tailoring
import Templating

/// Why an item is in this team's playbook: its rules, and what the team said to the questions behind them.
struct WhyModel: TemplateModel {
  /// Something that a rule asks for.
  struct Ground: TemplateModel {
    let link: LinkModel
    /// What it is for this team; nil where it is open, private or no single value.
    let value: String?
    let isOpen: Bool
    let isPrivate: Bool

    static let fields: [Field<Self>] = [
      .record("link", \.link), .optionalText("value", \.value), .flag("open", \.isOpen),
      .flag("private", \.isPrivate),
    ]
  }

  /// As they are written; none where a private answer is behind one of them, which would then tell it.
  let rules: [String]
  let grounds: [Ground]
  let isForEveryTeam: Bool

  /// - Parameter rules: those that must all hold for the item to be there.
  init(_ rules: [Rule], in context: PageContext) {
    isForEveryTeam = rules.isEmpty
    grounds = context.names(behind: rules).map { context.ground($0) }
    self.rules = grounds.contains(where: \.isPrivate) ? [] : rules.map { $0.source.text.onOneLine }
  }

  static let fields: [Field<Self>] = [
    .texts("rules", \.rules), .list("grounds", \.grounds),
    .flag("any_ground") { !$0.grounds.isEmpty }, .flag("for_every_team", \.isForEveryTeam),
  ]
}

extension PageContext {
  /// The names that rules ask for, each once and in the order of the rules; in the place of a fact what it is
  /// derived from.
  fileprivate func names(behind rules: [Rule]) -> [[String]] {
    var names: [[String]] = []
    var facts: Set<String> = []
    func add(_ rule: Rule) {
      for reference in rule.references {
        let path = Array(reference.path.prefix(2))
        if path.first == "facts", path.count > 1 {
          guard facts.insert(path[1]).inserted else { continue }
          if let fact = tailored.playbook.facts.first(where: { $0.id.text == path[1] }) { add(fact.rule) }
        } else if path.first != "team", !names.contains(path) {
          names.append(path)
        }
      }
    }
    rules.forEach(add)
    return names
  }

  fileprivate func ground(_ name: [String]) -> WhyModel.Ground {
    let link = link(toName: name.joined(separator: "."))
    func ground(_ value: String?, isOpen: Bool = false, isPrivate: Bool = false) -> WhyModel.Ground {
      WhyModel.Ground(link: link, value: value, isOpen: isOpen, isPrivate: isPrivate)
    }
    switch name.first {
    case "answers":
      guard let place = name.last.flatMap({ team.shared.questionOrder[$0] }) else { return ground(nil) }
      let tailored = tailored.questions[place]
      guard !tailored.question.isPrivate else { return ground(nil, isPrivate: true) }
      switch tailored.state {
      case .given(let value): return ground(words.text(of: value, to: tailored.question))
      case .open, .undecided: return ground(nil, isOpen: true)
      case .notApplicable, .notAsked: return ground(words[.notApplicable])
      }
    case "verdict":
      let verdict = tailored.verdict
      return verdict.standing == .open && verdict.decision == nil
        ? ground(nil, isOpen: true) : ground(verdict.followed.title)
    case "candidate": return ground(tailored.candidates?.ranked.first?.component.title)
    default: return ground(nil)
    }
  }
}
