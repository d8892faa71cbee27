import Foundation
import TestSupport
import Testing

/// Files that no editor would write: never a crash, and a diagnostic or what a user would expect.
@Suite struct OddInputTests {
  /// A file of the project, what it holds, and what the check says.
  struct Oddity: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let file: String
    let bytes: @Sendable () -> Data
    let status: Int32
    let message: String

    init(
      _ name: String, in file: String, _ status: Int32, _ message: String,
      _ bytes: @escaping @Sendable () -> Data
    ) {
      (testDescription, self.file, self.bytes) = (name, file, bytes)
      (self.status, self.message) = (status, message)
    }

    init(_ name: String, in file: String, _ status: Int32, _ message: String, text: String) {
      self.init(name, in: file, status, message) { Data(text.utf8) }
    }
  }

  private static let team = "teams/web.yaml"
  private static let guide = "playbook/guides/10-syntax.md"
  private static let front = "---\ntitle: A guide\n---\n"

  static let oddities: [Oddity] = [
    Oddity("a byte order mark", in: team, 0, "no problems", text: "\u{FEFF}subject: shop\n"),
    Oddity("CRLF", in: team, 0, "no problems", text: "subject: shop\r\nanswers:\r\n  outages: 2\r\n"),
    Oddity(
      "CRLF, in Markdown", in: guide, 1, "\(guide):6:1: error: ",
      text: "---\r\ntitle: A\r\n---\r\nText\r\n\r\n<b>\r\n"),
    Oddity("no newline at the end", in: team, 0, "no problems", text: "subject: shop"),
    Oddity("a tab for indentation", in: team, 1, "\(team):2:1: error: ", text: "answers:\n\toutages: 2\n"),
    Oddity("not UTF-8", in: team, 1, "\(team):1:10: error: ") { Data("subject: ".utf8) + [0xFF, 0x0A] },
    Oddity("UTF-16", in: team, 1, "\(team):1:1: error: ") { Data([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00]) },
    Oddity("NUL", in: team, 1, "\(team):1:11: error: ", text: "subject: a\0b\n"),
    Oddity(
      "an alias inside itself", in: team, 1, "\(team):2:10: error: ", text: "answers: &a\n  owner: *a\n"),
    Oddity("an alias that nobody named", in: team, 1, "\(team):1:10: error: ", text: "subject: *nobody\n"),
    Oddity("two documents", in: team, 1, "\(team):2:1: error: ", text: "subject: a\n---\nsubject: b\n"),
    Oddity("a list for a map", in: team, 1, "\(team):1:1: error: ", text: "- a\n- b\n"),
    Oddity("a text for a map", in: team, 1, "\(team):1:1: error: ", text: "hello\n"),
    Oddity("a private-use character", in: team, 1, "\(team):1:10: error: ", text: "subject: \u{E000}\n"),
    Oddity("100,000 open brackets", in: team, 1, "\(team):1:") {
      Data(("answers: " + String(repeating: "[", count: 100_000) + "\n").utf8)
    },
    Oddity("a billion laughs", in: team, 1, "\(team):2:1: error: ") {
      let lists = (0..<10).map {
        "k\($0 + 1): &a\($0 + 1) [\(repeatElement("*a\($0)", count: 9).joined(separator: ", "))]\n"
      }
      return Data(("subject: a\nk0: &a0 [b]\n" + lists.joined()).utf8)
    },
    Oddity("more than 8 MB", in: team, 1, "\(team): error: ") {
      Data(repeating: UInt8(ascii: "#"), count: 9 << 20)
    },
    Oddity("an empty playbook", in: "playbook/playbook.yaml", 1, "playbook/playbook.yaml: error: ", text: ""),
    Oddity(
      "empty questions", in: "playbook/questions/10-now.yaml", 1, "playbook/questions/10-now.yaml: error: ",
      text: ""),
    Oddity(
      "an empty criterion", in: "playbook/criteria/10-fragile.md", 1,
      "playbook/criteria/10-fragile.md: error: ", text: ""),
    Oddity("an empty project file", in: "waybook.yaml", 64, "No playbook is named", text: ""),
    Oddity("front matter without an end", in: guide, 1, "\(guide):", text: "---\ntitle: A guide\n"),
    Oddity("no front matter", in: guide, 1, "\(guide): error: ", text: "# A guide\n"),
    Oddity("50,000 nested quotes", in: guide, 0, "no problems") {
      Data((front + String(repeating: ">", count: 50_000) + " x\n").utf8)
    },
    Oddity("50,000 brackets and pipes", in: guide, 0, "no problems") {
      Data(
        (front + String(repeating: "[", count: 50_000) + "\n\n" + String(repeating: "|", count: 50_000) + "\n")
          .utf8)
    },
    Oddity(
      "a rule of 50,000 brackets", in: "playbook/steps/20-budget.md", 1, "playbook/steps/20-budget.md:4:"
    ) {
      let rule = String(repeating: "(", count: 50_000)
      return Data("---\ntitle: A\nphase: prepare\nwhen: \(rule)\n---\n".utf8)
    },
  ]

  @Test(arguments: oddities)
  func `an odd file is understood or reported where it is odd`(_ oddity: Oddity) throws {
    let project = try Project()
    try oddity.bytes().write(to: project.folder.url.appending(path: oddity.file))
    let checked = try project.run("check")
    #expect(checked.status == oddity.status, "\(checked.stderr.prefix(2_000))")
    #expect(checked.stderr.contains(oddity.message), "\(checked.stderr.prefix(2_000))")
  }

  @Test(
    .enabled(if: ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1", "set WAYBOOK_TEST_ALL=1"))
  func `100 MB are refused without reading them all`() throws {
    let project = try Project()
    let path = project.folder.path("playbook/sources.yaml")
    try Data().write(to: URL(filePath: path))
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.truncate(atOffset: 100 << 20)
    try handle.close()
    let checked = try project.run("check")
    #expect(checked.status == 1)
    #expect(checked.stderr.contains("playbook/sources.yaml: error: The file has 100 MB"))
  }

  /// Commands whose last word names nothing, or something of another kind, and their exit codes.
  static let misnamed: [(arguments: String, status: Int32)] = [
    ("check --playbook nowhere", 2),
    ("check --teams nowhere", 2),
    ("check --answers nowhere.yaml", 2),
    ("check --answers teams", 2),
    ("check --playbook waybook.yaml", 2),
    ("check --playbook teams", 1),
    ("build --templates nowhere", 2),
    ("render nowhere.md", 2),
    ("render teams", 2),
  ]

  @Test(arguments: misnamed)
  func `a file or folder that is missing or of the other kind is named`(arguments: String, status: Int32)
    throws
  {
    let project = try Project()
    let words = arguments.split(separator: " ").map(String.init)
    let output = try Program.run(words, in: project.folder.url)
    #expect(output.status == status, "\(output.stderr)")
    #expect(output.stderr.contains(words[words.count - 1]), "\(output.stderr)")
    #expect(!project.exists("site"))
  }

  /// What stands in the place of a file, and what is said about it.
  static let nonFiles: [(target: String, file: String, reason: String)] = [
    ("nowhere", "teams/web.yaml", "it is a link to nothing"),
    ("nowhere", "playbook/criteria/10-fragile.md", "it is a link to nothing"),
    ("nowhere", "playbook/sources.yaml", "it is a link to nothing"),
    ("nowhere", "teams/away", "it is a link to nothing"),
    ("/dev/zero", "teams/web.yaml", "it is not a regular file, but a folder, a pipe or a device"),
    ("pipe", "teams/_all.yaml", "it is not a regular file, but a folder, a pipe or a device"),
    ("pipe", "playbook/guides/10-syntax.md", "it is not a regular file, but a folder, a pipe or a device"),
    ("pipe", "templates/overview.html", "it is not a regular file, but a folder, a pipe or a device"),
  ]

  @Test(arguments: nonFiles)
  func `a link to nothing, a pipe or a device is reported beside all other mistakes`(
    target: String, file: String, reason: String
  ) throws {
    let project = try Project()
    try #require(mkfifo(project.folder.path("pipe"), 0o600) == 0)
    if project.exists(file) { try project.remove(file) }
    let destination = target == "pipe" ? project.folder.path("pipe") : target
    try FileManager.default.createSymbolicLink(
      atPath: project.folder.path(file), withDestinationPath: destination)
    let other = file == "teams/web.yaml" ? "teams/payments/ledger.yaml" : "teams/web.yaml"
    try project.folder.write("answers:\n  outages: lots\n", to: other)
    let built = try project.run("build")
    #expect(built.status == 1, "\(built.stderr)")
    #expect(built.stderr.contains("\(file): error: The file cannot be read: \(reason)\n"), "\(built.stderr)")
    #expect(built.stderr.contains("\(other):2:12: error: "), "\(built.stderr)")
  }

  @Test func `a project file that is a link to nothing is reported`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("waybook.yaml"), withDestinationPath: "nowhere")
    let checked = try Program.run(["check"], in: folder.url)
    #expect(checked.status == 1, "\(checked.stderr)")
    #expect(
      checked.stderr.hasPrefix("waybook.yaml: error: The file cannot be read: it is a link to nothing\n"))
  }

  @Test func `a link to nothing with the name of a folder of the playbook is reported`() throws {
    let project = try Project()
    try project.remove("playbook/guides")
    try FileManager.default.createSymbolicLink(
      atPath: project.folder.path("playbook/guides"), withDestinationPath: "nowhere")
    let checked = try project.run("check")
    #expect(checked.stderr.contains("playbook/guides: warning: Nothing reads this file"), "\(checked.stderr)")
  }

  @Test func `a folder with the name of a file is reported as what is missing`() throws {
    let project = try Project()
    try project.remove("playbook/playbook.yaml")
    try project.folder.write("", to: "playbook/playbook.yaml/inside.txt")
    let checked = try project.run("check")
    #expect(checked.status == 1)
    #expect(checked.stderr.contains("There is no playbook.yaml"))
  }
}
