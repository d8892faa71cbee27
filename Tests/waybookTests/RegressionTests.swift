import Diagnostics
import Foundation
import TestSupport
import Testing

/// Mistakes of users that once led to a wrong answer, or to none.
@Suite struct RegressionTests {
  @Test(arguments: [
    ("id: leave-jenkins", "id: leave_jenkins"), ("version: 2.1.0", "version: two"),
    ("title: From Jenkins to GitHub Actions", "titel: From Jenkins"), ("options:", "option:"),
    ("verdicts:", "verdict:"),
  ])
  func `a mistake in playbook.yaml does not hide those of other files`(old: String, new: String) throws {
    let project = try Project()
    try project.edit("playbook/playbook.yaml", old, new)
    try project.edit("playbook/criteria/10-fragile.md", "weight: 5", "weight: 9")
    try project.edit("playbook/steps/10-images.md", "owner: platform", "ownr: platform")
    try project.edit("playbook/questions/10-now.yaml", "type: integer", "type: integr")
    try project.edit("teams/web.yaml", "outages: 0", "outages: lots")
    let said = try project.run("check").stderr
    for place in ["criteria/10-fragile.md:5:9", "steps/10-images.md:9:1", "questions/10-now.yaml:7:11"] {
      #expect(said.contains("playbook/\(place): error: "), "\(said)")
    }
  }

  @Test(arguments: [
    ("playbook/sources.yaml", "playbook/criteria/10-fragile.md:16:11: error: Unknown source 'survey'")
  ])
  func `a reference is reported where the file it points into is missing`(file: String, message: String)
    throws
  {
    let project = try Project()
    try project.remove(file)
    let said = try project.run("check").stderr
    #expect(said.contains(message), "\(said)")
  }

  @Test(arguments: [
    ("playbook/playbook.yaml", "when: score.move > score.stay", "when: score.move >"),
    ("playbook/criteria/10-fragile.md", "when: facts.fragile", "when: facts.fragile &&"),
    (
      "playbook/steps/30-first-job.md", "when: measurements.minutes.better",
      "when: measurements.minutes.better &&"
    ),
  ])
  func `a broken rule is one mistake, not a missing rule as well`(file: String, old: String, new: String)
    throws
  {
    let project = try Project()
    try project.edit(file, old, new)
    let checked = try project.run("check")
    #expect(checked.stderr.hasSuffix("waybook: 1 error\n"), "\(checked.stderr)")
  }

  @Test(arguments: ["[e](foo.html)", "![i](x.png)", "[h](#nowhere)", "[t](term:snowflake#x)"])
  func `the check finds links that lead nowhere, as the build does`(link: String) throws {
    let project = try Project()
    try project.edit("playbook/guides/10-syntax.md", "A stage is a job.", link)
    let checked = try project.run("check")
    #expect(checked.status == 1)
    let message = "playbook/guides/10-syntax.md:7:\(link.hasPrefix("!") ? 6 : 5): error: "
    #expect(checked.stderr.hasPrefix(message), "\(checked.stderr)")
    #expect(checked.stderr.hasSuffix("waybook: 1 error\n"), "\(checked.stderr)")
  }

  @Test func `an empty list of verdicts is a mistake`() throws {
    let folder = try TemporaryFolder([
      "p/playbook.yaml": "id: p\ntitle: P\nversion: 1.0.0\noptions: []\nverdicts: []\n", "team.yaml": "{}\n",
    ])
    for command in ["check", "build"] {
      let output = try Program.run([command, "--playbook", "p", "--answers", "team.yaml"], in: folder.url)
      #expect(output.status == 1, "\(output.stderr.prefix(300))")
      #expect(output.stderr.contains("p/playbook.yaml:5:11: error: "))
    }
  }

  @Test(arguments: ["", "# nothing yet\n", "---\n"])
  func `an empty answers file gives an open verdict`(answers: String) throws {
    let project = try Project()
    try project.folder.write(answers, to: "blank.yaml")
    let built = try project.run("build", "--answers", "blank.yaml")
    #expect(built.status == 0, "\(built.stderr)")
    #expect(project.exists("site/blank/index.html"))
  }

  @Test func `building one team does not call the pages of others failed`() throws {
    let project = try Project()
    try project.remove("templates")
    try project.edit("waybook.yaml", "templates: templates\n", "")
    try project.run("build")
    let before = try project.folder.text("site/index.html")
    #expect(try project.run("build", "web").status == 0)
    #expect(try project.folder.text("site/index.html") == before)
  }

  @Test(arguments: ["teams", "playbook", "templates"])
  func `a folder behind a symbolic link is read`(name: String) throws {
    let project = try Project()
    try project.run("build", "--output", "good")
    try FileManager.default.moveItem(atPath: project.folder.path(name), toPath: project.folder.path("real"))
    try FileManager.default.createSymbolicLink(
      atPath: project.folder.path(name), withDestinationPath: "real")
    #expect(try project.run("build").status == 0)
    #expect(try project.contents() == project.contents(of: "good"))
  }

  @Test func `a team cannot be called as the folder of assets`() throws {
    let project = try Project()
    try project.folder.write("subject: assets\n", to: "teams/assets.yaml")
    let built = try project.run("build")
    #expect(built.status == 1)
    #expect(built.stderr.hasPrefix("teams/assets.yaml: error: "), "\(built.stderr)")
  }

  @Test func `the effort of a step does not tell a private number`() throws {
    let project = try Project()
    try project.edit("teams/web.yaml", "licence: 10", "licence: 73519")
    try project.edit(
      "playbook/steps/20-budget.md", "phase: prepare\n", "phase: prepare\nwait: answers.licence\n")
    let built = try project.run("build")
    #expect(built.status == 1)
    #expect(built.stderr.hasPrefix("playbook/steps/20-budget.md:4:7: error: "), "\(built.stderr)")
  }

  @Test func `no file holds a script tag of an answer`() throws {
    let project = try Project()
    try project.edit("teams/web.yaml", "subject: shop", "subject: '<script>alert(1)</script>'")
    try project.run("build")
    for (name, data) in try project.contents() {
      #expect(data.range(of: Data("<script>alert".utf8)) == nil, "\(name)")
    }
  }

  @Test func `answers are migrated from the version that a team's file names for them`() throws {
    let project = try Project()
    try project.edit("teams/payments/ledger.yaml", "playbook: leave-jenkins@1.4\n", "")
    try project.edit(
      "teams/payments/_team.yaml", "team: Payments\n", "playbook: leave-jenkins@1.4\nteam: Payments\n")
    let checked = try project.run("check")
    #expect(checked.status == 0, "\(checked.stderr)")
  }
}

@Suite struct ProjectFileTests {
  @Test(arguments: [("teams: teams", "teams: ⟦teems⟧"), ("playbook: playbook", "playbook: ⟦playbok⟧")])
  func `a folder that waybook.yaml names and that is not there is reported at its place`(
    old: String, new: String
  ) throws {
    let project = try Project()
    let marked = MarkedText(try project.folder.text("waybook.yaml").replacing(old, with: new))
    try project.folder.write(marked.text, to: "waybook.yaml")
    let place = try #require(marked.locations.first?.start)
    let checked = try project.run("check")
    #expect(checked.status == 1)
    #expect(
      checked.stderr.hasPrefix("waybook.yaml:\(place.line):\(place.column): error: "), "\(checked.stderr)")
    #expect(try project.run("check", "--format", "json").stdout.contains("project.no-folder"))
  }
}
