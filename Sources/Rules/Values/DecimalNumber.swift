/// A double as a person writes it: digits and a power of ten, the shortest that stand for it.
///
/// Binary fractions miss most decimal ones: to IEEE 754, `4.1 - 1.1` is a little less than 3. Authors mean decimals,
/// and a verdict must not hang on the seventeenth digit. So a sum, difference or product is computed from the
/// decimals; where it has more digits than every double keeps, the binary result stands.
struct DecimalNumber {
  private var digits: Int128
  private var exponent: Int

  /// The decimal of a double; nil for infinities and NaN.
  private init?(_ number: Double) {
    guard number.isFinite else { return nil }
    (digits, exponent) = (0, 0)
    // `description` has the fewest digits that are read back as the same double: `4.1`, `-0.25`, `1e-05`.
    let parts = number.magnitude.description.split(separator: "e")
    guard let mantissa = parts.first else { return nil }
    exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    var isFraction = false
    for byte in mantissa.utf8 {
      if byte == UInt8(ascii: ".") {
        isFraction = true
      } else {
        digits = digits * 10 + Int128(byte - UInt8(ascii: "0"))
        if isFraction { exponent -= 1 }
      }
    }
    dropZeros()
    if number < 0 { digits.negate() }
  }

  private init(digits: Int128, exponent: Int) {
    (self.digits, self.exponent) = (digits, exponent)
    dropZeros()
  }

  private mutating func dropZeros() {
    while digits != 0, digits.isMultiple(of: 10) { (digits, exponent) = (digits / 10, exponent + 1) }
  }

  /// The nearest double; nil where there are more digits than every double keeps.
  private var number: Double? {
    digits.magnitude < Self.power(Self.keptDigits) ? Double("\(digits)e\(exponent)") : nil
  }

  /// Every decimal of so many digits survives the way to a double and back (`DBL_DIG` of C).
  private static let keptDigits = 15

  private static func power(_ exponent: Int) -> Int128.Magnitude {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}

extension DecimalNumber {
  /// `a + b`
  static func sum(_ a: Double, _ b: Double) -> Double {
    let binary = a + b
    if a == a.rounded(), b == b.rounded() { return binary }
    guard let first = Self(a), let second = Self(b) else { return binary }
    let (low, high) = first.exponent < second.exponent ? (first, second) : (second, first)
    let distance = high.exponent - low.exponent
    // Numbers that lie further apart have a sum of too many digits.
    guard distance <= keptDigits else { return binary }
    let digits = low.digits + high.digits * Int128(power(distance))
    return Self(digits: digits, exponent: low.exponent).number ?? binary
  }

  /// `a - b`
  static func difference(_ a: Double, _ b: Double) -> Double { sum(a, -b) }

  /// `a * b`
  static func product(_ a: Double, _ b: Double) -> Double {
    let binary = a * b
    if a == a.rounded(), b == b.rounded() { return binary }
    guard let first = Self(a), let second = Self(b) else { return binary }
    return Self(digits: first.digits * second.digits, exponent: first.exponent + second.exponent).number
      ?? binary
  }
}
