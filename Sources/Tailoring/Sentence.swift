/// The sentences that results are put into, and their parts, in English.
///
/// A site has the same in the words of its theme, under the same names.
public enum Sentence: String, CaseIterable, Sendable {
  // What another answer would change.
  case verdictWouldBe = "{{changes}}, the verdict would be: {{verdict}}"
  case wouldBeEligible = "{{changes}}, {{component}} would be eligible"
  case someAnswer = "with some answer to “{{question}}”"
  case somePrivateAnswer = "with some answer to “{{question}}”, which is private"
  case anotherAnswer = "with another answer to “{{question}}”"
  case anotherPrivateAnswer = "with another answer to “{{question}}”, which is private"
  case openAnswer = "with “{{answer}}” for “{{question}}” (still open)"
  case addedChoice = "with “{{choice}}” among “{{question}}”"
  case removedChoice = "without “{{choice}}” among “{{question}}”"
  case changedCount = "with {{new}} instead of {{old}} {{things}}"
  case changedAnswer = "with “{{new}}” instead of “{{old}}” for “{{question}}”"
  case lessThan = "less than {{value}}"
  case moreThan = "more than {{value}}"
  case about = "about {{value}}"

  // What a lead would repeat.
  case tooLittleIsKnown = "{{subject}}: too little is known to advise anything, {{share}} of what counts."
  case tooLittleIsKnownYet =
    "{{subject}}: too little is known to advise anything, {{share}} of what counts; the answer to “{{question}}” would tell most."
  case summary = "{{subject}}: {{advice}}, {{ground}}."
  case settledSummary = "{{subject}}: {{advice}}, {{ground}}, and no open answer can change that."
  case summaryWithTurn = "{{subject}}: {{advice}}, {{ground}}; {{turn}}."
  case advice = "the advice is “{{verdict}}”"
  case decidedAsAdvised = "“{{verdict}}” was decided, as the answers advise"
  case decidedOtherwise = "“{{decided}}” was decided, and the answers advise “{{verdict}}”"
  case ruledOut = "because “{{criterion}}” rules out “{{verdict}}”"
  case pointsAre = "because the points are {{points}}"
  case pointsAreAboveAll = "because the points are {{points}}, above all from “{{criterion}}”"
  case pointsFor = "{{points}} for “{{option}}”"

  /// Its name in a theme's words.
  public var name: String {
    "\(self)".reduce(into: "") { name, letter in
      if letter.isUppercase { name += "_" }
      name += letter.lowercased()
    }
  }

  /// The names of its values, in their order.
  public var values: [String] {
    pieces.compactMap { if case .value(let name) = $0 { name } else { nil } }
  }

  /// The sentence in English.
  ///
  /// - Parameter values: in the order of their names.
  public func english(_ values: [String]) -> String {
    var rest = values[...]
    return pieces.reduce(into: "") { text, piece in
      switch piece {
      case .text(let words): text += words
      case .value: text += rest.popFirst() ?? ""
      }
    }
  }

  private enum Piece {
    case text(Substring)
    case value(String)
  }

  private var pieces: [Piece] {
    // Braces stand around values and nowhere else, so what is between them alternates.
    rawValue.split(omittingEmptySubsequences: false) { $0 == "{" || $0 == "}" }.enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.enumerated().map { index, part in
        index.isMultiple(of: 2) ? .text(part.element) : .value(String(part.element))
      }
  }
}
