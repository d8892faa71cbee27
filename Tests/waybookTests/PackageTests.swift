import Foundation
import TestSupport
import Testing

/// What `make install`, `make dist` and `make image` make.
@Suite struct PackageTests {
  private static let isSlowRun = ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1"

  /// Runs a script of the project; where it ends with 77, the test is skipped, for the reason that the script gives.
  private func run(_ script: String, _ arguments: String...) throws -> Program.Output {
    let run = try Program.run("/bin/sh", [Checkout.path(script)] + arguments)
    if run.status == 77 { try Test.cancel("\(run.stderr.dropLast())") }
    return run
  }

  @Test func `what is installed works there, with completions where shells look for them`() throws {
    let folder = try TemporaryFolder()
    let program = Program.executable.path(percentEncoded: false)
    try folder.write("of an earlier version", to: "usr/share/waybook/Content/old/playbook.yaml")
    let install = try run("Packaging/install.sh", program, folder.path("usr"))
    try #require(install.status == 0, "\(install.stderr)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("usr/share/waybook/Content/old")))
    let new = try Program.run(folder.path("usr/bin/waybook"), ["new", "handbook"], in: folder.url)
    #expect(new.status == 0, "\(new.stderr)")

    for file in ["zsh/site-functions/_waybook", "fish/vendor_completions.d/waybook.fish"] {
      #expect(try folder.text("usr/share/\(file)").contains("build"))
    }
    let completion = """
      source "$1"; COMP_WORDS=(waybook bu); COMP_CWORD=1; _waybook; echo "${COMPREPLY[*]}"
      """
    let file = folder.path("usr/share/bash-completion/completions/waybook")
    let completed = try Program.run("/usr/bin/env", ["bash", "-c", completion, "bash", file])
    #expect(completed.stdout.split(whereSeparator: \.isWhitespace).contains("build"), "\(completed)")
  }

  @Test func `the same commit makes the same packages, wherever and by whom they are made`() throws {
    let run = try run("Tests/Packages/same-bytes.sh")
    #expect(run.status == 0, "\(run.stdout)\(run.stderr)")
    #expect(run.stdout.contains(".tar.gz.sha256\n"))
  }

  @Test func `nothing is packaged without the licences of what is in it`() throws {
    let folder = try TemporaryFolder()
    let files = FileManager.default
    try files.copyItem(atPath: Checkout.path("Packaging"), toPath: folder.path("Packaging"))
    try files.copyItem(atPath: Checkout.path("LICENSE"), toPath: folder.path("LICENSE"))
    func refusal(swift: String = "swift") throws -> String {
      let program = Program.executable.path(percentEncoded: false)
      let run = try Program.run(
        "/usr/bin/env",
        ["SWIFT=\(swift)", "sh", folder.path("Packaging/dist.sh"), program, folder.path("dist")])
      #expect(run.status == 2 && run.stdout.isEmpty)
      return run.stderr
    }
    let checkouts = folder.path(".build/checkouts")
    #expect(
      try refusal() == "There are no packages in \(checkouts); 'make dist' fetches and builds them\n")
    try folder.write("import PackageDescription", to: ".build/checkouts/FlyingFox/Package.swift")
    #expect(try refusal() == "There is no licence of FlyingFox in \(checkouts)/FlyingFox/\n")
    try folder.write("All rights reserved", to: ".build/checkouts/FlyingFox/LICENSE")
    #if os(Linux)
      #expect(try refusal(swift: "true") == "There is no licence of Swift in /share/swift\n")
    #endif
    try folder.write("All rights reserved", to: ".build/checkouts/Aardvark/LICENSE")
    #expect(
      try refusal() == "Packaging/copyright does not name Aardvark, which may be in the program\n")
  }

  @Test(
    arguments: [
      ("", "Docker or Podman is needed; docs.docker.com/get-started/get-docker tells how to get it.\n"),
      ("false", "'false info' fails: is its service running, and may you use it?\n"),
    ])
  func `an image is not begun where nothing can make it`(engine: String, words: String) throws {
    let run = try Program.run("/usr/bin/env", ["make", "-s", "image", "ENGINE=\(engine)"])
    #expect(run.status == 2 && run.stderr.hasPrefix(words), "\(run.stderr)")
  }

  @Test(.enabled(if: isSlowRun, "slow, needs root"))
  func `the package and the tarball work where there is nothing else`() throws {
    let run = try run(
      "Tests/Packages/empty-root.sh", Checkout.path(".build/release/waybook"),
      Checkout.path(".build/empty-root"))
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout.contains("the package works\n") && run.stdout.contains("the tarball works\n"))
  }

  @Test(.enabled(if: isSlowRun, "slow, needs Docker"))
  func `the image works`() throws {
    let run = try run("Tests/Packages/image.sh")
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout.hasSuffix("the image works\n"))
  }
}
