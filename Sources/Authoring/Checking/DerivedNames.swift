import Diagnostics
import Rules

/// The facts, and the questions that apply only in certain cases: what rules can derive from rules.
struct DerivedNames {
  /// A fact or a question, as rules name it.
  enum Item: Hashable, CustomStringConvertible {
    case fact(Name)
    case question(Name)

    init?(path: [String]) {
      guard path.count >= 2, let name = Name(path[1]) else { return nil }
      switch path[0] {
      case "facts": self = .fact(name)
      case "answers": self = .question(name)
      default: return nil
      }
    }

    var description: String {
      switch self {
      case .fact(let name): "facts.\(name)"
      case .question(let name): "answers.\(name)"
      }
    }
  }

  /// The order in which they can be derived.
  let order: DependencyOrder<Item>
  private let locations: [Item: SourceLocation]

  init(_ playbook: Playbook) {
    var rules: [Item: Rule] = [:]
    var locations: [Item: SourceLocation] = [:]
    for fact in playbook.facts {
      (rules[.fact(fact.id)], locations[.fact(fact.id)]) = (fact.rule, fact.location)
    }
    for question in playbook.questions where question.scope == .subject {
      (rules[.question(question.id)], locations[.question(question.id)]) = (question.when, question.location)
    }
    let items =
      playbook.questions.filter { $0.scope == .subject }.map { Item.question($0.id) }
      + playbook.facts.map { .fact($0.id) }
    order = DependencyOrder(items) { item in rules[item]?.references.compactMap { Item(path: $0.path) } ?? []
    }
    self.locations = locations
  }

  /// Where an item is defined.
  func location(of item: Item) -> SourceLocation? { locations[item] }

  /// The facts in the order in which they can be derived, with their types.
  func typedFacts(of playbook: Playbook, diagnostics: inout [Diagnostic]) -> [Fact] {
    let defined = Dictionary(playbook.facts.map { ($0.id, $0) }) { first, _ in first }
    let privateNames = playbook.questions.filter { $0.isPrivate }.map { Item.question($0.id) }
    var hidden = Set(privateNames)
    var types = Dictionary(playbook.facts.map { ($0.id.text, $0.type) }) { first, _ in first }
    var scope = RuleScopes(playbook).questionsAndFacts
    var facts: [Fact] = []
    for case .fact(let name) in order.ordered {
      guard var fact = defined[name] else { continue }
      scope.names["facts"] = .record(types)
      fact.type = fact.rule.check(in: scope, diagnostics: &diagnostics) ?? .any
      types[name.text] = fact.type
      fact.isPrivate = fact.rule.references.contains { Item(path: $0.path).map(hidden.contains) ?? false }
      if fact.isPrivate { hidden.insert(.fact(name)) }
      facts.append(fact)
    }
    return facts
  }
}
