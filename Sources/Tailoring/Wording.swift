// How results are put into words, in diagnostics and explanations.

extension Double {
  /// Without a fraction that is zero: 1, 0.7.
  package var plain: String { Int64(exactly: self).map { "\($0)" } ?? "\(self)" }

  /// In whole percent.
  var percent: String { "\(Int((self * 100).rounded()))%" }
}

extension [String] {
  /// `'a', 'b' and 'c'`
  var quoted: String { map { "'\($0)'" }.joinedInWords }

  /// `a, b and c`
  package var joinedInWords: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}

extension String {
  /// With each run of white space as one space, and other control characters made visible.
  var oneLine: String {
    let words = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var shown = String.UnicodeScalarView()
    for scalar in words.unicodeScalars {
      shown.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
    }
    return String(shown)
  }
}

extension Int {
  /// `1 question`, `3 questions`; `2 criteria` where the plural is given.
  package func counted(_ noun: String, _ plural: String? = nil) -> String {
    "\(self) \(self == 1 ? noun : plural ?? noun + "s")"
  }
}
