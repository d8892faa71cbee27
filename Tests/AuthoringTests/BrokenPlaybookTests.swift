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
      + Mistake.leftovers + Mistake.refused + Mistake.inTests)
  func `a mistake is reported once, at its place`(mistake: Mistake) throws {
    let (files, marked) = try mistake.applied()
    let found = try Mistake.diagnostics(of: files)
    #expect(found.map(\.id.rawValue) == [mistake.id], "\(found.text)")
    if let place = marked.locations.first {
      #expect(found.first?.location?.start == place.start, "\(found.text)")
    }
    #expect(found.first?.location?.file == mistake.file)
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
    _ = try Playbook.load(.memory(files), diagnostics: &diagnostics)
    return diagnostics.sortedForReading()
  }
}
