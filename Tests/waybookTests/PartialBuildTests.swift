import Foundation
import TestSupport
import Testing

/// Builds of some teams, by name or because others have mistakes.
@Suite struct PartialBuildTests {
  @Test func `building one team leaves the pages of others untouched`() throws {
    let project = try Project()
    try project.run("build")
    let (before, times) = (try project.contents(), try project.times())
    for file in ["teams/web.yaml", "teams/payments/_team.yaml"] {
      try project.folder.write(try project.folder.text(file) + "listed: true\n", to: file)
    }
    try project.edit("teams/web.yaml", "subject: shop", "subject: bazaar")
    try project.edit("teams/payments/ledger.yaml", "subject: ledger", "subject: books")
    let built = try project.run("build", "payments/ledger")
    #expect(built.status == 0, "\(built.stderr)")
    #expect(try project.folder.text("site/payments/ledger/index.html").contains("books"))
    for (file, data) in try project.contents()
    where file.hasPrefix("web/") || file.hasPrefix("payments/vault/") {
      #expect(data == before[file], "\(file)")
      #expect(try project.times()[file] == times[file], "\(file)")
    }
    #expect(try project.folder.text("site/index.html").contains("shop"))
  }

  @Test func `mistakes of one team keep everything as it was`() throws {
    let project = try Project()
    try project.run("build")
    let before = try project.contents()
    try project.edit("teams/web.yaml", "outages: 0", "outages: lots")
    try project.edit("teams/payments/ledger.yaml", "subject: ledger", "subject: books")
    let built = try project.run("build")
    #expect(built.status == 1)
    #expect(built.stderr.hasPrefix("teams/web.yaml:4:12: error: "), "\(built.stderr)")
    #expect(try project.contents() == before)
  }

  @Test func `with --keep-going the others are fresh, and the portfolio says whose pages are old`() throws {
    let project = try Project()
    try project.remove("templates")
    try project.edit("waybook.yaml", "templates: templates\n", "")
    try project.run("build")
    let before = try project.contents()
    #expect(!(try project.folder.text("site/index.html")).contains("the last build of them failed"))
    try project.edit("teams/web.yaml", "outages: 0", "outages: lots")
    try project.edit("teams/payments/ledger.yaml", "subject: ledger", "subject: books")
    let built = try project.run("build", "--keep-going")
    #expect(built.status == 3)
    #expect(built.stderr.contains("teams/web.yaml:4:12: error: "))
    #expect(built.stderr.contains("failed: web"))
    let after = try project.contents()
    #expect(after.filter { $0.key.hasPrefix("web/") } == before.filter { $0.key.hasPrefix("web/") })
    #expect(try project.folder.text("site/payments/ledger/index.html").contains("books"))
    let portfolio = try project.folder.text("site/index.html")
    #expect(portfolio.components(separatedBy: "the last build of them failed").count == 2)
  }

  /// A project with the default theme, in which the answers of web are broken.
  private func projectWithBrokenTeam() throws -> Project {
    let project = try Project()
    try project.remove("templates")
    try project.edit("waybook.yaml", "templates: templates\n", "")
    try project.edit("teams/web.yaml", "outages: 0", "outages: lots")
    return project
  }

  @Test(arguments: [true, false])
  func `a failure is remembered until a build of the team succeeds`(hasPages: Bool) throws {
    let project = try projectWithBrokenTeam()
    if hasPages {
      try project.edit("teams/web.yaml", "outages: lots", "outages: 0")
      #expect(try project.run("build").status == 0)
      try project.edit("teams/web.yaml", "outages: 0", "outages: lots")
    }
    let sentence = hasPages ? "the last build of them failed" : "<li>web <span"
    #expect(try project.run("build", "--keep-going").status == 3)
    #expect(try project.folder.text("site/index.html").contains(sentence))
    let other = try project.run("build", "payments/ledger")
    #expect(other.status == 0, "\(other.stderr)")
    #expect(try project.folder.text("site/index.html").contains(sentence))
    #expect(try project.folder.text("site/.waybook-manifest.json").contains(#""failed": ["web"]"#))
    try project.edit("teams/web.yaml", "outages: lots", "outages: 0")
    #expect(try project.run("build", "web").status == 0)
    #expect(!(try project.folder.text("site/index.html")).contains(sentence))
    #expect(!(try project.folder.text("site/.waybook-manifest.json")).contains("failed"))
  }

  @Test func `mistakes are told where the world fails, too`() throws {
    let project = try Project()
    #expect(try project.run("build").status == 0)
    try project.edit("teams/web.yaml", "outages: 0", "outages: lots")
    try project.folder.write("{", to: "site/web/playbook.json")
    let run = try project.run("build", "--keep-going")
    #expect(run.status == 2 && run.stderr.contains("teams/web.yaml:4:12: error: "), "\(run)")
    #expect(run.stderr.contains("/site/web/playbook.json': it is no playbook record"), "\(run)")
  }

  @Test(arguments: ["A B.yaml", "web/shop.yaml", "assets.yaml"])
  func `a file that is no team's, or a team that cannot be, stops no other with --keep-going`(file: String)
    throws
  {
    let project = try Project()
    #expect(try project.run("build").status == 0)
    let before = try project.contents()
    try project.folder.write("team: x\n", to: "teams/\(file)")
    try project.edit("playbook/criteria/10-fragile.md", "weight: 5", "weight: 1")
    let strict = try project.run("build")
    #expect(strict.status == 1 && strict.stderr.contains("error: "), "\(strict)")
    #expect(try project.contents() == before)
    let kept = try project.run("build", "--keep-going")
    #expect(kept.status == 3 && kept.stderr.contains("error: "), "\(kept)")
    let after = try project.contents()
    #expect(Set(before.keys).isSubset(of: after.keys))
    #expect(after["payments/vault/playbook.json"] != before["payments/vault/playbook.json"])
  }

  @Test func `a failed team that is gone, or that the portfolio is not to list, is not on it`() throws {
    let project = try projectWithBrokenTeam()
    #expect(try project.run("build", "--keep-going").status == 3)
    try project.folder.write("listed: false\nanswers:\n  outages: lots\n", to: "teams/web.yaml")
    #expect(try project.run("build", "--keep-going").status == 3)
    #expect(!(try project.folder.text("site/index.html")).contains("web"))
    try project.folder.write("answers:\n  outages: lots\n", to: "teams/web.yaml")
    #expect(try project.run("build", "--keep-going").status == 3)
    #expect(try project.folder.text("site/index.html").contains("web"))
    try project.remove("teams/web.yaml")
    #expect(try project.run("build").status == 0)
    #expect(!(try project.folder.text("site/index.html")).contains("web"))
  }

  @Test func `pages of an earlier build keep the files of the theme that they were made with`() throws {
    let project = try Project()
    #expect(try project.run("build").status == 0)
    func themes() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: project.folder.path("site/assets")).sorted()
    }
    let first = try themes()
    try project.folder.write("body {}", to: "templates/assets/style.css")
    #expect(try project.run("build", "web").status == 0)
    #expect(try themes().count == 2 && Set(first).isSubset(of: try themes()))
    let second = try #require(try themes().first { !first.contains($0) })
    #expect(try project.folder.text("site/web/index.html").contains("../assets/\(second)/style.css"))
    #expect(
      try project.folder.text("site/payments/vault/index.html").contains("../assets/\(first[0])/style.css"))
    // A team that fails keeps its pages, and so the files that they take in.
    try project.folder.write("body { }", to: "templates/assets/style.css")
    try project.edit("teams/web.yaml", "outages: 0", "outages: lots")
    #expect(try project.run("build", "--keep-going").status == 3)
    #expect(try themes().contains(second))
    try project.edit("teams/web.yaml", "outages: lots", "outages: 0")
    #expect(try project.run("build").status == 0)
    #expect(try themes().count == 1)
  }
}
