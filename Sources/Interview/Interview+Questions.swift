import Authoring
import Diagnostics
import Rules
import Tailoring

extension Interview {
  /// Takes a reply to a question.
  mutating func receive(_ reply: Reply, to topic: Topic, withEvidence: Bool) -> [Utterance] {
    guard let asked = sheet.question(topic) else { return advance() }
    switch reply {
    case .nothing: return keep(asked, topic, withEvidence: withEvidence)
    case .text(let text):
      guard let value = asked.question.value(typed: text) else {
        return [.misfit(text, expected: asked.question.expectation)] + prompt
      }
      return answer(topic, with: value, after: asked, withEvidence: withEvidence)
    case .key(.dontKnow):
      stage = .finder(topic)
      return prompt
    case .key(.notApplicable):
      stage = .reason(topic)
      return prompt
    case .key(.findOut):
      return [
        .words(
          asked.question.findOut.map { lines($0, sheet.tailored) }
            ?? "The playbook does not say how to find out.")
      ] + prompt
    case .key(.evidence):
      if asked.answer?.origin == .own, case .given? = asked.answer?.state {
        stage = .evidence(topic, .note)
        return evidenceIntroduction + prompt
      }
      stage = .questionWithEvidence(topic)
      return [.words("The answer first; its evidence is asked for next.")] + prompt
    case .key(.skip): return leave(topic)
    case .key(.back), .key(.help), .key(.stop): return prompt
    }
  }

  /// Leaves a question for what comes next.
  mutating func leave(_ topic: Topic) -> [Utterance] {
    handled.insert(topic)
    return advance(from: .question(topic))
  }

  /// Writes an answer; the words say what it comes to, or why it is not saved.
  mutating func save(_ state: Answer.State, _ evidence: Answer.Evidence, to topic: Topic) -> [Utterance] {
    if !header.isEmpty, let refusal = sheet.apply(header, isMeant: { $0.keys.contains("playbook") }) {
      return notSaved(refusal)
    }
    if let refusal = sheet.write(state, evidence, to: topic) { return notSaved(refusal) }
    handled.insert(topic)
    return [.standing(standing)] + (sheet.hasFailingRule ? [.failingRule] : [])
  }

  /// What is said where an answer is not saved.
  func notSaved(_ refusal: String?) -> [Utterance] {
    guard let refusal else { return [] }
    return [.problem("Not saved in \(file.path): \(refusal).")]
  }

  private mutating func answer(
    _ topic: Topic, with value: RuleValue, after asked: TailoredQuestion, withEvidence: Bool
  ) -> [Utterance] {
    var evidence = Answer.Evidence.none
    var isChange = false
    if let old = asked.answer, old.origin == .own {
      evidence = old.evidence
      isChange = old.state != .given(value)
      if evidence.on != nil { evidence.on = today }
    }
    let words = save(.given(value), evidence, to: topic)
    guard withEvidence || isChange && evidence != .none, case .standing? = words.first else {
      return words + leave(topic)
    }
    stage = .evidence(topic, .note)
    let introduction: [Utterance] =
      isChange && evidence != .none
      ? [.words("Its evidence is that of the old answer. Does it still hold?")] : []
    return words + introduction + evidenceIntroduction + prompt
  }

  /// Enter alone: keeps what is shown, if anything is.
  private mutating func keep(_ asked: TailoredQuestion, _ topic: Topic, withEvidence: Bool) -> [Utterance] {
    guard let answer = asked.answer else {
      return [.problem("Please type \(asked.question.expectation), or ? if you don't know, or s to skip.")]
        + prompt
    }
    if asked.isOld, answer.origin == .own, !answer.isUnknown {
      var evidence = answer.evidence
      evidence.on = today
      let words = save(answer.state, evidence, to: topic)
      return words + leave(topic)
    }
    return leave(topic)
  }
}

extension Answer {
  /// Whether it only says that nobody knows.
  fileprivate var isUnknown: Bool {
    switch state {
    case .unknown: true
    case .given, .notApplicable: false
    }
  }
}
