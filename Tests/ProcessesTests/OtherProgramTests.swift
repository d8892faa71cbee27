import Foundation
import Processes
import TestSupport
import Testing

@Suite struct OtherProgramTests {
  @Test func `arguments, input, folder and environment arrive as they are, and both outputs come back`()
    async throws
  {
    let folder = try TemporaryFolder()
    let run = try await OtherProgram("sh").run(
      ["-c", "pwd -P; cat; echo \"$1\"; echo \"$WORD\" >&2; exit 3", "sh", "$(no) 'shell' *"],
      in: folder.path(""), environment: ["WORD": "a b"], input: Array("in\n".utf8))
    let real = folder.url.resolvingSymlinksInPath().path(percentEncoded: false)
    let place = real.hasSuffix("/") ? String(real.dropLast()) : real
    #expect(run.stdout == "\(place)\nin\n$(no) 'shell' *\n")
    #expect(run.stderr == "a b\n" && run.status == 3 && !run.succeeded)
  }

  @Test func `a signal is told from an exit code`() async throws {
    #expect(try await OtherProgram("sh").run(["-c", "kill -9 $$"]).status == -9)
  }

  @Test func `what is no UTF-8 hides nothing of what a program said`() async throws {
    let run = try await OtherProgram("sh").run(["-c", #"printf 'full: \374\n' >&2; exit 11"#])
    #expect(run.stderr == "full: \u{FFFD}\n")
  }

  @Test func `more than a pipe holds arrives whole`() async throws {
    let run = try await OtherProgram("sh").run(["-c", "yes | head -n 200000; yes e | head -n 200000 >&2"])
    #expect(run.stdout.utf8.count == 400_000 && run.stderr.utf8.count == 400_000)
  }

  @Test(arguments: ["no-such-program", "/nowhere/program"])
  func `a program that is not there is told by its name`(name: String) async throws {
    let error = try await #expect(throws: ProcessError.self) { try await OtherProgram(name).run([]) }
    #expect("\(error.map(String.init(describing:)) ?? "")".contains("Cannot run '\(name)': "))
  }
}
