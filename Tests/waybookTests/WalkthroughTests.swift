import Foundation
import TestSupport
import Testing

/// The first hour with Waybook, as the format reference tells it: its commands are run in an empty folder.
@Suite struct WalkthroughTests {
  @Test func `the commands of the first hour lead from nothing to a published site`() throws {
    let page = String(
      decoding: try Data(contentsOf: Checkout.root.appending(path: "Content/README.md")), as: UTF8.self)
    let section = try #require(page.firstMatch(of: ##/## From nothing (?s:.*?)\n## /##)?.output)
    let commands = section.matches(of: /```sh\n((?s:.*?))```\n/).map { String($0.output.1) }
    #expect(commands.count == 6)
    let folder = try TemporaryFolder(["all.sh": commands.joined()])
    let programs = Program.executable.deletingLastPathComponent().path(percentEncoded: false)
    let path = "PATH=\(programs):\(ProcessInfo.processInfo.environment["PATH"] ?? "")"
    let run = try Program.run("/usr/bin/env", [path, "sh", "-e", "all.sh"], in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
    #expect(!run.stderr.contains("warning"), "\(run.stderr)")
    #expect(run.stdout.hasSuffix(" current\n"), "\(run.stdout)")
    let steps = folder.files(below: "handbook/site/support/steps")
    #expect(steps.contains("name-owners.html"))
    let criterion = try folder.text("handbook/published/current/support/criteria/stale-pages.html")
    #expect(criterion.contains("asked for by message the next time"))
  }
}
