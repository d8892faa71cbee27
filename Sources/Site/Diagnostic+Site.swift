import Authoring
import Diagnostics

extension Diagnostic {
  static func brokenLink(_ address: String, on page: String, at location: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, "site.broken-link", at: location,
      "'\(address)' on the page '\(page)' leads to nothing that the site has",
      notes: [
        Note("Links to content are written 'step:id', 'criterion:id', 'guide:id', 'question:id' or 'term:id'")
      ])
  }

  static func duplicateID(_ id: String, on page: String) -> Diagnostic {
    Diagnostic(
      .error, "site.duplicate-id", at: nil,
      "The id '\(id)' stands twice on the page '\(page)', and a link can only mean one of them")
  }

  static func refusedURL(scheme: String, team: TeamKey, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "site.refused-url", at: location,
      "An answer of '\(team)' would make this text link to '\(scheme):', and links are http, https or mailto")
  }

  static func searchIndexSize(
    _ bytes: Int, of team: TeamKey, most: Int, largest: [(path: String, bytes: Int)]
  ) -> Diagnostic {
    func kilobytes(_ bytes: Int) -> String { "\((bytes + 999) / 1000) kB" }
    let pages = largest.map { "\($0.path) (\(kilobytes($0.bytes)))" }.joined(separator: ", ")
    return Diagnostic(
      .error, "site.search-index-size", at: nil,
      "What the pages of '\(team)' search in takes \(kilobytes(bytes)), and it may take \(kilobytes(most))",
      notes: [
        Note("Most of it comes from \(pages): shorten their texts or answers, or split the playbook"),
        Note("A theme leaves an element out of the search by the attribute 'data-no-search'"),
      ])
  }

  static func languageDefinition(_ problem: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "site.language-definition", at: location,
      "GNU Source-highlight cannot use this language definition: \(problem)")
  }

  static func unusedTemplate(_ name: String, path: String, among known: [String]) -> Diagnostic {
    return Diagnostic(
      .warning, "site.unused-template", at: SourceLocation(file: path),
      "No page is made of '\(name)' and no template takes it in\(NearMiss.hint(for: name, among: known))")
  }
}

extension Diagnostic {
  static func unusedWords(_ name: String, at location: SourceLocation, among known: [String]) -> Diagnostic {
    Diagnostic(
      .warning, "site.unused-words", at: location,
      "No page says the words '\(name)'\(NearMiss.hint(for: name, among: known))")
  }

  static func ownPageName(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "site.own-page-name", at: location,
      "A page cannot be called '\(name)': write lower-case letters, digits and '_', a letter first, and none of the names that the site has already"
    )
  }

  static func ownPageTitle(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "site.own-page-title", at: location,
      "The page '\(name)' has no title; write it into '\(WordsFile.name)' as '\(name)' in the group 'pages'")
  }

  static func missingWords(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, "site.missing-words", at: nil,
      "The theme does not say '\(name)'; its file '\(WordsFile.name)' has to")
  }

  static func assetPath(_ problem: String, at path: String) -> Diagnostic {
    Diagnostic(.error, "site.asset-path", at: SourceLocation(file: path), problem)
  }
}
