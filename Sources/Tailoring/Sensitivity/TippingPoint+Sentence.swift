import Authoring
import Rules

extension TippingPoint {
  /// The change in words: `With 1 or 2 instead of 3 or more race incidents in a year, the verdict would be:
  /// Don't move yet`. Private answers are named without values.
  ///
  /// - Parameter wording: how it is put.
  public func sentence(in wording: Wording) -> String {
    let changes = wording.list(changes.map { $0.phrase(hidesValues: isPrivate, in: wording) })
    return wording.say(.verdictWouldBe, [changes, verdict.title]).capitalizedFirst
  }
}

extension TippingPoint.Change {
  /// `with 1 or 2 instead of 3 or more race incidents in a year`; `with “yes” for “Isolated” (still open)`
  func phrase(hidesValues: Bool, in wording: Wording) -> String {
    let label = question.label
    if hidesValues {
      let some: Sentence = question.isPrivate ? .somePrivateAnswer : .someAnswer
      let another: Sentence = question.isPrivate ? .anotherPrivateAnswer : .anotherAnswer
      return wording.say(from == nil ? some : another, [label])
    }
    let new = to.phrase(for: question, in: wording)
    guard let from else { return wording.say(.openAnswer, [new, label]) }
    if case .list(let old) = from, case .value(.list(let new)) = to {
      func name(_ choices: [RuleValue]) -> String { wording.answer(.list(choices), question) }
      let added = new.filter { !old.contains($0) }
      guard added.isEmpty else { return wording.say(.addedChoice, [name(added), label]) }
      return wording.say(.removedChoice, [name(old.filter { !new.contains($0) }), label])
    }
    let old = wording.answer(from, question)
    // A choice that is labelled "none" counts as well.
    if let things = question.countedThings, old.startsWithDigit, new.startsWithDigit || new == "none",
      old != "1"
    {
      return wording.say(.changedCount, [new, old, things])
    }
    return wording.say(.changedAnswer, [new, old, label])
  }
}

extension TippingPoint.Target {
  fileprivate func phrase(for question: Question, in wording: Wording) -> String {
    switch self {
    case .value(let value): wording.answer(value, question)
    case .lessThan(let value): wording.say(.lessThan, [wording.answer(value, question)])
    case .moreThan(let value): wording.say(.moreThan, [wording.answer(value, question)])
    case .about(let value): wording.say(.about, [wording.answer(value, question)])
    }
  }
}

extension Question {
  /// The label as the things that are counted, for labels that name some in the plural: `race incidents in a
  /// year`; nil for others.
  fileprivate var countedThings: String? {
    let words = label.split(separator: " ")
    let isPlural = words.prefix(2).contains { word in
      word.count > 3 && word.hasSuffix("s") && !["ss", "us", "is"].contains(word.suffix(2))
    }
    guard isPlural, let first = words.first else { return nil }
    let isName = first.dropFirst().contains(where: \.isUppercase)
    return isName ? label : label.prefix(1).lowercased() + label.dropFirst()
  }
}

extension String {
  fileprivate var startsWithDigit: Bool { first?.isNumber ?? false }

  /// With a capital at its beginning.
  package var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
