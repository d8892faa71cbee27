import Authoring
import Diagnostics
import TestSupport
import Testing

@Suite struct FlagshipTests {
  @Test func `the flagship playbook loads without a problem`() throws {
    var diagnostics: [Diagnostic] = []
    let folder = try InputFolder.disk(Checkout.path("Content/go-to-rust"))
    let playbook = try #require(Playbook.load(folder, diagnostics: &diagnostics))
    #expect(diagnostics.text == "")
    #expect(playbook.criteria.count >= 12)
    #expect(playbook.questions.count { $0.isQuick } == 10)
  }

  @Test func `its examples fit its questions`() throws {
    var diagnostics: [Diagnostic] = []
    let folder = try InputFolder.disk(Checkout.path("Content/go-to-rust"))
    let playbook = try #require(Playbook.load(folder, diagnostics: &diagnostics))
    let examples = try playbook.examples(diagnostics: &diagnostics)
    for entry in examples?.entries ?? [] {
      #expect(examples?.answers(entry, for: playbook, diagnostics: &diagnostics) != nil)
    }
    #expect(diagnostics.text == "")
    #expect(examples?.entries.count == 3)
  }
}

extension [Diagnostic] {
  /// One line for each, for expectations.
  var text: String {
    sortedForReading().map { "\($0.location.map { "\($0)" } ?? "-"): \($0.id.rawValue): \($0.message)" }
      .joined(separator: "\n")
  }
}
