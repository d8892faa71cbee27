import Authoring
import Tailoring

// What comes next, and the way back.
extension Interview {
  /// What is still possible.
  var standing: String { sheet.tailored.verdict.sentence(enough: sheet.playbook.enough) }

  /// Goes on to what comes next, and asks it.
  mutating func advance() -> [Utterance] {
    stage = nextStage()
    return announcement
  }

  /// Goes on from a stage that one can come back to.
  mutating func advance(from stage: Stage) -> [Utterance] {
    if history.last != stage { history.append(stage) }
    return advance()
  }

  private func nextStage() -> Stage {
    if let field = profile.first { return .profile(field) }
    let agenda = Agenda(sheet.tailored, handled: handled, isNew: isNew).items
    let rest = agenda.filter { $0.reason == .left }
    let isSettled = sheet.tailored.verdict.standing == .settled
    let main = agenda.first { $0.reason != .left }
    if let main, !isSettled || offered.contains(.stop) { return .question(main.topic) }
    // A verdict that stands on answers that somebody has to look at first is not settled for them.
    if let review = agenda.first(where: \.isReview) { return .question(review.topic) }
    if wantsComponents {
      if let topic = nextComponentTopic { return .question(topic) }
      if offered.contains(.components), isNamingComponents { return .componentTitle }
      if !offered.contains(.components), sheet.answers.components.isEmpty { return .offer(.components) }
    }
    if isSettled, !agenda.isEmpty, !offered.contains(.stop) { return .offer(.stop) }
    if let main { return .question(main.topic) }
    if let next = rest.first {
      if asksRest { return .question(next.topic) }
      if !offered.contains(.rest) { return .offer(.rest) }
    }
    return .finished
  }

  mutating func receive(_ reply: Reply, to offer: Offer) -> [Utterance] {
    let yes: Bool
    switch reply {
    case .text(let text) where ["y", "yes"].contains(text.lowercased()): yes = true
    case .text(let text) where ["n", "no"].contains(text.lowercased()): yes = false
    case .key(.skip): yes = false
    case .nothing, .text, .key: return [.problem("Please type y for yes or n for no.")] + prompt
    }
    offered.insert(offer)
    switch offer {
    case .stop:
      guard yes else {
        asksRest = true
        return advance()
      }
      stage = .finished
      return farewell
    case .components: isNamingComponents = yes
    case .rest: asksRest = yes
    }
    return advance()
  }

  /// Goes back: inside a question to its beginning, else to the question before that still makes sense.
  mutating func back() -> [Utterance] {
    switch stage {
    case .finder(let topic), .deadline(let topic), .reason(let topic), .evidence(let topic, _):
      stage = .question(topic)
      return announcement
    case .componentID:
      stage = .componentTitle
      return announcement
    case .questionWithEvidence, .question, .profile, .offer, .componentTitle, .finished: break
    }
    while let last = history.popLast() {
      switch last {
      case .question(let topic) where !(sheet.question(topic)?.isAsked ?? false): continue
      case .profile(let field): profile.insert(field, at: 0)
      default: break
      }
      stage = last
      return announcement
    }
    return [.words("This is the first question.")] + prompt
  }
}

extension TailoredQuestion {
  /// Whether it is known to concern the team.
  var isAsked: Bool {
    switch state {
    case .given, .open, .notApplicable: true
    case .notAsked, .undecided: false
    }
  }
}
