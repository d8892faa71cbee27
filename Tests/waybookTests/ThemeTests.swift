import Foundation
import TestSupport
import Testing

/// A site in another language and other colours: that of a project whose folder of templates is `Themes/german`, which
/// has all words, the colours, one template and one part, and leaves the rest to the default theme.
@Suite struct ThemeTests {
  private static let theme = Checkout.path("Tests/waybookTests/Themes/german")
  private static let german = Result { try built(with: theme) }
  private static let english = Result { try built(with: nil) }

  @Test func `every page is in the language of the theme`() throws {
    let pages = try Self.german.get().filter { $0.key.hasSuffix(".html") }
    #expect(pages.count > 100)
    #expect(pages.filter { !$0.value.contains("<html lang=\"de\">") }.keys.sorted() == [])
  }

  @Test(arguments: [
    ("index.html", "<title>Umstieg</title>"), ("index.html", "<h2>Stand der Teams</h2>"),
    ("index.html", "<caption>Playbooks nach Teams: 3</caption>"),
    ("matrix.html", "<h1>Kriterien nach Teams</h1>"),
    ("answer.html", "<h1>From Go to Rust: die Fragen</h1>"),
    ("answer.html", " --answers DATEI</pre>"),
    ("404.html", "<h1>Diese Seite gibt es nicht</h1>"),
    ("dispatch/index.html", "href=\"#page.main\">Zum Text springen</a>"),
    ("dispatch/index.html", "<nav class=\"site-navigation\" aria-label=\"Seiten\">"),
    ("dispatch/index.html", "<dt>Fortschritt</dt><dd>1 von 26 Schritten</dd>"),
    ("dispatch/index.html", "<dt>Urteil</dt><dd>Pilot one component (steht fest)</dd>"),
    ("dispatch/index.html", "entschieden von Dana und Ola am 2026-12-03."),
    ("dispatch/index.html", "<span class=\"points\">10,4 Punkte</span>"),
    ("dispatch/index.html", "die Schätzungen der Autoren für 3 Personen"),
    ("dispatch/playbook.md", "\n## Zusammenfassung\n"),
    ("dispatch/playbook.md", "\n- Urteil bisher: Pilot one component, steht fest\n"),
    ("dispatch/decision.md", "\nGewählte Option: „Pilot one component“, denn: "),
  ])
  func `pages and files say the words of the theme`(file: String, words: String) throws {
    let isSaid = try Self.german.get()[file]?.contains(words)
    #expect(isSaid == true)
  }

  @Test func `single templates, parts and files stand in for those of the default theme`() throws {
    let (german, english) = (try Self.german.get(), try Self.english.get())
    func holds(_ site: [String: String], _ page: String, _ text: String) -> Bool? {
      site[page]?.contains(text)
    }
    let order =
      "<p>Wer alle lesen will, liest sie am besten in dieser Reihenfolge.</p>\n<ol class=\"guides\">"
    #expect(holds(german, "dispatch/guides.html", order) == true)
    #expect(holds(german, "dispatch/guides.html", "<ul class=\"guides\">") == false)
    #expect(holds(english, "dispatch/guides.html", "<ul class=\"guides\">") == true)
    for page in ["dispatch/guides/concurrency.html", "dispatch/criteria/data-races.html"] {
      #expect(holds(german, page, "<details open>") == true)
      #expect(holds(english, page, "<details open>") == false)
    }
    let colours = try String(contentsOfFile: "\(Self.theme)/assets/colours.css", encoding: .utf8)
    func asset(_ name: String, of site: [String: String]) -> String? {
      site.first { $0.key.hasPrefix("assets/") && $0.key.hasSuffix(name) }?.value
    }
    #expect(asset("/colours.css", of: german) == colours)
    #expect(asset("/style.css", of: german) == asset("/style.css", of: english))
    func names(_ site: [String: String]) -> Set<String> {
      Set(site.keys.map { $0.replacing(#/^assets/[0-9a-f]{8}/#, with: "assets") })
    }
    #expect(names(german) == names(english))
  }

  @Test func `the theme has a word for each of the default theme, with the same tags, and one of its own`()
    throws
  {
    let (german, english) = try Self.words()
    #expect(Set(german.keys).subtracting(english.keys) == ["guides.order"])
    #expect(Set(english.keys).subtracting(german.keys) == [])
    for (name, words) in english {
      #expect(german[name].map(\.tags) == words.tags, "\(name)")
    }
  }

  @Test func `what the default theme says, the site says in the words of the theme alone`() throws {
    let (german, english) = try Self.words()
    let (germanSite, englishSite) = (
      Self.said(on: try Self.german.get()), Self.said(on: try Self.english.get())
    )
    let (content, all) = (try Self.content(), english.values.map(\.text).joined(separator: "\n").lowercased())
    var (leftOver, missing, said): ([String], [String], Int) = ([], [], 0)
    for (name, words) in english {
      guard let phrase = words.phrase, !content.holds(phrase) else { continue }
      if germanSite.holds(phrase) { leftOver.append(name) }
      // What is a part of other words may have been said by those.
      let isItsOwn = all.components(separatedBy: phrase).count == 2
      guard isItsOwn, englishSite.holds(phrase), let translation = german[name]?.phrase else { continue }
      said += 1
      if !germanSite.holds(translation) { missing.append(name) }
    }
    #expect(leftOver == [])
    #expect(missing == [])
    #expect(said > 150)
  }

  @Test func `no template has words of its own`() throws {
    let folder = Checkout.path("Templates")
    var words: [String: [Substring]] = [:]
    for file in try FileManager.default.subpathsOfDirectory(atPath: folder) where file.hasSuffix(".html") {
      let template = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
        .replacing(#/\{\{\$(level|kind)\}\}\w+\{\{/\1\}\}|\{\{.*?\}\}+/#, with: " ")
      let attributes = template.matches(of: #/ (?:alt|title|placeholder|aria-label|data-label)="([^"]*)"/#)
        .map(\.1)
      let text = template.replacing(#/<[^>]*>|&\w+;/#, with: " ") + attributes.joined(separator: " ")
      let found = text.matches(of: #/[\w.-]*[a-z][\w.-]*/#.ignoresCase()).map(\.output)
      if !found.isEmpty { words[file] = found }
    }
    // Names of files, of commands and of what programs read.
    #expect(
      words == [
        "answer.html": ["waybook", "build", "--playbook", "--answers"],
        "parts/data.html": ["playbook.md", "decision.md", "steps.csv", "playbook.json"],
        "parts/progress-key.html": ["progress"],
        "parts/recorded.html": ["data-status", "data-on", "data-done", "data-ticket", "data-note"],
      ])
  }

  /// The site of the flagship's examples, built without a warning: texts by path.
  private static func built(with theme: String?) throws -> [String: String] {
    let folder = try TemporaryFolder([
      "waybook.yaml": """
      playbook: go-to-rust
      teams: teams
      output: site
      templates: Templates
      title: Umstieg

      """
    ])
    let files = FileManager.default
    try files.copyItem(atPath: Checkout.path("Content/go-to-rust/examples"), toPath: folder.path("teams"))
    if let theme {
      try files.copyItem(atPath: theme, toPath: folder.path("Templates"))
    } else {
      try files.createDirectory(atPath: folder.path("Templates"), withIntermediateDirectories: true)
    }
    let built = try Program.run(["build"], in: folder.url)
    try #require(built.status == 0, "\(built.stderr)")
    // What it did, and no warning.
    #expect(built.stderr.split(separator: "\n").allSatisfy { $0.hasPrefix("waybook: ") }, "\(built.stderr)")
    var texts: [String: String] = [:]
    for file in folder.files(below: "site") { texts[file] = try folder.text("site/\(file)") }
    return texts
  }

  /// The words of the theme and those of the default, by name.
  private static func words() throws -> (german: [String: Words], english: [String: Words]) {
    (try words(in: "\(theme)/words.yaml"), try words(in: Checkout.path("Templates/words.yaml")))
  }

  /// The words of a file in which each stands in one line, by names such as `plan.left_out`.
  private static func words(in file: String) throws -> [String: Words] {
    var words: [String: Words] = [:]
    var group = ""
    for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    where !line.hasPrefix("#") {
      let entry = try #require(try #/ *"?(\w+)"?:(?: (.+))?/#.wholeMatch(in: line), "\(line)")
      guard let text = entry.2 else {
        group = "\(entry.1)."
        continue
      }
      words["\(group)\(entry.1)"] = Words(
        text: text.hasPrefix("\"")
          ? try JSONDecoder().decode(String.self, from: Data(text.utf8)) : String(text))
    }
    return words
  }

  /// All lines of what readers see or hear of a site, once and in small letters.
  private static func said(on site: [String: String]) -> String {
    let files = site.filter { !$0.key.hasSuffix(".js") && !$0.key.hasSuffix(".css") }
    let lines = Set(files.values.flatMap { $0.utf8.split(separator: UInt8(ascii: "\n")) }.map { Data($0) })
    return HTMLPage(Data(lines.joined(separator: Data("\n".utf8)))).unescaped.lowercased()
  }

  /// The flagship's own words.
  private static func content() throws -> String {
    let folder = Checkout.path("Content/go-to-rust")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return try files.filter { $0.hasSuffix(".md") || $0.hasSuffix(".yaml") }
      .map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }.joined(separator: "\n")
      .components(separatedBy: .whitespacesAndNewlines).filter { !$0.isEmpty }.joined(separator: " ")
      .lowercased()
  }

  /// What a name stands for in a file of words.
  private struct Words {
    let text: String

    var tags: Set<Substring> { Set(text.matches(of: #/\{\{.*?\}\}+/#).map(\.output)) }

    /// The longest part between tags, in small letters; nil where none has three words.
    var phrase: String? {
      text.replacing(#/\{\{.*?\}\}+/#, with: "\n").split(separator: "\n")
        .map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
        .filter { $0.split(separator: " ").count > 2 }
        .max { $0.count < $1.count }
    }
  }
}

extension String {
  /// Whether a text is a part of it, byte for byte; `contains` takes its time to compare characters.
  fileprivate func holds(_ text: String) -> Bool { Data(utf8).range(of: Data(text.utf8)) != nil }
}
