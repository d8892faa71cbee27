import Authoring
import Rules

extension Bindings {
  /// What the rules of verdicts see beyond those of criteria.
  ///
  /// - Parameters:
  ///   - strengths: by criterion; reasons only.
  ///   - scores: by option.
  func adding(strengths: [(criterion: Slug, strength: Binding)], scores: [(option: Name, points: Binding)])
    -> Bindings
  {
    var bindings = self
    bindings["criteria"] = .record(
      Dictionary(strengths.map { ($0.criterion.text, .record(["strength": $0.strength])) }) { first, _ in
        first
      })
    bindings["score"] = .record(Dictionary(scores.map { ($0.option.text, $0.points) }) { first, _ in first })
    return bindings
  }

  /// With the strengths and points so far: what is open brings none.
  func adding(_ criteria: [TailoredCriterion], _ scores: [Score]) -> Bindings {
    adding(
      strengths: criteria.filter(\.isReason).map { ($0.criterion.id, .value(.double($0.strength))) },
      scores: scores.map { ($0.option.id, .value(.double($0.points))) })
  }

  /// With the ranges in which the strengths and points can still lie.
  func addingRanges(_ criteria: [TailoredCriterion], _ scores: [Score]) -> Bindings {
    adding(
      strengths: criteria.filter(\.isReason).map { criterion in
        (criterion.criterion.id, Binding(criterion.possibleStrength, hangingOn: criterion.openNames))
      },
      scores: scores.map { score in
        let names = criteria.reduce(into: Set<String>()) { names, criterion in
          if let range = criterion.possiblePoints[score.option.id], range.lowerBound < range.upperBound {
            names.formUnion(criterion.openNames)
          }
        }
        return (score.option.id, Binding(score.possible, hangingOn: names))
      })
  }
}

extension Binding {
  /// A number that is known, or known to lie in a range.
  fileprivate init(_ range: ClosedRange<Double>, hangingOn names: Set<String>) {
    self =
      range.lowerBound == range.upperBound
      ? .value(.double(range.lowerBound)) : .unknown(Unknown(names: names, bounds: range))
  }
}
