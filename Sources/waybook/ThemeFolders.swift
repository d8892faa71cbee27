import Authoring
import Diagnostics
import Foundation
import Highlighting
import Site

/// The folders of a theme: the default one, and a project's own whose files stand in for its files.
struct ThemeFolders {
  private let defaults: InputFolder
  private let overrides: InputFolder?

  /// Lists the folders.
  ///
  /// - Parameter overrides: the project's own, where it has one.
  /// - Throws: `InputError` where one cannot be listed.
  init(overrides: String?) throws {
    guard let defaults = InstalledFiles.templates else {
      throw InputError(path: "share/waybook", reason: "The files that come with waybook are not beside it")
    }
    self.defaults = try .disk(defaults)
    self.overrides = try overrides.map { try .disk($0) }
  }

  /// Loads the templates and assets.
  func theme(diagnostics: inout [Diagnostic]) -> SiteTheme? {
    SiteTheme.load(defaults: defaults, overrides: overrides, diagnostics: &diagnostics)
  }

  /// Loads what pages say where no template says it.
  func words(diagnostics: inout [Diagnostic]) -> Words? {
    Words.load(defaults: defaults, overrides: overrides, diagnostics: &diagnostics)
  }

  /// Loads the languages of code.
  func languages(diagnostics: inout [Diagnostic]) -> Languages {
    Languages.load(
      defaults: defaults, overrides: overrides, library: InstalledFiles.sourceHighlight,
      diagnostics: &diagnostics)
  }
}
