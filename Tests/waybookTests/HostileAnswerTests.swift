import Foundation
import TestSupport
import Testing

/// No answer can become markup: it stands on every page as the text that was written.
@Suite struct HostileAnswerTests {
  static let hostile = "<script>alert(1)</script> [x](javascript:alert(1)) **b** {{team}} | # "

  /// Where it is planted, and pages of payments/ledger that show it.
  static let places: [(place: String, pages: [String])] = [
    ("team", ["index.html", "plan.html", "criteria/fragile.html", "print.html"]),
    ("subject", ["index.html", "decision.html", "steps/images.html", "guides/syntax.html"]),
    ("text", ["answers.html", "criteria/fragile.html", "print.html"]),
    ("note", ["answers.html", "print.html"]),
    ("source", ["answers.html", "print.html"]),
    ("by", ["answers.html", "print.html"]),
    ("component", ["index.html", "answers.html", "steps/first-job.html", "print.html"]),
    ("decider", ["index.html", "decision.html", "print.html"]),
    ("because", ["index.html", "decision.html", "print.html"]),
    ("unknown", ["answers.html", "print.html"]),
    ("ticket", ["plan.html", "steps/images.html"]),
  ]

  /// The answers file, built once.
  private static let site = Result { () throws -> [String: Data] in
    let project = try Project()
    try project.folder.write(
      """
      team: 'team \(hostile)'
      subject: 'subject \(hostile)'
      answers:
        outages:
          value: 5
          note: 'note \(hostile)'
          source: 'source \(hostile)'
          by: 'by \(hostile)'
        troubles: [snowflakes]
        network:
          unknown: 'unknown \(hostile)'
        owner: 'text \(hostile)'
      components:
        - id: lint
          title: 'component \(hostile)'
          answers:
            alone: true
            stages: 2
      decision:
        verdict: trial
        by: ['decider \(hostile)']
        because: 'because \(hostile)'
      progress:
        images:
          ticket: 'ticket \(hostile)'

      """, to: "teams/payments/ledger.yaml")
    let built = try project.run("build")
    #expect(built.status == 0, "\(built.stderr)")
    return try project.contents()
  }

  @Test(arguments: places)
  func `it stands on the pages as exactly that text`(place: String, pages: [String]) throws {
    let site = try Self.site.get()
    for name in pages {
      let page = HTMLPage(try #require(site["payments/ledger/\(name)"], "\(name)"))
      #expect(page.unescaped.contains("\(place) \(Self.hostile)"), "\(name)")
    }
  }

  @Test func `the portfolio shows names as text`() throws {
    let portfolio = HTMLPage(try #require(try Self.site.get()["index.html"])).unescaped
    #expect(portfolio.contains("team \(Self.hostile)"))
    #expect(portfolio.contains("subject \(Self.hostile)"))
  }

  @Test func `nothing of it is markup in any page`() throws {
    for (name, data) in try Self.site.get() where name.hasSuffix(".html") {
      let page = HTMLPage(data)
      #expect(!page.source.contains("<script>alert"), "\(name)")
      #expect(!page.source.contains("<strong>b</strong>"), "\(name)")
      #expect(!page.links.contains { $0.lowercased().contains("javascript:") }, "\(name)")
    }
  }

  @Test func `the record holds it as data`() throws {
    struct Record: Decodable {
      let team, subject: String
    }
    let data = try #require(try Self.site.get()["payments/ledger/playbook.json"])
    let record = try JSONDecoder().decode(Record.self, from: data)
    #expect(record.team == "team \(Self.hostile)")
    #expect(record.subject == "subject \(Self.hostile)")
  }

  @Test func `it is text in the Markdown to take along`() throws {
    let folder = try TemporaryFolder()
    let data = try #require(try Self.site.get()["payments/ledger/playbook.md"])
    try folder.write(String(decoding: data, as: UTF8.self), to: "playbook.md")
    let rendered = try Program.run(["render", "playbook.md"], in: folder.url)
    #expect(rendered.status == 0, "\(rendered.stderr)")
    let page = HTMLPage(Data(rendered.stdout.utf8))
    #expect(page.unescaped.contains("subject \(Self.hostile.trimmingCharacters(in: .whitespaces))"))
    #expect(!page.source.contains("<script>alert"))
    #expect(!page.source.contains("<strong>b</strong>"))
    #expect(!page.links.contains { $0.lowercased().contains("javascript:") })
  }
}
