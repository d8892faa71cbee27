public import Authoring
public import Rules

extension TippingPoint {
  /// The change in words: `With 1 or 2 instead of 3 or more race incidents in a year, the verdict would be:
  /// Don't move yet`. Private answers are named without values.
  ///
  /// - Parameter text: an answer as a person would write it.
  public func sentence(_ text: (RuleValue, Question) -> String) -> String {
    let changes = changes.map { $0.phrase(hidesValues: isPrivate, text) }.joinedInWords
    return "\(changes.capitalizedFirst), the verdict would be: \(verdict.title)"
  }
}

extension TippingPoint.Change {
  /// `with 1 or 2 instead of 3 or more race incidents in a year`; `with “yes” for “Isolated” (still open)`
  func phrase(hidesValues: Bool, _ text: (RuleValue, Question) -> String) -> String {
    if hidesValues {
      let privacy = question.isPrivate ? ", which is private" : ""
      return "with \(from == nil ? "some" : "another") answer to “\(question.label)”\(privacy)"
    }
    guard let from else {
      return "with “\(to.phrase { text($0, question) })” for “\(question.label)” (still open)"
    }
    if case .list(let old) = from, case .value(.list(let new)) = to {
      func name(_ choices: [RuleValue]) -> String { text(.list(choices), question) }
      let added = new.filter { !old.contains($0) }
      if !added.isEmpty { return "with “\(name(added))” among “\(question.label)”" }
      return "without “\(name(old.filter { !new.contains($0) }))” among “\(question.label)”"
    }
    let (old, new) = (text(from, question), to.phrase { text($0, question) })
    if let counted = question.countedThings, old.startsWithDigit, new.startsWithDigit || new == "none",
      old != "1"
    {
      return "with \(new) instead of \(old) \(counted)"
    }
    return "with “\(new)” instead of “\(old)” for “\(question.label)”"
  }
}

extension TippingPoint.Target {
  fileprivate func phrase(_ text: (RuleValue) -> String) -> String {
    switch self {
    case .value(let value): text(value)
    case .lessThan(let value): "less than \(text(value))"
    case .moreThan(let value): "more than \(text(value))"
    case .about(let value): "about \(text(value))"
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
