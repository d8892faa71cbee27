import Authoring
import Diagnostics
import TestSupport
import Testing

@Suite struct BrokenPlaybookTests {
  @Test func `the small playbook is sound`() throws {
    #expect(try Mistake.diagnostics(of: SmallPlaybook.files).text == "")
  }

  @Test(
    arguments: Mistake.formats + Mistake.names + Mistake.decisions + Mistake.rules + Mistake.texts
      + Mistake.leftovers + Mistake.refused + Mistake.broken + Mistake.inTests)
  func `a mistake is reported once, at its place`(mistake: Mistake) throws {
    let (files, marked) = try mistake.applied()
    let found = try Mistake.diagnostics(of: files)
    #expect(found.map(\.id.rawValue) == [mistake.id], "\(found.text)")
    if let place = marked.locations.first {
      #expect(found.first?.location?.start == place.start, "\(found.text)")
    }
    #expect(found.first?.location?.file == mistake.file)
  }

  @Test func `a message about a form has the article of what it expects`() throws {
    let effort = Mistake(
      "", "steps/20-drive.md", "effort:\n  low: 1\n  likely: answers.people * 1\n  high: 9", "effort: 3")
    #expect(
      try Mistake.diagnostics(of: try effort.applied().files).text.contains(
        "the keys of an effort, found '3'"))
  }

  @Test func `steps need phases, and the first says so`() throws {
    let phases = "phases:\n  - id: before\n    title: Before\n  - id: after\n    title: After\n"
    var files = SmallPlaybook.files
    files["playbook.yaml"] = try Mistake("", "playbook.yaml", phases, "").applied().files["playbook.yaml"]
    let found = try Mistake.diagnostics(of: files)
    #expect(found.map(\.id.rawValue) == ["playbook.no-phases"], "\(found.text)")
    #expect(found.first?.location?.file == "steps/10-pack.md")
  }

  @Test(arguments: [
    ("⟦yml⟧", nil), ("⟦YAML⟧", nil), ("⟦yalm⟧", "yaml"), ("⟦protobuff⟧", "protobuf"), ("⟦cobol⟧", nil),
    ("⟦tsx⟧", nil),
  ])
  func `a language of code that is nearly a known one is warned of at its fence`(
    language: String, near: String?
  )
    throws
  {
    let (files, marked) = try Mistake(
      "", "guides/boxes.md", "{{/data.firms}}\n", "{{/data.firms}}\n\n```\(language) title=\"yalm\"\na\n```\n"
    ).applied()
    var diagnostics: [Diagnostic] = []
    let playbook = try #require(Playbook.load(.memory(files), diagnostics: &diagnostics))
    #expect(diagnostics.text == "")
    #expect(playbook.hasCode)
    let found = playbook.misspeltLanguages(known: ["protobuf", "tex", "yaml", "yml"])
    #expect(found.map(\.id) == (near == nil ? [] : ["playbook.code-language"]))
    #expect(found.first?.severity ?? .warning == .warning)
    #expect(found.map(\.location) == (near == nil ? [] : marked.locations))
    if let near { #expect(found.text.contains("did you mean '\(near)'?")) }
  }

  @Test func `all mistakes of a playbook are reported in one run`() throws {
    var files = SmallPlaybook.files
    let mistakes = Mistake.formats + Mistake.names + Mistake.rules + Mistake.texts
    var taken: Set<String> = []
    let first = mistakes.filter { taken.insert($0.file).inserted }
    for mistake in first { files[mistake.file] = try mistake.applied(to: files).text }
    let found = try Mistake.diagnostics(of: files)
    #expect(Set(first.map(\.id)).isSubset(of: Set(found.map(\.id.rawValue))), "\(found.text)")
  }
}

extension BrokenPlaybookTests {
  /// Answers that use every name that an answers file can use.
  private static let answers = """
    playbook: house@1.2
    answers:
      noise: high
      people: 4
      pets: [cat, dog]
    components:
      - id: sofa
        answers:
          kilos: 40
    decision:
      verdict: move
    progress:
      pack:
        done: [books]
    measurements:
      decibels:
        old:
          value: 60

    """

  @Test(arguments: Mistake.broken)
  func `what is broken in a playbook is no mistake of the answers`(mistake: Mistake) throws {
    var diagnostics: [Diagnostic] = []
    let playbook = Playbook.load(.memory(try mistake.applied().files), diagnostics: &diagnostics)
    diagnostics = []
    let teams = TeamsFolder(.memory(["ada.yaml": Self.answers]), diagnostics: &diagnostics)
    _ = teams.answers(
      try #require(teams.entries.first), for: try #require(playbook), diagnostics: &diagnostics)
    #expect(diagnostics.text == "")
  }
}

/// A mistake in one file of the small playbook: what is replaced, and by what, with ⟦ and ⟧ around its place.
struct Mistake: CustomTestStringConvertible, Sendable {
  let id: String
  let file: String
  let old: String
  let new: String

  init(_ id: String, _ file: String, _ old: String, _ new: String) {
    (self.id, self.file, self.old, self.new) = (id, file, old, new)
  }

  var testDescription: String { "\(id): \(file): \(new.prefix(60))" }

  func applied(to files: [String: String] = SmallPlaybook.files) throws -> MarkedText {
    let text = files[file] ?? ""
    let parts = text.split(separator: old, omittingEmptySubsequences: false)
    try #require(
      old.isEmpty || parts.count == 2, "\(old.debugDescription) stands \(parts.count - 1) times in \(file)")
    return MarkedText(old.isEmpty ? new : parts.joined(separator: new), path: file)
  }

  func applied() throws -> (files: [String: String], marked: MarkedText) {
    let marked = try applied(to: SmallPlaybook.files)
    return (SmallPlaybook.files.merging([file: marked.text]) { $1 }, marked)
  }

  static func diagnostics(of files: [String: String]) throws -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    _ = Playbook.load(.memory(files), diagnostics: &diagnostics)
    return diagnostics.sortedForReading()
  }
}
