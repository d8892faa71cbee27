import Authoring
import Diagnostics
import Tailoring
import Testing

@Suite struct FlagshipTests {
  @Test func theAuthorsOwnTestsPassAndTouchEverything() throws {
    let run = try Flagship.playbook().testRun()
    #expect(run.failures.isEmpty, "\(text(of: run.failures))")
    let untouched = run.coverage.untouched.map { "\($0.location): \($0.name)" }
    #expect(untouched == [])
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
