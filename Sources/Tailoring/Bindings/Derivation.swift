import Authoring
import Rules

/// How the questions about the subject and the facts depend on each other. It is the same for all teams.
struct Derivation: Sendable {
  /// What a rule is derived from.
  enum Item: Hashable, Sendable {
    /// By index into `questions`.
    case question(Int)
    /// By index into `facts`.
    case fact(Int)
  }

  /// The names of `team`.
  static let teamNames = ["name", "subject", "people", "availability", "start"]

  /// The questions about the subject, in the playbook's order.
  let questions: [Question]
  /// The facts, in the playbook's order.
  let facts: [Fact]
  /// The items, each after those that its rule uses.
  let order: [Item]
  private let items: [String: [String: Item]]
  private let reaches: [Item: Reach]

  /// Orders what a playbook derives.
  init(_ playbook: Playbook) {
    questions = playbook.questions.filter { $0.scope == .subject }
    facts = playbook.facts
    let questionItems = questions.enumerated().map { ($1.id.text, Item.question($0)) }
    let factItems = facts.enumerated().map { ($1.id.text, Item.fact($0)) }
    let items = [
      "answers": Dictionary(questionItems) { first, _ in first },
      "facts": Dictionary(factItems) { first, _ in first },
    ]
    self.items = items
    var used: [Item: [Reference]] = [:]
    for (index, question) in questions.enumerated() { used[.question(index)] = question.when?.references }
    for (index, fact) in facts.enumerated() { used[.fact(index)] = fact.rule.references }
    order =
      DependencyOrder(questionItems.map(\.1) + factItems.map(\.1)) { item in
        used[item, default: []].flatMap { Self.items(in: items, named: $0.path) }
      }.ordered
    var reaches: [Item: Reach] = [:]
    for item in order {
      reaches[item] = Self.reach(of: used[item] ?? [], items, reaches).adding(item)
    }
    self.reaches = reaches
  }

  /// The questions of which rules ask by `has(...)`, through facts as well, whether they make sense for the team.
  func questionsInHas(of rules: some Sequence<Rule>) -> Set<Int> {
    let named = rules.flatMap(\.namesInHas).flatMap { Self.items(in: items, named: $0) }
    return named.reduce(into: []) { $0.formUnion(reach(of: $1).questions) }
  }

  /// What rules depend on.
  func reach(of rules: some Sequence<Rule>) -> Reach {
    Self.reach(of: rules.flatMap(\.references), items, reaches)
  }

  /// All questions and facts.
  var everything: Reach { order.reduce(into: Reach()) { $0 = $0.adding($1) } }

  /// What an item depends on, itself included.
  func reach(of item: Item) -> Reach { reaches[item] ?? Reach() }

  /// The items that a name path stands for: one, or all of a group that is named as a whole.
  private static func items(in items: [String: [String: Item]], named path: [String]) -> [Item] {
    guard let group = path.first.flatMap({ items[$0] }) else { return [] }
    guard path.count > 1 else { return Array(group.values) }
    return [group[path[1]]].compactMap(\.self)
  }

  private static func reach(
    of references: [Reference], _ items: [String: [String: Item]], _ reaches: [Item: Reach]
  ) -> Reach {
    var reach = Reach()
    for reference in references {
      if reference.path.first == "team" {
        for name in reference.path.count > 1 ? [reference.path[1]] : teamNames {
          reach.formUnion(.team(name))
        }
      }
      for item in Self.items(in: items, named: reference.path) {
        if let further = reaches[item] { reach.formUnion(further) }
      }
    }
    return reach
  }
}
