import Authoring
import Diagnostics
import Foundation
import Site
import Tailoring
import TestSupport
import Testing

@Suite struct WordsTests {
  private static let file = "words.yaml"

  private static func text() throws -> String {
    try String(contentsOfFile: Checkout.path("Templates/words.yaml"), encoding: .utf8)
  }

  private static func loaded(_ own: String) throws -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let own = InputFolder.memory([file: own], path: "look")
    _ = SiteTheme.load(defaults: try DefaultTheme.folder(), overrides: own, diagnostics: &diagnostics)
    return diagnostics
  }

  @Test func whatASiteSaysIsInTheFileOrInTheContent() throws {
    let sample = try Sample(templates: [Self.file: try Self.text().withWideLetters])
    let site = try sample.site()
    let content = (SampleFiles.all.values + [SampleFiles.answers]).joined(separator: "\n")
    // The names of the files to take along, and the key that the checklist's words are about.
    let known = Set((content + " decision md csv json steps progress").words)
    let files = site.html + [("playbook.md", try site("playbook.md"))]
    for (path, text) in files {
      let strangers = Set(text.textOutsideTags.words).subtracting(known)
      #expect(strangers.isEmpty, "\(path)")
    }
    #expect(try site("plan.html").contains("Ｐｌａｎ"))
    #expect(try site("playbook.md").contains("Ｐｌａｎ"))
    #expect(try site("playbook.json").contains("ｔｈｅ ｖｅｒｄｉｃｔ ｗｏｕｌｄ ｂｅ"))
  }

  @Test func sitesAndTerminalsPutResultsIntoTheSameSentences() throws {
    let lines = Set(try Self.text().split(separator: "\n").map(String.init))
    for sentence in Sentence.allCases {
      #expect(lines.contains("  \(sentence.name): \"\(sentence.rawValue)\""))
    }
  }

  @Test func aProjectChangesSingleWords() throws {
    let own = "common:\n  plan: Fahrplan & <Ziel>\ntext:\n  decimal_separator: \",\"\n"
    let site = try Sample(templates: [Self.file: own]).site()
    #expect(try site("plan.html").contains("<h1>Fahrplan &amp; &lt;Ziel&gt;</h1>"))
    #expect(try site("answers.html").contains("21,5\u{A0}°C"))
    #expect(try site("answers.html").contains("<h1>Answers</h1>"))
  }

  @Test(arguments: [
    (
      "plan:\n  left_outt: x\n",
      "look/words.yaml:2:3: site.unused-words: No page says the words 'plan.left_outt'; did you mean 'plan.left_out'?"
    ),
    (
      "text:\n  week_number: in {{week}}\n",
      "look/words.yaml:2:19: templating.not-a-value-of-words: These words are text with the tags {{number}} and no others"
    ),
    (
      "text:\n  code: \"{{#a}}x{{/a}}\"\n",
      "look/words.yaml:2:10: templating.not-a-value-of-words: These words are text without tags"
    ),
    (
      "plan:\n  left_out: \"{{pages.team}}\"\n",
      "look/words.yaml:2:16: templating.unknown-name: There is no name 'pages' here; did you mean 'page'?"
    ),
    (
      "plan:\n  left_out: \"{{words.plan.left_out}}\"\n",
      "look/words.yaml:2:16: templating.circle: This template contains itself: words.plan.left_out > words.plan.left_out"
    ),
    (
      "plan:\n  left_out: \"{{words.plan.lef_out}}\"\n",
      "look/words.yaml:2:16: templating.unknown-words: There are no words 'words.plan.lef_out'; did you mean 'words.plan.left_out'?"
    ),
    ("plan: [a]\n", "look/words.yaml:1:7: authoring.wrong-form: Expected words, found a list"),
    (
      "Plan: a\n",
      "look/words.yaml:1:1: authoring.not-a-name: 'Plan' is no name: lower-case letters, digits and '_', a letter first; write 'plan'"
    ),
  ])
  func mistakesInWordsAreReported(own: String, line: String) throws {
    #expect(try Self.loaded(own).lines == [line])
  }

  @Test func aTemplateThatNamesWordsWhichAreNotThereIsReported() throws {
    var diagnostics: [Diagnostic] = []
    let own = InputFolder.memory(["guides.html": "<p>{{words.common.guide}}</p>"], path: "look")
    _ = SiteTheme.load(defaults: try DefaultTheme.folder(), overrides: own, diagnostics: &diagnostics)
    #expect(
      diagnostics.lines == [
        "look/guides.html:1:6: templating.unknown-words: There are no words 'words.common.guide'; did you mean 'words.common.guides'?"
      ])
  }

  @Test func aThemeWithoutWordsCannotBeUsed() {
    var diagnostics: [Diagnostic] = []
    let words = Words.load(defaults: .memory([Self.file: "text:\n  code: Code\n"]), diagnostics: &diagnostics)
    #expect(words == nil)
    #expect(
      diagnostics.lines.contains(
        "site.missing-words: The theme does not say 'text.table'; its file 'words.yaml' has to"))
  }
}

extension String {
  /// Words in small letters, two letters and longer.
  fileprivate var words: [String] {
    split { !$0.isLetter || !$0.isASCII }.filter { $0.count > 1 }.map { $0.lowercased() }
  }

  /// What a reader of HTML sees, its attributes left out.
  fileprivate var textOutsideTags: String {
    replacing(#/<[^>]*>/#, with: " ").replacing(#/&#?\w+;/#, with: " ")
  }

  /// A file of words in which the letters outside tags are others: those of the block of full-width forms.
  fileprivate var withWideLetters: String {
    replacing(#/(?m)^(?<key> +[^:\n]+: )(?<words>.+)$/#) { line in
      line.key
        + line.words.replacing(#/(?<kept>\{\{.*?\}\}|\\u\w{4})|(?<letter>[A-Za-z])/#) { part in
          guard let letter = part.letter?.unicodeScalars.first else { return String(part.kept ?? "") }
          return String(Unicode.Scalar(letter.value + 0xFEE0) ?? letter)
        }
    }
  }
}
