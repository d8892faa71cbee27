public import Authoring
public import Rules

extension Explanation {
  /// How many changes of either kind are printed.
  private static let mostTippingPoints = 10

  /// What the verdict hangs on: weights, answers that were given, and open ones.
  mutating func addSensitivity() {
    guard let sensitivity = tailored.sensitivity else { return }
    text.heading("What the verdict hangs on")
    if let robustness = sensitivity.robustness { add(robustness, sensitivity.tippingPoints) }
    let canChange = sensitivity.openQuestions.filter(\.canChangeVerdict)
    if !canChange.isEmpty {
      text.line("Answer these first: \(canChange.map(\.question.id.text).joined(separator: ", "))")
    }
    let cannot = sensitivity.openQuestions.filter { !$0.canChangeVerdict }
    if !cannot.isEmpty {
      text.line("These cannot change it: \(cannot.map(\.question.id.text).joined(separator: ", "))")
    }
  }

  private mutating func add(_ robustness: Robustness, _ points: [TippingPoint]) {
    text.line(
      "It is the same in \(robustness.share.percent) of \(robustness.draws) weightings, "
        + "each weight drawn from half to one and a half of what it is.")
    add(points.filter(\.isChangeable), under: "What you could do:")
    add(points.filter { !$0.isChangeable }, under: "Where a wrong answer would matter:")
    if points.isEmpty { text.line("No other answer to one question, or two, changes it.") }
  }

  private mutating func add(_ points: [TippingPoint], under heading: String) {
    guard !points.isEmpty else { return }
    text.line(heading)
    for point in points.prefix(Self.mostTippingPoints) {
      let place = point.changes.first.flatMap { answerPlace($0.question) }
      text.line(point.sentence { $1.plainText(of: $0) }, place: place, level: 2)
    }
    if points.count > Self.mostTippingPoints {
      text.line("and \(points.count - Self.mostTippingPoints) more", level: 2)
    }
  }

  /// Where the answer to a question is written.
  private func answerPlace(_ question: Question) -> String? {
    tailored.questions.first { $0.question.id == question.id }?.answer.map { "\($0.location)" }
  }

  /// What a lead would repeat.
  mutating func addSentence() {
    text.heading("In one sentence")
    text.line(tailored.sentence { $1.plainText(of: $0) })
  }
}

extension TailoredPlaybook {
  /// The verdict, what it rests on and what would change it, in the one sentence that a lead would repeat.
  ///
  /// - Parameter text: an answer as a person would write it.
  public func sentence(_ text: (RuleValue, Question) -> String) -> String {
    let subject = answers.subject
    if verdict.standing == .open, verdict.decision == nil {
      let first = sensitivity?.openQuestions.first { $0.canChangeVerdict }
      let next = first.map { "; the answer to “\($0.question.label)” would tell most" } ?? ""
      return
        "\(subject): too little is known to advise anything, \(verdict.known.percent) of what counts\(next)."
    }
    return "\(subject): \(advice), \(ground)\(turn(text))."
  }

  /// What the answers advise, and what people decided.
  private var advice: String {
    let (computed, followed) = ("“\(verdict.computed.title)”", "“\(verdict.followed.title)”")
    if verdict.decision == nil { return "the advice is \(computed)" }
    if verdict.followed.id == verdict.computed.id { return "\(followed) was decided, as the answers advise" }
    return "\(followed) was decided, and the answers advise \(computed)"
  }

  /// What the verdict rests on.
  private var ground: String {
    let ruledOut = verdict.candidates.prefix { $0.verdict.id != verdict.computed.id }
      .first { $0.outcome.holding == .holds && !$0.ruledOutBy.isEmpty }
    if let ruledOut, let ruling = ruledOut.ruledOutBy.first {
      return "because “\(criteria[ruling.criterion].criterion.title)” rules out “\(ruledOut.verdict.title)”"
    }
    let points = scores.map { "\($0.points.plain) for “\($0.option.title)”" }.joinedInWords
    let strongest = criteria.filter { $0.points > 0 }.max { $0.points < $1.points }
    let above = strongest.map { ", above all from “\($0.criterion.title)”" } ?? ""
    return "because the points are \(points)\(above)"
  }

  /// What would change it, as the rest of a sentence.
  private func turn(_ text: (RuleValue, Question) -> String) -> String {
    guard let point = sensitivity?.tippingPoints.first(where: { !$0.isPrivate }) else {
      return verdict.standing == .settled ? ", and no open answer can change that" : ""
    }
    let sentence = point.sentence(text)
    return "; \(sentence.prefix(1).lowercased())\(sentence.dropFirst())"
  }
}
