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
}
