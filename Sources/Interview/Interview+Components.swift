import Authoring
import Tailoring
import YAML

// The parts of the subject that could move alone: asked for where the verdict is to move at all.
extension Interview {
  /// Whether it matters which component comes first.
  var wantsComponents: Bool {
    let verdict = sheet.tailored.verdict
    return sheet.playbook.candidates != nil
      && sheet.playbook.questions.contains { $0.scope == .component }
      && verdict.followed.id != sheet.playbook.verdicts.last?.id
  }

  /// The next question about a component that has no answer or an old one, and was not asked yet.
  var nextComponentTopic: Topic? {
    for about in sheet.tailored.components {
      for asked in about.questions where asked.isOpen || asked.isGivenLongAgo {
        let topic = Topic(component: about.component.id, question: asked.question.id)
        if !handled.contains(topic) { return topic }
      }
    }
    return nil
  }

  /// What is said before a component is named.
  var componentAnnouncement: [Utterance] {
    let titles = sheet.answers.components.map(\.title)
    return [
      .blank,
      .question(
        titles.isEmpty
          ? "Name a part that could move alone, such as a worker or a route."
          : "Another one? So far: \(titles.joinedInWords)."),
    ]
  }

  mutating func receive(componentTitle reply: Reply) -> [Utterance] {
    switch reply {
    case .nothing, .key(.skip), .key(.dontKnow):
      isNamingComponents = false
      return advance()
    case .key: return [.problem("Please type its name, or just Enter.")] + prompt
    case .text(let title):
      stage = .componentID(title: title)
      return prompt
    }
  }

  mutating func receive(componentID reply: Reply, title: String) -> [Utterance] {
    let text: String
    switch reply {
    case .nothing: text = proposedID(for: title)
    case .text(let typed): text = typed
    case .key: return [.problem("Please type an id, or just Enter.")] + prompt
    }
    guard let id = Slug(text) else {
      return [.misfit(text, expected: "an id of lower-case letters and digits, with single '-' between")]
        + prompt
    }
    guard !sheet.answers.components.contains(where: { $0.id == id }) else {
      return [.problem("There is a component '\(id)' already; please type another id.")] + prompt
    }
    let component = YAMLValue.map([.init("id", .text(id.text)), .init("title", .text(title))])
    let edit = AnswersEdit(path: ["components"], value: component, isItem: true)
    let refusal = sheet.apply([edit]) { $0.answers.components.contains { $0.id == id && $0.title == title } }
    if refusal != nil { isNamingComponents = false }
    return notSaved(refusal) + advance()
  }

  /// An id made of a title's letters and digits that no component has.
  func proposedID(for title: String) -> String {
    let words = title.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let id = words.isEmpty ? "component" : words.joined(separator: "-")
    let taken = Set(sheet.answers.components.map(\.id.text))
    guard taken.contains(id) else { return id }
    return (2...).lazy.map { "\(id)-\($0)" }.first { !taken.contains($0) } ?? id
  }
}
