// How results are put into words, in diagnostics and explanations.

extension Double {
  /// Without a fraction that is zero: 1, 0.7.
  var plain: String {
    self == rounded() && magnitude < 1e15 ? String(Int64(self)) : "\(self)"
  }

  /// In whole percent.
  var percent: String { "\(Int((self * 100).rounded()))%" }
}

extension [String] {
  /// `'a', 'b' and 'c'`
  var quoted: String { map { "'\($0)'" }.joinedInWords }

  /// `a, b and c`
  var joinedInWords: String {
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
