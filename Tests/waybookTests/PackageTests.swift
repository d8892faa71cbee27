import Foundation
import TestSupport
import Testing

/// What `make dist` makes, in an empty Debian root.
@Suite struct PackageTests {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1", "slow, needs root"))
  func `the package and the tarball work where there is nothing else`() throws {
    let run = try Program.run(
      "/bin/sh",
      [
        Checkout.path("Tests/Packages/empty-root.sh"), Checkout.path(".build/release/waybook"),
        Checkout.path(".build/empty-root"),
      ])
    guard run.status != 77 else { return print("Skipped: \(run.stderr)") }
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout.contains("the package works\n") && run.stdout.contains("the tarball works\n"))
  }
}
