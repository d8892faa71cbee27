import Authoring
import Tailoring

extension TailoredVerdict {
  /// What is still possible, in one or two lines.
  ///
  /// - Parameter enough: the part of the weight from which a verdict is more than open.
  func sentence(enough: Double) -> String {
    // Rounded down, so that 49.9 % never reads as the 50 % that would be enough.
    let share = "\(Int((known * 100 + 1e-9).rounded(.down)))%"
    switch standing {
    case .settled:
      let others = openQuestions.isEmpty ? "" : " No open answer can change it."
      return "Settled: \(computed.title) (\(share) of the weight is known).\(others)"
    case .leaning:
      let others = possible.filter { $0.id != computed.id }
      return
        "So far: \(computed.title), leaning (\(share) of the weight is known). \(sentence(naming: others))"
    case .open:
      return
        "No verdict yet: \(share) of the weight is known, and \(Int((enough * 100).rounded()))% is enough. \(sentence(naming: possible))"
    }
  }

  private func sentence(naming verdicts: [Verdict]) -> String {
    guard !verdicts.isEmpty else { return "" }
    if possible.count == candidates.count, method == .enumeration, candidates.count > 2 {
      return "Every verdict is still possible."
    }
    let verb =
      switch method {
      case .enumeration: "Still possible"
      case .intervals: "Perhaps still possible"
      }
    return "\(verb): \(verdicts.map { "'\($0.title)'" }.joined(separator: ", "))."
  }
}
