import Foundation
import Highlighting
import TestSupport
import Testing

/// The languages of the default theme.
private func shippedLanguages() throws -> Languages {
  let folder = Checkout.path("Templates/languages")
  let files = try FileManager.default.contentsOfDirectory(atPath: folder)
  var languages = Languages(library: SourceHighlightFolder.path)
  languages.add(
    folder, files: files.filter { $0.hasSuffix(".lang") },
    map: try String(contentsOfFile: "\(folder)/lang.map", encoding: .utf8))
  return languages
}

/// The code with `kind⟨…⟩` around each part.
private func marked(_ code: String, in language: String, by highlighter: Highlighter) -> String {
  let bytes = Array(code.utf8)
  var text = ""
  var place = 0
  for part in highlighter.parts(of: bytes, in: language) {
    text += String(decoding: bytes[place..<part.range.lowerBound], as: UTF8.self)
    text += "\(part.kind.rawValue)⟨\(String(decoding: bytes[part.range], as: UTF8.self))⟩"
    place = part.range.upperBound
  }
  return text + String(decoding: bytes[place...], as: UTF8.self)
}

/// Whether GNU Source-highlight is installed, and the program was built with it.
private let canHighlight = (try? Highlighter(shippedLanguages())) != nil

@Suite(.enabled(if: canHighlight, "GNU Source-highlight is not installed"))
struct HighlighterTests {
  private let highlighter: Highlighter

  init() throws { highlighter = try Highlighter(shippedLanguages()) }

  @Test(
    "The default theme's definitions tell the parts of a language apart",
    arguments: [
      (
        "go", "func Load(id int) error { // why",
        "keyword⟨func⟩ function⟨Load⟩(id type⟨int⟩) type⟨error⟩ { comment⟨// why⟩"
      ),
      (
        "golang", "c := 'x' + `raw\nline` + 0x1F",
        "c := string⟨'x'⟩ + string⟨`raw⟩\nstring⟨line`⟩ + number⟨0x1F⟩"
      ),
      (
        "rust", "#[test]\nfn f<'a>(x: &'a str) -> Vec<u8>",
        "meta⟨#[test]⟩\nkeyword⟨fn⟩ f<type⟨'a⟩>(x: &type⟨'a⟩ type⟨str⟩) -> type⟨Vec⟩<type⟨u8⟩>"
      ),
      (
        "rs", "let s = r#\"a \" b\"#; println!(\"{s}\")",
        "keyword⟨let⟩ s = string⟨r#\"a \" b\"#⟩; function⟨println!⟩(string⟨\"{s}\"⟩)"
      ),
      (
        "sh", "A=1 make && cargo test --locked # all",
        "name⟨A⟩=1 make && function⟨cargo⟩ test name⟨--locked⟩ comment⟨# all⟩"
      ),
      (
        "bash", "for x in a b; do echo \"$x\"; done",
        "keyword⟨for⟩ x keyword⟨in⟩ a b; keyword⟨do⟩ echo string⟨\"$x\"⟩; keyword⟨done⟩"
      ),
      (
        "json", "{\"a\": [1, true, \"b\\\"\"]}",
        "{name⟨\"a\"⟩: [number⟨1⟩, keyword⟨true⟩, string⟨\"b\\\"\"⟩]}"
      ),
      (
        "yaml", "on: push # why\nsteps:\n  - run: 'it''s'",
        "name⟨on⟩: push comment⟨# why⟩\nname⟨steps⟩:\n  - name⟨run⟩: string⟨'it''s'⟩"
      ),
      (
        "yml", "a: {b: true, c: 1.5}\nv: 1.2.3\nn: It's",
        "name⟨a⟩: {name⟨b⟩: keyword⟨true⟩, name⟨c⟩: number⟨1.5⟩}\nname⟨v⟩: 1.2.3\nname⟨n⟩: It's"
      ),
      (
        "toml", "[a.b]\nc = \"d\" # e\nf = { g = 1 }",
        "type⟨[a.b]⟩\nname⟨c⟩ = string⟨\"d\"⟩ comment⟨# e⟩\nname⟨f⟩ = { name⟨g⟩ = number⟨1⟩ }"
      ),
      (
        "dockerfile", "FROM go:1 AS b\nCOPY --from=b /a \"$HOME\"",
        "keyword⟨FROM⟩ go:1 keyword⟨AS⟩ b\nkeyword⟨COPY⟩ name⟨--from⟩=b /a string⟨\"$HOME\"⟩"
      ),
      ("sql", "SELECT 1 -- one", "keyword⟨SELECT⟩ number⟨1⟩ comment⟨-- one⟩"),
      ("protobuf", "message A { int32 b = 1; }", "keyword⟨message⟩ type⟨A⟩ { type⟨int32⟩ b = number⟨1⟩; }"),
      (
        "diff", "--- a.go\n@@ -1 +1 @@\n-a\n+b\n c",
        "comment⟨--- a.go⟩\nmeta⟨@@ -1 +1 @@⟩\nremoved⟨-a⟩\nadded⟨+b⟩\n c"
      ),
      ("GO", "return nil", "keyword⟨return⟩ keyword⟨nil⟩"),
      ("text", "return 1", "return 1"),
      ("no-such-language", "return 1", "return 1"),
    ])
  func partsOfALanguage(language: String, code: String, expected: String) {
    #expect(marked(code, in: language, by: highlighter) == expected)
  }

  @Test(
    "Hostile code comes back in whole characters, in order and within its lines",
    arguments: [
      "", "\n", "\n\n\n", "a", "\"", "\"\n\"", "/*", "r###\"", "'\\ü'", "\"\\€\" \\👩‍👩‍👧", "\r\n\r\n",
      "\t\u{B}\u{C} ",
      "<script>&amp;</script>", "fn ü() {}\n\n// é", "{{a}}", "$(${x", "a\u{301}'\u{301}'",
      "\u{FEFF}\u{2028}x",
      String(repeating: "(", count: 400), String(repeating: "a", count: 2_000),
      String(repeating: "\"\\", count: 200), String(repeating: "- a: 'b' # c\n", count: 50),
    ])
  func hostileCode(code: String) {
    for language in Self.languages { expectWellFormed(code, in: language) }
  }

  /// Those with definitions of our own, and some of the library's.
  private static let languages = [
    "go", "rust", "sh", "json", "yaml", "toml", "dockerfile", "sql", "proto", "html", "python",
  ]

  @Test("Code that mixes what languages mean comes back whole")
  func mixedCode() {
    var random = SplitMix(seed: 7)
    let parts = [
      "\"", "'", "`", "\\", "/*", "*/", "//", "#", "r#\"", "\n", " ", "fn ", "ü", "👩‍👩‍👧", "{", "}", "$", "1.5",
      "a: ",
      "[x]", "<b>", "&", "---", "\t", "EOF", "=",
    ]
    for _ in 0..<60 {
      let code = (0..<40).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      for language in Self.languages {
        expectWellFormed(code, in: language)
      }
    }
  }

  @Test("Every block of code of the shipped playbook is highlighted, and stays as it is")
  func shippedCode() throws {
    var blocks = 0
    let content = Checkout.path("Content")
    for file in try FileManager.default.subpathsOfDirectory(atPath: content) where file.hasSuffix(".md") {
      let page = try String(contentsOfFile: "\(content)/\(file)", encoding: .utf8)
      for fence in page.matches(of: /(?ms)^```([a-z]+)[^\n]*\n(.*?)^```$/) {
        let (language, code) = (String(fence.output.1), String(fence.output.2))
        guard !file.hasPrefix("README"), language != "text" else { continue }
        expectWellFormed(code, in: language)
        #expect(!highlighter.parts(of: Array(code.utf8), in: language).isEmpty, "\(file): \(code)")
        blocks += 1
      }
    }
    #expect(blocks > 20)
  }

  @Test(
    "Code that would take the library too long stays plain",
    arguments: [("go", 2_001, 1), ("go", 100, 2_100)])
  func longCode(language: String, width: Int, lines: Int) {
    let line = String(repeating: "1 ", count: width).prefix(width) + "\n"
    let code = Array(String(repeating: String(line), count: lines).utf8)
    #expect(highlighter.parts(of: code, in: language).isEmpty)
  }

  @Test("Threads that ask for the same code get the same parts")
  func manyThreads() async {
    let code = Array("func f() int { return 1 }\n".utf8)
    let all = await withTaskGroup(of: [CodePart].self) { group in
      for index in 0..<64 {
        group.addTask { [highlighter] in
          highlighter.parts(of: code, in: index.isMultiple(of: 2) ? "go" : "golang")
        }
      }
      return await group.reduce(into: Set<[CodePart]>()) { $0.insert($1) }
    }
    #expect(all.count == 1)
    #expect(all.first?.count == 5)
  }

  @Test("A definition that the library cannot use is refused with its line")
  func brokenDefinition() throws {
    let folder = URL.temporaryDirectory.appending(path: "waybook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("keyword = \"a\"\n\nkeyword \"b\"\n".utf8).write(to: folder.appending(path: "broken.lang"))
    for (file, expected) in [("broken.lang", 3), ("missing.lang", 0)] {
      let definition = Languages.Definition(folder: folder.path(percentEncoded: false), file: file)
      let error = #expect(throws: HighlightError.self) { try Highlighter.check(definition) }
      guard case .failed(let reason, let line) = error else {
        Issue.record("\(file) was taken: \(String(describing: error))")
        continue
      }
      #expect(!reason.isEmpty)
      #expect(line == expected)
    }
  }

  /// The parts are in order, each is not empty, within one line, and begins and ends between characters.
  private func expectWellFormed(_ code: String, in language: String) {
    let bytes = Array(code.utf8)
    var place = 0
    for part in highlighter.parts(of: bytes, in: language) {
      #expect(place <= part.range.lowerBound && !part.range.isEmpty && part.range.upperBound <= bytes.count)
      #expect(!bytes[part.range].contains(UInt8(ascii: "\n")), "\(language): \(code)")
      #expect(String(validating: bytes[part.range], as: UTF8.self) != nil, "\(language): \(code)")
      #expect(String(validating: bytes[place..<part.range.lowerBound], as: UTF8.self) != nil)
      place = part.range.upperBound
    }
  }
}

struct LanguagesTests {
  @Test("Later folders go before earlier ones, and the library has what none of them has")
  func folders() {
    var languages = Languages(library: "/library")
    languages.add(
      "/theme", files: ["go.lang", "yaml.lang"],
      map: "# ours\ngo = go.lang\nyml=yaml.lang # too\n\nsql = sql.lang\n")
    languages.add("/own", files: ["go.lang", "hcl.lang"], map: "hcl = hcl.lang\nyml = hcl.lang\n")
    #expect(languages.names == ["go", "hcl", "sql", "yml"])
    #expect(languages["go"] == Languages.Definition(folder: "/own", file: "go.lang"))
    #expect(languages["YML"] == Languages.Definition(folder: "/own", file: "hcl.lang"))
    #expect(languages["sql"] == Languages.Definition(folder: "/library", file: "sql.lang"))
    #expect(languages["yaml"] == nil)
  }

  @Test(
    "Where the library or its definitions are missing there is no highlighter, and it says what to install")
  func missing() throws {
    let error = #expect(throws: HighlighterMissing.self) {
      try Highlighter(Languages(library: "/nowhere/source-highlight"))
    }
    #expect(try #require(error).description.contains("(apt)"))
  }
}
