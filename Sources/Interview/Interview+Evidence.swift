import Authoring
import Tailoring

// What backs an answer: a note, a source, who says so, since when. Each part is saved at once.
extension Interview {
  var evidenceIntroduction: [Utterance] {
    [.words("Its evidence, part by part. Enter keeps what is shown, or leaves it out; - takes it away.")]
  }

  func prompt(for field: EvidenceField, of topic: Topic) -> String {
    let question =
      switch field {
      case .note: "Note: how do you know?"
      case .source: "Source: where can it be looked up?"
      case .by: "By: who says so?"
      case .on: "On: since which day is it known?"
      }
    return "\(question) (\(proposal(for: field, of: topic) ?? "none"))"
  }

  mutating func receive(_ reply: Reply, as field: EvidenceField, for topic: Topic) -> [Utterance] {
    guard let answer = sheet.question(topic)?.answer, answer.origin == .own else { return leave(topic) }
    var evidence = answer.evidence
    switch reply {
    case .nothing: evidence.set(field, to: proposal(for: field, of: topic))
    case .text("-"): evidence.set(field, to: nil)
    case .key(.skip), .key(.dontKnow): break
    case .key: return [.problem("Please type it, or just Enter.")] + prompt
    case .text(let text):
      guard field != .on || CalendarDate(text) != nil else {
        return [.misfit(text, expected: "a date such as 2027-01-31")] + prompt
      }
      evidence.set(field, to: text)
    }
    var words: [Utterance] = []
    if evidence != answer.evidence {
      words = save(answer.state, evidence, to: topic)
      guard case .standing? = words.first else { return words + leave(topic) }
    }
    // A day alone is no evidence.
    guard let next = field.next, next != .on || evidence != .none else { return leave(topic) }
    stage = .evidence(topic, next)
    return prompt
  }

  /// What Enter stands for: what is there already, and for the day today.
  private func proposal(for field: EvidenceField, of topic: Topic) -> String? {
    let evidence = sheet.question(topic)?.answer?.evidence ?? .none
    return switch field {
    case .note: evidence.note
    case .source: evidence.source
    case .by: evidence.by
    case .on: evidence.on?.description ?? today.description
    }
  }
}

extension Answer.Evidence {
  fileprivate mutating func set(_ field: EvidenceField, to text: String?) {
    switch field {
    case .note: note = text
    case .source: source = text
    case .by: by = text
    case .on: on = text.flatMap { CalendarDate($0) }
    }
  }
}
