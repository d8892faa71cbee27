import Foundation
import TestSupport
import Testing

/// The checklists of the flagship's pages, ticked in a browser.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1", "slow; set WAYBOOK_TEST_ALL=1"),
  .serialized)
struct TickTests {
  private static let step = "dispatch/steps/go-first.html"
  private static let key = "waybook:go-to-rust:dispatch:go-first/dependencies"
  private static let file = "teams/dispatch.yaml"

  private let folder: TemporaryFolder

  /// The flagship and its example teams, built.
  init() throws {
    folder = try TemporaryFolder()
    let source = Checkout.path("Content/go-to-rust")
    try FileManager.default.copyItem(atPath: source, toPath: folder.path("playbook"))
    try FileManager.default.copyItem(atPath: "\(source)/examples", toPath: folder.path("teams"))
    try run("build")
  }

  private var site: String { folder.path("site") }

  private func run(_ command: String) throws {
    let words = [command, "--playbook", "playbook", "--teams", "teams"]
    let output = try Program.run(
      words + (command == "build" ? ["--output", "site"] : []), in: folder.url)
    #expect(output.status == 0 && !output.stderr.contains("warning"), "\(output.stderr)")
  }

  @Test func `A tick stays, and is told apart from what the answers file says`() throws {
    guard let browser = try Browser.installed() else { return }
    _ = try browser.visit(site, .open(Self.step), .tick("dependencies"))
    let seen = try browser.visit(
      site, .open(Self.step), .box("dependencies"), .read("li[data-item=dependencies]"), .box("upgrade"),
      .read("li[data-item=upgrade]"), .box("choose"), .kept, .open("dispatch/plan.html"),
      .read("[data-step=go-first] .step-title"))
    #expect(seen[0] == "ticked")
    #expect(seen[1].contains("only in this browser"))
    #expect(seen[2] == "none")
    #expect(seen[3].contains("done in the answers file"))
    #expect(seen[4] == "empty")
    #expect(seen[5] == Self.key)
    #expect(seen[6].contains("1 ticked only in this browser"))
  }

  @Test func `What the plan copies replaces the file's progress, and is then recorded`() throws {
    guard let browser = try Browser.installed() else { return }
    let note = #"note: "It's \"due\": # soon\n- \\ {{x}} <b> \u2028 \u0085 \u007f""#
    try folder.edit(Self.file, "ticket: DSP-418", "ticket: DSP-418\n    \(note)")
    try run("build")
    let copied = try browser.visit(
      site, .open(Self.step), .tick("dependencies"), .tick("choose"),
      .open("dispatch/plan.html"),
      .press("Copy for the answers file"), .paste)
    let answers = try folder.text(Self.file)
    let old = try #require(answers.firstMatch(of: #/progress:\n(?: .*\n)+/#))
    try folder.edit(Self.file, String(old.0), copied[0])
    #expect(copied[0].contains("done: [upgrade, release-notes, dependencies, choose]"))
    #expect(copied[0].contains("on: 2027-01-15"))
    #expect(copied[0].contains(note))
    try run("check")
    try run("build")
    let seen = try browser.visit(
      site, .open(Self.step), .read("li[data-item=choose]"), .kept, .open("dispatch/plan.html"),
      .read("main"))
    #expect(seen[0].contains("done in the answers file"))
    #expect(seen[1] == "")
    #expect(!seen[2].contains("this browser"))
  }

  @Test func `What a step copies is taken as it is by a file without progress`() throws {
    guard let browser = try Browser.installed() else { return }
    let copied = try browser.visit(
      site, .open("returns/steps/baseline.html"), .tick("write-objective"),
      .press("Copy for the answers file"), .paste)
    #expect(copied == ["progress:\n  baseline:\n    status: in_progress\n    done: [write-objective]\n"])
    try folder.write(try folder.text("teams/returns.yaml") + copied[0], to: "teams/returns.yaml")
    try run("check")
  }

  @Test func `A changed text is looked at again, and no tick is lost with its item or its step`() throws {
    guard let browser = try Browser.installed() else { return }
    _ = try browser.visit(
      site, .open(Self.step), .tick("dependencies"), .tick("choose"), .tick("measure-again"))
    try folder.edit("playbook/steps/15-go-first.md", "Upgrade the direct dep", "Update the direct dep")
    try folder.edit("playbook/steps/15-go-first.md", "- id: choose", "- id: chosen")
    try run("build")
    let seen = try browser.visit(
      site, .open(Self.step), .box("dependencies"), .read("li[data-item=dependencies]"),
      .box("measure-again"),
      .read(".ticks"), .open("dispatch/plan.html"), .read("main > .ticks"),
      .press("Copy for the answers file"), .paste, .open(Self.step), .tick("dependencies"),
      .press("Dismiss"), .box("dependencies"), .read(".ticks"))
    #expect(seen[0] == "mixed")
    #expect(seen[1].contains("look again") && seen[1].contains("“Upgrade the direct dependencies"))
    #expect(seen[2] == "ticked")
    for text in [seen[3], seen[4]] {
      #expect(text.contains("1 to look at again"))
      #expect(text.contains("Upgrade Go and set up the ladder: Choose the rungs"))
    }
    #expect(seen[5].contains("done: [upgrade, release-notes, measure-again]"))
    #expect(seen[6] == "ticked")
    #expect(seen[7].contains("2 ticked only in this browser") && !seen[7].contains("No longer"))
  }

  @Test func `Where nothing can be kept the page says so, and ticks can be copied still`() throws {
    guard let browser = try Browser.installed() else { return }
    let seen = try browser.visit(
      site, keepsNothing: true, .open(Self.step), .read(".ticks"), .tick("measure-again"),
      .box("measure-again"),
      .press("Copy for the answers file"), .paste)
    #expect(seen[0].contains("not kept"))
    #expect(seen[1] == "ticked")
    #expect(seen[2].contains("measure-again]"))
  }
}
