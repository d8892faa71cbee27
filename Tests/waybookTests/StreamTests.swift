import Foundation
import TestSupport
import Testing

/// Standard streams that are closed, or take nothing.
@Suite struct StreamTests {
  private static func run(_ command: String, in folder: URL) throws -> Program.Output {
    let program = Program.executable.path(percentEncoded: false)
    return try Program.run("/bin/sh", ["-c", "\"$0\" \(command)", program], in: folder)
  }

  @Test(arguments: [
    "schema playbook", "eval 1+1", "check --format json", "test", "explain web", "publish ./p --list",
  ])
  func `output that cannot be written is a failure of the world`(command: String) throws {
    let project = try Project()
    if command.hasPrefix("publish") { #expect(try project.run("build").status == 0) }
    if command.hasPrefix("publish") { #expect(try project.run("publish", "./p").status == 0) }
    let closed = try Self.run("\(command) >&-", in: project.folder.url)
    #expect(closed.status == 2, "\(closed)")
    #expect(closed.stderr.contains("waybook: Cannot write to standard output: Bad file descriptor\n"))
    #if os(Linux)
      let full = try Self.run("\(command) >/dev/full", in: project.folder.url)
      #expect(full.status == 2, "\(full)")
      #expect(full.stderr.contains("waybook: Cannot write to standard output: No space left on device\n"))
    #endif
  }

  @Test(arguments: ["2>&-", "2>&- >&- <&-"])
  func `where nobody can be told, the work is done`(streams: String) throws {
    let project = try Project()
    for command in ["build", "publish ./p"] {
      let run = try Self.run("\(command) \(streams)", in: project.folder.url)
      #expect(run.status == 0 && run.stdout.isEmpty && run.stderr.isEmpty, "\(run)")
    }
    #expect(try project.run("publish", "./p").stderr.contains("nothing to do"))
  }
}
