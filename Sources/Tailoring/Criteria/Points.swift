import Authoring
import Diagnostics

/// Points in whole billionths, so that sums are exact: 3 x 0.3 is 0.9, and no order of adding matters.
struct Points: Hashable, Comparable {
  var billionths: Int64

  static let zero = Points(billionths: 0)

  init(billionths: Int64) { self.billionths = billionths }

  /// The nearest points to a number; what is out of range is held inside.
  init(_ number: Double) {
    let limit = 1e15
    billionths = Int64((min(max(number, -limit / 1e9), limit / 1e9) * 1e9).rounded())
  }

  /// The number nearest to them.
  var number: Double { Double(billionths) / 1e9 }

  static func < (a: Self, b: Self) -> Bool { a.billionths < b.billionths }
  static func + (a: Self, b: Self) -> Self { Points(billionths: a.billionths + b.billionths) }
  static func - (a: Self, b: Self) -> Self { Points(billionths: a.billionths - b.billionths) }
  static func += (a: inout Self, b: Self) { a = a + b }
}

extension Theme {
  /// Points held under the theme's cap.
  func capped(_ points: Points) -> Points { atMost.map { min(points, Points($0)) } ?? points }
}

extension Criterion.Reason {
  /// The points that a strength brings.
  func points(strength: Double) -> Points { Points(weight * strength) }

  /// The option that a level supports.
  func option(of level: Criterion.Level) -> Name { level.supports?.value ?? supports.value }
}
