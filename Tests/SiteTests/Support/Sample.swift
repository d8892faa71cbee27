import Authoring
import Diagnostics
import Highlighting
import Site
import SiteFiles
import Tailoring
import Testing

/// A playbook and a theme in memory, from which teams' sites are made.
struct Sample {
  let playbook: Playbook
  let theme: SiteTheme
  let renderer: SiteRenderer

  /// The sample as it stands, loaded once.
  static func asItStands() throws -> Sample { try loaded.get() }

  private static let loaded = Result { try Sample() }

  /// Loads a sample with changes.
  ///
  /// - Parameters:
  ///   - files: files of the playbook in place of the sample's or beside them.
  ///   - templates: a project's own templates.
  ///   - highlighter: for code.
  init(
    _ files: [String: String] = [:], templates: [String: String] = [:], highlighter: Highlighter? = nil
  ) throws {
    var diagnostics: [Diagnostic] = []
    let folder = InputFolder.memory(SampleFiles.all.merging(files) { $1 }, path: "cellar")
    playbook = try #require(Playbook.load(folder, diagnostics: &diagnostics))
    let overrides = templates.isEmpty ? nil : InputFolder.memory(templates, path: "look")
    theme = try #require(
      SiteTheme.load(defaults: try DefaultTheme.folder(), overrides: overrides, diagnostics: &diagnostics))
    renderer = SiteRenderer(playbook: playbook, theme: theme, highlighter: highlighter)
    #expect(diagnostics.lines == [])
  }

  /// The playbook for an answers file.
  ///
  /// - Parameter shared: what stands in `_all.yaml`.
  func tailored(_ text: String = SampleFiles.answers, file: String = "barrels.yaml", shared: String? = nil)
    throws
    -> TailoredPlaybook
  {
    var diagnostics: [Diagnostic] = []
    var files = [file: text]
    files["_all.yaml"] = shared
    let teams = TeamsFolder(.memory(files, path: "teams"), diagnostics: &diagnostics)
    let entry = try #require(teams.entries.first)
    let answers = try #require(teams.answers(entry, for: playbook, diagnostics: &diagnostics))
    let tailored = playbook.tailored(to: answers, diagnostics: &diagnostics)
    #expect(diagnostics.filter { $0.severity == .error }.lines == [])
    return tailored
  }

  /// A team's site, with what was reported.
  func site(_ text: String = SampleFiles.answers, file: String = "barrels.yaml", shared: String? = nil) throws
    -> Pages
  {
    var diagnostics: [Diagnostic] = []
    let rendered = renderer.pages(
      of: try tailored(text, file: file, shared: shared), sideBySide: true, diagnostics: &diagnostics)
    return Pages(rendered: rendered, diagnostics: diagnostics)
  }

  /// The pages of a team.
  struct Pages {
    let rendered: RenderedTeam
    let diagnostics: [Diagnostic]

    /// The text of a file in the team's folder; fails the test where there is none.
    func callAsFunction(_ path: String) throws -> String {
      let full = "\(rendered.record.key)/\(path)"
      let file = try #require(rendered.files.first { $0.path.text == full }, "There is no \(full)")
      return file.text
    }

    /// The HTML pages, with their paths in the team's folder.
    var html: [(path: String, text: String)] {
      rendered.files.filter { $0.path.text.hasSuffix(".html") }.map {
        (String($0.path.text.dropFirst(rendered.record.key.count + 1)), $0.text)
      }
    }
  }
}

extension SiteFile {
  /// Its bytes as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension String {
  /// How often a text stands in it.
  func count(of text: String) -> Int { ranges(of: text).count }

  /// The part between two texts, the first of its kind.
  func between(_ start: String, _ end: String) -> String? {
    guard let from = firstRange(of: start), let to = self[from.upperBound...].firstRange(of: end) else {
      return nil
    }
    return String(self[from.upperBound..<to.lowerBound])
  }
}
