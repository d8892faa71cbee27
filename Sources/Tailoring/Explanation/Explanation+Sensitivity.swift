import Authoring

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
      text.line(point.sentence(in: .plain), place: place, level: 2)
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
    text.line(tailored.sentence(in: .plain))
  }
}

extension TailoredPlaybook {
  /// The verdict, what it rests on and what would change it, in the one sentence that a lead would repeat.
  ///
  /// - Parameter wording: how it is put.
  public func sentence(in wording: Wording) -> String {
    let subject = answers.subject
    if verdict.standing == .open, verdict.decision == nil {
      let share = wording.share(verdict.known)
      guard let first = sensitivity?.openQuestions.first(where: \.canChangeVerdict) else {
        return wording.say(.tooLittleIsKnown, [subject, share])
      }
      return wording.say(.tooLittleIsKnownYet, [subject, share, first.question.label])
    }
    let parts = [subject, advice(in: wording), ground(in: wording)]
    guard let point = sensitivity?.tippingPoints.first(where: { !$0.isPrivate }) else {
      return wording.say(verdict.standing == .settled ? .settledSummary : .summary, parts)
    }
    let turn = point.sentence(in: wording)
    return wording.say(.summaryWithTurn, parts + [turn.prefix(1).lowercased() + turn.dropFirst()])
  }

  /// What the answers advise, and what people decided.
  private func advice(in wording: Wording) -> String {
    let (computed, followed) = (verdict.computed.title, verdict.followed.title)
    if verdict.decision == nil { return wording.say(.advice, [computed]) }
    if verdict.followed.id == verdict.computed.id { return wording.say(.decidedAsAdvised, [followed]) }
    return wording.say(.decidedOtherwise, [followed, computed])
  }

  /// What the verdict rests on.
  private func ground(in wording: Wording) -> String {
    let ruledOut = verdict.candidates.prefix { $0.verdict.id != verdict.computed.id }
      .first { $0.outcome.holding == .holds && !$0.ruledOutBy.isEmpty }
    if let ruledOut, let ruling = ruledOut.ruledOutBy.first {
      let criterion = criteria[ruling.criterion].criterion.title
      return wording.say(.ruledOut, [criterion, ruledOut.verdict.title])
    }
    let points = wording.list(
      scores.map { wording.say(.pointsFor, [wording.number($0.points), $0.option.title]) })
    guard let strongest = criteria.filter({ $0.points > 0 }).max(by: { $0.points < $1.points }) else {
      return wording.say(.pointsAre, [points])
    }
    return wording.say(.pointsAreAboveAll, [points, strongest.criterion.title])
  }
}
