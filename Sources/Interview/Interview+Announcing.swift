import Authoring
import Diagnostics
import Tailoring

extension Interview {
  /// What is said when a stage begins: the question with all that goes with it, and the prompt.
  var announcement: [Utterance] {
    switch stage {
    case .profile(let field): announcement(of: field) + prompt
    case .question(let topic), .questionWithEvidence(let topic): announcement(of: topic) + prompt
    case .offer(let offer): [.blank, .question(text(of: offer))] + prompt
    case .componentTitle: componentAnnouncement + prompt
    case .finder, .deadline, .reason, .evidence, .componentID: prompt
    case .finished: [.blank, .words(lastWords)] + farewell
    }
  }

  /// What is expected now.
  var prompt: [Utterance] {
    switch stage {
    case .profile(let field): [.prompt("\(field.expectation.capitalisedFirst):")]
    case .question(let topic), .questionWithEvidence(let topic):
      [.prompt("\(sheet.question(topic)?.question.expectation.capitalisedFirst ?? "")\(keysHint):")]
    case .finder: [.prompt("Who will find out? (Enter: nobody yet)")]
    case .deadline(let topic):
      [.prompt("Until when? A date such as 2027-01-31 (Enter: \(deadline(of: topic) ?? "no date")):")]
    case .reason: [.prompt("Why does it make no sense here? (Enter: back to the question)")]
    case .evidence(let topic, let field): [.prompt(prompt(for: field, of: topic))]
    case .offer: [.prompt("y or n:")]
    case .componentTitle: [.prompt("Its name (Enter: no more):")]
    case .componentID(let title): [.prompt("Its id in files and rules (Enter: \(proposedID(for: title))):")]
    case .finished: []
    }
  }

  /// The keys, with what they do.
  var help: [Utterance] {
    [.words("In place of an answer type one of these keys, then Enter:")]
      + Reply.Key.allCases.map { .item(String($0.rawValue), $0.meaning) }
      + [.words("Enter alone keeps what is shown. A text that is just such a letter goes in quotes: \"b\".")]
  }

  private var lastWords: String {
    history.isEmpty && offered.isEmpty
      ? "There is nothing to ask: every question has an answer." : "That was all there is to ask."
  }

  /// The keys are named until they are known.
  private var keysHint: String { history.count < 8 ? " (? don't know, h help)" : "" }

  private func announcement(of topic: Topic) -> [Utterance] {
    guard let asked = sheet.question(topic) else { return [] }
    let question = asked.question
    var asides = [place(of: topic)].compactMap(\.self)
    if question.isPrivate { asides.append("Private: no page shows the answer.") }
    var words: [Utterance] = [.blank]
    if !asides.isEmpty { words.append(.aside(asides.joined(separator: " "))) }
    words.append(.question(question.ask))
    switch question.kind {
    case .oneOf(let choices): words += items(choices)
    case .manyOf(let choices): words += items(choices) + [.item("0", "none of them")]
    case .boolean, .integer, .number, .text, .date: break
    }
    if let answer = asked.answer {
      words.append(.words(sentence(on: answer, isOld: asked.isOld, to: question)))
      if let evidence = answer.evidence.inWords { words.append(.words("Evidence: \(evidence).")) }
    }
    return words
  }

  private func items(_ choices: [Question.Choice]) -> [Utterance] {
    choices.enumerated().map { .item("\($0 + 1)", $1.label) }
  }

  /// What is known so far, where from, and what Enter does.
  private func sentence(on answer: Answer, isOld: Bool, to question: Question) -> String {
    let origin =
      switch answer.origin {
      case .own: ""
      case .team, .all: ", from \(answer.location.file)"
      }
    let day = answer.evidence.on.map { ", of \($0)" } ?? ""
    switch answer.state {
    case .given(let value):
      let enter = isOld && answer.origin == .own ? "That is long ago; Enter confirms it." : "Enter keeps it."
      return
        "So far: \(question.plainText(of: value, none: "none of them"))\(isOld ? day : "")\(origin). \(enter)"
    case .unknown(let finder, let until):
      return "Not known yet: \(finder)\(until.map { ", until \($0)" } ?? "")\(origin). Enter leaves it so."
    case .notApplicable(let reason): return "Said to make no sense here: \(reason)\(origin). Enter keeps it."
    }
  }

  /// Where in the interview a question stands.
  private func place(of topic: Topic) -> String? {
    if let component = topic.component {
      let title = sheet.answers.components.first { $0.id == component }?.title
      return "Component: \(title ?? component.text)."
    }
    let agenda = Agenda(sheet.tailored, handled: handled.subtracting([topic]), isNew: isNew).items
    let reason = agenda.first { $0.topic == topic }?.reason
    let others = agenda.count { $0.reason == reason }
    switch reason {
    case .quick: return "Quick question \(quickPlace(of: topic))."
    case .required: return "This one must be answered."
    case .deciding:
      return others == 1
        ? "Only this question can still change the verdict."
        : "\(others) questions can still change the verdict."
    case .inherited: return "A shared answer, to be kept or changed."
    case .old: return "An old answer, to be confirmed or changed."
    case .left: return others == 1 ? "The last question." : "\(others) questions are left."
    case nil: return nil
    }
  }

  /// `3 of 10`, among the quick questions of this interview.
  private func quickPlace(of topic: Topic) -> String {
    let left = Agenda(sheet.tailored, handled: handled, isNew: isNew).items.filter { $0.reason == .quick }
    let all = sheet.tailored.questions.filter { asked in
      let one = Topic(component: nil, question: asked.question.id)
      guard asked.question.isQuick, asked.isAsked else { return false }
      return one == topic || handled.contains(one) || left.contains { $0.topic == one }
    }
    let index = all.firstIndex { $0.question.id == topic.question } ?? 0
    return "\(index + 1) of \(all.count)"
  }

  private func text(of offer: Offer) -> String {
    switch offer {
    case .stop:
      let open = Agenda(sheet.tailored, handled: handled, isNew: isNew).items.count
      let left = open == 1 ? "1 question is" : "\(open) questions are"
      return "The verdict is settled, and \(left) left, for the plan and the texts. Stop here?"
    case .components:
      return "Next is where to start. Are there parts of the \(sheet.playbook.subject) that could move alone?"
    case .rest:
      let open = Agenda(sheet.tailored, handled: handled, isNew: isNew).items.count
      return open == 1
        ? "1 question is left, which can no longer change the verdict. Answer it too?"
        : "\(open) questions are left, which can no longer change the verdict. Answer them too?"
    }
  }
}

extension Answer.Evidence {
  /// In one line; nil where there is none.
  fileprivate var inWords: String? {
    let parts = [note, source, by, on?.description].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}

extension String {
  /// With a capital at its beginning.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
