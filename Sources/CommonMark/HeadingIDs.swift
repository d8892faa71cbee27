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
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
        slug.append(scalar)
      default:
        if scalar == "-" || scalar == "_" { slug.append(scalar) }
        if scalar.isMarkdownWhitespace { slug.append("-") }
      }
    }
    return slug.isEmpty ? "section" : String(slug)
  }
}
