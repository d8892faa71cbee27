import Authoring
import Tailoring

// What is not known, and what makes no sense.
extension Interview {
  /// Until when somebody has promised to find out.
  func deadline(of topic: Topic) -> String? {
    guard case .unknown(_, let until)? = sheet.question(topic)?.answer?.state else { return nil }
    return until?.description
  }

  mutating func receive(finder reply: Reply, of topic: Topic) -> [Utterance] {
    switch reply {
    case .nothing, .key(.skip), .key(.dontKnow): return [.words("It stays as it is.")] + leave(topic)
    case .key: return [.problem("Please type who will find out, or just Enter.")] + prompt
    case .text(let finder):
      var until: CalendarDate?
      var evidence = Answer.Evidence.none
      if let old = sheet.question(topic)?.answer, old.origin == .own, case .unknown(_, let date) = old.state {
        (until, evidence) = (date, old.evidence)
      }
      let words = save(.unknown(finder, until: until), evidence, to: topic)
      guard case .standing? = words.first else { return words + leave(topic) }
      stage = .deadline(topic)
      return prompt
    }
  }

  mutating func receive(deadline reply: Reply, of topic: Topic) -> [Utterance] {
    switch reply {
    case .nothing, .key(.skip), .key(.dontKnow): return [.standing(standing)] + leave(topic)
    case .key: return [.problem("Please type a date such as 2027-01-31, or just Enter.")] + prompt
    case .text(let text):
      guard let date = CalendarDate(text) else {
        return [.misfit(text, expected: "a date such as 2027-01-31")] + prompt
      }
      guard date >= today else { return [.problem("\(text) is over; today is \(today).")] + prompt }
      guard let answer = sheet.question(topic)?.answer, case .unknown(let finder, _) = answer.state else {
        return leave(topic)
      }
      let words = save(.unknown(finder, until: date), answer.evidence, to: topic)
      return words + leave(topic)
    }
  }

  mutating func receive(reason reply: Reply, for topic: Topic) -> [Utterance] {
    switch reply {
    case .nothing, .key(.skip):
      stage = .question(topic)
      return prompt
    case .key: return [.problem("Please type why it makes no sense here, or just Enter.")] + prompt
    case .text(let reason):
      let words = save(.notApplicable(reason), .none, to: topic)
      return words + leave(topic)
    }
  }
}
