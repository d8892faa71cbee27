import Authoring
import Diagnostics
import Site
import SiteFiles
import Testing

@Suite struct QuestionnaireTests {
  private func page(of sample: Sample) throws -> String {
    var diagnostics: [Diagnostic] = []
    let questionnaire = sample.renderer.questionnaire(diagnostics: &diagnostics)
    #expect(diagnostics.lines == [])
    #expect(questionnaire.file.path == Questionnaire.path)
    return questionnaire.file.text
  }

  private func page(with questions: String) throws -> String {
    try page(of: Sample(["questions/10-barrels.yaml": SampleFiles.questions + "\n" + questions]))
  }

  /// The block of one question.
  private func question(_ id: String, on page: String) throws -> String {
    try #require(page.between("data-question=\"\(id)\"", "</fieldset>"), "There is no question \(id)")
  }

  @Test func everyQuestionStandsThereWithItsChoicesUnderTheTitleOfItsFile() throws {
    let sample = try Sample.asItStands()
    let page = try page(of: sample)
    for group in sample.playbook.questionGroups {
      #expect(page.contains(">\(group.title)</h"))
      for question in group.questions {
        let block = try self.question(question.id.text, on: page)
        #expect(block.contains("<span class=\"asked\">\(question.ask)</span>"))
        #expect(block.contains(">private<") == question.isPrivate, "\(question.id)")
        #expect(block.contains(">from memory<") == question.isQuick, "\(question.id)")
        for choice in question.choices {
          #expect(block.contains("value=\"\(choice.id)\"> \(choice.label)</label>"))
        }
      }
    }
    #expect(page.count(of: "data-question=") == sample.playbook.questions.count)
    #expect(page.contains("data-playbook=\"cellar\" data-version=\"2.1.0\""))
    #expect(try question("degrees", on: page).contains("A number (°C) <input"))
    #expect(try question("secret", on: page).contains("no page shows it"))
  }

  @Test(arguments: [
    ("answers.stairs", "<a href=\"#q-stairs\">Stairs</a> is “yes”"),
    ("\"!answers.stairs\"", "<a href=\"#q-stairs\">Stairs</a> is “no”"),
    ("answers.stairs != true", "<a href=\"#q-stairs\">Stairs</a> is “no”"),
    ("answers.place == 'attic'", "<a href=\"#q-place\">Place</a> is “in the attic”"),
    ("answers.place in ['attic', 'hall']", "<a href=\"#q-place\">Place</a> is “in the attic or in the hall”"),
    ("\"!('rope' in answers.tools)\"", "<a href=\"#q-tools\">Tools</a> does not include “a rope”"),
    ("size(answers.tools) > 0", "<a href=\"#q-tools\">Tools</a> is not “none”"),
    ("3 <= answers.barrels", "<a href=\"#q-barrels\">Number of barrels</a> is at least “3”"),
    ("facts.warm", "<a href=\"#q-degrees\">Degrees upstairs</a> is more than “18\u{A0}°C”"),
    (
      "\"!(facts.warm || answers.place == 'hall')\"",
      "<a href=\"#q-degrees\">Degrees upstairs</a> is at most “18\u{A0}°C” and <a href=\"#q-place\">Place</a> is not “in the hall”"
    ),
    (
      "answers.stairs || 'cart' in answers.tools",
      "<a href=\"#q-stairs\">Stairs</a> is “yes” or <a href=\"#q-tools\">Tools</a> includes “a cart”"
    ),
  ])
  func aSimpleConditionIsPutIntoWords(rule: String, words: String) throws {
    let page = try page(
      with: """
          - id: last
            label: Last
            ask: What else?
            type: text
            when: \(rule)
        """)
    #expect(try question("last", on: page).contains("<p>Only where \(words).</p>"))
  }

  @Test(arguments: [
    "answers.stairs && (answers.barrels > 3 || answers.place == 'hall')", "has(answers.place)",
    "answers.barrels * 2 > 5", "team.people > 2", "size(answers.words) > 0",
  ])
  func anotherConditionIsShownAsItsRule(rule: String) throws {
    let page = try page(
      with: """
          - id: last
            label: Last
            ask: What else?
            type: text
            when: \(rule)
        """)
    let shown = rule.replacing("&", with: "&amp;").replacing(">", with: "&gt;").replacing("'", with: "&#39;")
    #expect(try question("last", on: page).contains("<p>Only where <code>\(shown)</code></p>"))
  }

  @Test func howToFindOutSpeaksToATeamThatIsNotKnown() throws {
    #expect(try question("words", on: page(of: .asItStands())).contains("How to find out: Ask the keeper."))
    let line =
      "{{team.name}}, {{team.subject}}, {{answers.place}}, [which](question:stairs), {{measures.drips}}"
    let page = try page(
      with: """
          - id: last
            label: Last
            ask: What else?
            type: text
            find_out: "Of \(line) [@barrel-book]{{#answers.stairs}} hidden{{/answers.stairs}}."
        """)
    let shown = try #require(try question("last", on: page).between("How to find out: ", "</p>"))
    #expect(
      shown
        == "Of your team, your barrel, <a class=\"open-mark\" href=\"#q-place\" title=\"Place\">not answered yet</a>, "
        + "<a class=\"to-question\" href=\"#q-stairs\">which</a>, Drips.")
  }

  @Test func teamsAndTheirPagesLeadToIt() throws {
    let sample = try Sample.asItStands()
    let site = try sample.site(file: "a/red.yaml")
    #expect(try site("answers.html").contains("href=\"../../answer.html\""))
    var diagnostics: [Diagnostic] = []
    let files = Portfolio(theme: sample.theme).files(
      of: [site.rendered.record], beside: sample.renderer.questionnaire(diagnostics: &diagnostics),
      diagnostics: &diagnostics)
    #expect(diagnostics.lines == [])
    #expect(files[0].text.contains("href=\"answer.html\""))
  }

  @Test func aRequiredQuestionSaysSo() throws {
    let page = try page(
      with: """
          - id: last
            label: Last
            ask: What else?
            type: integer
            min: 1
            max: 20000
            required: true
        """)
    let block = try question("last", on: page)
    #expect(block.hasPrefix(" data-type=\"integer\" data-required>"))
    #expect(block.contains("A whole number, from 1 to 20\u{202F}000 <input"))
    #expect(block.contains("data-min=\"1\" data-max=\"20000\""))
  }
}
