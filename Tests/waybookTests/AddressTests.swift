import TestSupport
import Testing

/// The addresses that waybook.yaml names.
@Suite struct AddressTests {
  private func project(_ lines: String) throws -> Project {
    let project = try Project()
    try project.folder.write(try project.folder.text("waybook.yaml") + lines, to: "waybook.yaml")
    return project
  }

  @Test func `pages link to where their text is edited and to tickets, and the table of steps to pages`()
    throws
  {
    let project = try project(
      """
      url: https://playbooks.example/all
      repository: https://code.example/edit/main/{path}?ref=1
      tickets: https://tracker.example/browse/{ticket}

      """)
    try project.folder.write(
      try project.folder.text("teams/web.yaml")
        + "\nprogress:\n  images:\n    status: in_progress\n    ticket: \"WEB 7/&\"\n", to: "teams/web.yaml")
    let built = try project.run("build")
    #expect(built.status == 0, "\(built.stderr)")
    let step = try project.folder.text("site/web/steps/images.html")
    #expect(
      step.contains(
        "<a href=\"https://code.example/edit/main/playbook/steps/10-images.md?ref=1\">Edit this page</a>"))
    #expect(step.contains("<a href=\"https://tracker.example/browse/WEB%207/%26\">WEB 7/&amp;</a>"))
    #expect(
      try project.folder.text("site/payments/ledger/steps.csv").contains(
        "https://playbooks.example/all/payments/ledger/steps/budget.html"))
    #expect(try project.folder.text("site/404.html").contains("https://playbooks.example/all/index.html"))
  }

  @Test func `a ticket that is an address is linked without more`() throws {
    let project = try Project()
    try project.folder.write(
      try project.folder.text("teams/web.yaml")
        + "\nprogress:\n  images:\n    status: in_progress\n    ticket: https://t.example/7\n",
      to: "teams/web.yaml")
    #expect(try project.run("build").status == 0)
    let step = try project.folder.text("site/web/steps/images.html")
    #expect(step.contains("<a href=\"https://t.example/7\">https://t.example/7</a>"))
    #expect(!step.contains("Edit this page"))
  }

  @Test(arguments: [
    ("url: playbooks.example\n", "an address such as https://playbooks.example"),
    ("repository: https://code.example/main\n", "an address with {path} in it"),
    ("tickets: https://t.example/{ticket}/{ticket}\n", "an address with {ticket} in it"),
    ("tickets: ftp://t.example/{ticket}\n", "an address with {ticket} in it"),
  ])
  func `an address that is none is reported`(line: String, expected: String) throws {
    let built = try project(line).run("build")
    #expect(built.status == 1)
    #expect(built.stderr.contains("waybook.yaml:"))
    #expect(built.stderr.contains(expected))
  }
}
