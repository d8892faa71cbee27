/// The range in which a number lies that is known only so far; a known number is a range of one.
///
/// Rounding keeps order among numbers of the length that people write, so a sum or product computed from the ends bounds the one computed from the values.
struct Bounds {
  var range: ClosedRange<Double>

  init(_ range: ClosedRange<Double>) { self.range = range }

  /// The bounds of a number or of an unknown that has them.
  init?(_ outcome: Outcome) {
    switch outcome {
    case .value(.int(let value)):
      guard let exact = Double(exactly: value) else { return nil }
      range = exact...exact
    case .value(.double(let value)):
      guard !value.isNaN else { return nil }
      range = value...value
    case .unknown(let unknown):
      guard let bounds = unknown.bounds else { return nil }
      range = bounds
    case .value, .notApplicable, .error: return nil
    }
  }

  /// The range from the least to the greatest, unless one of them is not a number.
  private init?(spanning ends: [Double]) {
    guard let least = ends.min(), let greatest = ends.max(), !ends.contains(where: \.isNaN) else {
      return nil
    }
    range = least...greatest
  }

  static func union(_ a: Bounds?, _ b: Bounds?) -> Bounds? {
    guard let a = a?.range, let b = b?.range else { return nil }
    return Bounds(spanning: [a.lowerBound, a.upperBound, b.lowerBound, b.upperBound])
  }

  var negated: Bounds { Bounds(-range.upperBound ... -range.lowerBound) }

  /// The bounds of a sum, difference or product; a quotient has none.
  func applying(_ sign: ArithmeticSign, _ other: Bounds) -> Bounds? {
    let (a, b) = (range, other.range)
    switch sign {
    case .plus:
      return Bounds(
        spanning: [(a.lowerBound, b.lowerBound), (a.upperBound, b.upperBound)].map(DecimalNumber.sum))
    case .minus:
      return Bounds(
        spanning: [(a.lowerBound, b.upperBound), (a.upperBound, b.lowerBound)].map(DecimalNumber.difference))
    case .times:
      let corners = [
        (a.lowerBound, b.lowerBound), (a.lowerBound, b.upperBound), (a.upperBound, b.lowerBound),
        (a.upperBound, b.upperBound),
      ]
      return Bounds(spanning: corners.map(DecimalNumber.product))
    case .divide, .remainder: return nil
    }
  }

  /// Whether a relation holds for all numbers of both ranges, for none (false), or for some (nil).
  func decides(_ relation: Relation, _ other: Bounds) -> Bool? {
    let (a, b) = (range, other.range)
    switch relation {
    case .less: return a.upperBound < b.lowerBound ? true : (a.lowerBound >= b.upperBound ? false : nil)
    case .lessOrEqual:
      return a.upperBound <= b.lowerBound ? true : (a.lowerBound > b.upperBound ? false : nil)
    case .greater: return other.decides(.less, self)
    case .greaterOrEqual: return other.decides(.lessOrEqual, self)
    case .equal:
      if !a.overlaps(b) { return false }
      return a == b && a.lowerBound == a.upperBound ? true : nil
    case .notEqual: return decides(.equal, other).map { !$0 }
    case .isIn: return nil
    }
  }
}
