import Foundation
import Highlighting
import TestSupport
import Testing

/// Where GNU Source-highlight keeps its definitions; nil where it is not installed.
private let library = ["/usr", "/usr/local", "/opt/homebrew"].map { "\($0)/share/source-highlight" }.first {
  FileManager.default.fileExists(atPath: $0)
}

/// The languages of the default theme.
private func shippedLanguages() throws -> Languages {
  let folder = Checkout.path("Templates/languages")
  let files = try FileManager.default.contentsOfDirectory(atPath: folder)
  var languages = Languages(library: library ?? "/nowhere")
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

@Suite(.enabled(if: library != nil, "GNU Source-highlight is not installed"))
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
      ("GO", "return nil", "keyword⟨return⟩ keyword⟨nil⟩"),
      ("text", "return 1", "return 1"),
      ("no-such-language", "return 1", "return 1"),
    ])
  func partsOfALanguage(language: String, code: String, expected: String) {
    #expect(marked(code, in: language, by: highlighter) == expected)
  }
}
