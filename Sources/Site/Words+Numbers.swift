extension Words {
  /// An integer with its digits in groups, `12 000`; four digits stay together.
  func number(_ value: Int64) -> String { grouped(String(value.magnitude), isNegative: value < 0) }

  /// A number as a person would write it: no exponent where that can be helped, no `.0`.
  func number(_ value: Double) -> String {
    if let integer = Int64(exactly: value) { return number(integer) }
    let digits = "\(value.magnitude)"
    guard value.isFinite, !digits.contains("e") else { return "\(value)" }
    let parts = digits.split(separator: ".", maxSplits: 1)
    return grouped(String(parts[0]), isNegative: value < 0)
      + parts.dropFirst().map { self[.decimalSeparator] + $0 }.joined()
  }

  /// A computed number, to two decimals.
  func rounded(_ value: Double) -> String {
    number((value * 100).rounded() / 100)
  }

  /// A share between 0 and 1 as `45 %`.
  func percent(_ share: Double) -> String { self(.percent, number((share * 100).rounded())) }

  /// A number with what it counts.
  func withUnit(_ number: String, _ unit: String?) -> String {
    unit.map { self(.withUnit, number, $0) } ?? number
  }

  private func grouped(_ digits: String, isNegative: Bool) -> String {
    let sign = isNegative ? "\u{2212}" : ""
    guard digits.utf8.count > 4 else { return sign + digits }
    let separator = self[.thousandsSeparator]
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index).isMultiple(of: 3) { grouped += separator }
      grouped.append(digit)
    }
    return sign + grouped
  }
}
