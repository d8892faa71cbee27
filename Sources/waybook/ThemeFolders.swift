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

  /// Loads and checks all of it.
  func theme() -> LoadedTheme {
    var problems: [Diagnostic] = []
    let look = SiteTheme.load(defaults: defaults, overrides: overrides, diagnostics: &problems)
    let languages = Languages.load(
      defaults: defaults, overrides: overrides, library: InstalledFiles.sourceHighlight,
      diagnostics: &problems)
    do {
      let highlighter = try Highlighter(languages)
      return LoadedTheme(look: look, languages: languages, highlighter: highlighter, problems: problems)
    } catch {
      return LoadedTheme(
        look: look, languages: languages, notice: "code is not highlighted: \(error)", problems: problems)
    }
  }

  /// Loads what pages say where no template says it.
  func words(diagnostics: inout [Diagnostic]) -> Words? {
    Words.load(defaults: defaults, overrides: overrides, diagnostics: &diagnostics)
  }
}

/// A theme as it was loaded.
struct LoadedTheme: Sendable {
  /// The look of pages; nil where a template has a mistake.
  let look: SiteTheme?
  /// The languages of code.
  let languages: Languages
  /// Colours the code; nil where code stays plain.
  var highlighter: Highlighter?
  /// Why code stays plain, where that is so: no mistake of the theme, and said once.
  var notice: String?
  /// What is wrong with it.
  let problems: [Diagnostic]
}
