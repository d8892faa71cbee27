public import Authoring
public import Diagnostics
public import Highlighting

extension Languages {
  /// Loads the languages of a theme: the folder `languages`.
  ///
  /// - Parameters:
  ///   - defaults: the default theme's folder, on disk.
  ///   - overrides: a project's own folder, whose names and definitions go before the default's and are checked.
  ///   - library: the folder of the definitions that come with Source-highlight.
  public static func load(
    defaults: InputFolder, overrides: InputFolder? = nil, library: String, diagnostics: inout [Diagnostic]
  ) -> Languages {
    var languages = Languages(library: library)
    languages.add(defaults, &diagnostics)
    if let overrides {
      for file in languages.add(overrides, &diagnostics) {
        let definition = Definition(folder: overrides.languages, file: file)
        do {
          try Highlighter.check(definition)
        } catch .failed(let reason, let line) {
          let start = SourcePosition(line: max(line, 1), column: 1)
          diagnostics.append(
            .languageDefinition(reason, at: SourceLocation(file: definition.path, start: start)))
        } catch {
          // Without the library all code is plain, which the command says.
        }
      }
    }
    return languages
  }

  /// Adds a theme's folder and says which definitions it has.
  @discardableResult
  private mutating func add(_ theme: InputFolder, _ diagnostics: inout [Diagnostic]) -> [String] {
    let files = theme.files.filter { $0.hasPrefix("languages/") }
    let map =
      files.contains("languages/\(Self.mapName)")
      ? theme.source("languages/\(Self.mapName)", diagnostics: &diagnostics)?.text : nil
    let definitions = files.filter { $0.hasSuffix(".lang") }.map { String($0.dropFirst("languages/".count)) }
    add(theme.languages, files: definitions, map: map ?? "")
    return definitions
  }
}

extension InputFolder {
  fileprivate var languages: String { shownPath(of: "languages") }
}

extension Languages.Definition {
  fileprivate var path: String { "\(folder)/\(file)" }
}
