import Authoring
import Diagnostics
import Tailoring
import Testing

@Suite struct FlagshipTests {
  @Test func theAuthorsOwnTestsPass() throws {
    let failures = try Flagship.playbook().testFailures()
    #expect(failures.isEmpty, "\(text(of: failures))")
  }

  @Test(arguments: [("market-data", "move"), ("dispatch", "pilot"), ("returns", "stay")])
  func eachExampleComesOutWithItsVerdict(name: String, verdict: String) throws {
    let playbook = try Flagship.playbook()
    var diagnostics: [Diagnostic] = []
    let result = playbook.tailored(to: try Flagship.example(name, of: playbook), diagnostics: &diagnostics)
    #expect(diagnostics.isEmpty, "\(text(of: diagnostics))")
    #expect(result.verdict.computed.id.text == verdict)
  }
}
