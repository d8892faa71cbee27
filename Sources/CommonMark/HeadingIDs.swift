/// Identifiers of headings, as GitHub makes them: each is unique within a text.
struct HeadingIDs {
  private let prefix: String
  /// How often each was asked for; suffixed ones count as well.
  private var used: [String: Int] = [:]

  init(prefix: String) { self.prefix = prefix }

  /// The identifier of the next heading. Slots in its title are left out.
  mutating func next(for title: [HTMLPiece]) -> String {
    let slug = Self.slug(title.plainText())
    var id = slug
    while let count = used[id] {
      used[slug] = used[slug].map { $0 + 1 } ?? count
      id = "\(slug)-\(used[slug, default: 1])"
    }
    used[id] = 0
    return prefix + id
  }

  /// Lower case; letters, digits, `_` and `-` stay, blanks become `-`, the rest goes.
  private static func slug(_ text: String) -> String {
    var slug = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      if scalar.isMarkdownWhitespace {
        slug.append("-")
      } else if scalar == "-" || scalar == "_" || scalar.isLetterOrNumber {
        slug.append(scalar)
      }
    }
    return slug.isEmpty ? "section" : String(slug)
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter, a number, or a mark on one.
  fileprivate var isLetterOrNumber: Bool {
    if let byte = UInt8(exactly: value), byte < 0x80 { return byte.isASCIILetter || byte.isASCIIDigit }
    return switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      true
    default: false
    }
  }
}
