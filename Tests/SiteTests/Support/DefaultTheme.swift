import Authoring
import Diagnostics
import Site
import TestSupport
import Testing

/// The theme that ships with Waybook.
enum DefaultTheme {
  static func folder() throws -> InputFolder { try InputFolder.disk(Checkout.path("Templates")) }

  static func load() throws -> SiteTheme {
    var diagnostics: [Diagnostic] = []
    let theme = SiteTheme.load(defaults: try folder(), diagnostics: &diagnostics)
    #expect(diagnostics.lines == [])
    return try #require(theme)
  }
}

extension [Diagnostic] {
  /// One line for each, for expectations.
  var lines: [String] {
    sortedForReading().map { "\($0.location.map { "\($0): " } ?? "")\($0.id.rawValue): \($0.message)" }
  }
}
