import Diagnostics
import TestSupport
import Testing

@testable import Templating

/// Each mistake has its place. `⟦…⟧` marks what the diagnostic points at.
struct MistakeTests {
  static let sample: Sample = [
    "title": "T", "body": .html("<p>"), "done": true, "steps": [["name": "n"]],
    "answers": ["race_incidents": "many"], "secret": .answer(printed: "x", standing: .flag(true), fields: []),
  ]
  static let partials = ["nav": "nav", "base": "{{$main}}{{/main}}", "a": "{{> b}}", "b": "x\n{{> a}}"]

  @Test(
    "Mistakes in theme templates",
    arguments: [
      ("a ⟦{{⟧ b", "templating.unclosed-tag"),
      ("a ⟦{{⟧title {{title}}", "templating.unclosed-tag"),
      ("⟦{{{body}}⟧ x", "templating.unclosed-tag"),
      ("⟦{{ }}⟧", "templating.empty-tag"),
      ("{{⟦a b⟧}}", "templating.not-a-name"),
      ("{{⟦title|upper⟧}}", "templating.not-a-name"),
      ("{{> ⟦*name⟧}}", "templating.dynamic-name"),
      ("⟦{{=<% %>=}}⟧", "templating.set-delimiter"),
      ("\n  é⟦{{#done}}⟧", "templating.unclosed-section"),
      ("x⟦{{/done}}⟧", "templating.unopened-section"),
      ("{{#done}}{{#title}}⟦{{/done}}⟧{{/title}}", "templating.crossed-sections"),
      ("{{⟦titel⟧}}", "templating.unknown-name"),
      ("{{#done}}{{^steps}}{{⟦x⟧}}{{/steps}}{{/done}}", "templating.unknown-name"),
      ("{{#steps}}{{⟦nam⟧}}{{/steps}}", "templating.unknown-name"),
      ("{{⟦answers.races⟧}}", "templating.unknown-name"),
      ("{{⟦title.x⟧}}", "templating.unknown-name"),
      ("⟦{{answers}}⟧", "templating.not-printed"),
      ("⟦{{done}}⟧", "templating.not-printed"),
      ("⟦{{steps}}⟧", "templating.not-printed"),
      ("⟦{{body}}⟧", "templating.escaped-html"),
      ("⟦{{{title}}}⟧", "templating.raw-text"),
      ("⟦{{&title}}⟧", "templating.raw-text"),
      ("{{> ⟦nva⟧}}", "templating.unknown-file"),
      ("{{<base}}⟦text⟧{{/base}}", "templating.text-in-parent"),
      ("{{<base}}{{$⟦mian⟧}}{{/mian}}{{/base}}", "templating.unknown-block"),
      ("{{<base}}{{$main}}{{/main}}{{$⟦main⟧}}{{/main}}{{/base}}", "templating.duplicate-block"),
    ])
  func theme(marked: String, id: String) {
    let marked = MarkedText(marked, path: "page.html")
    var diagnostics: [Diagnostic] = []
    _ = rendered(marked.text, Self.sample, partials: Self.partials, diagnostics: &diagnostics)
    #expect(diagnostics.map(\.id.rawValue) == [id])
    #expect(diagnostics.map(\.location) == marked.locations)
  }

  @Test(
    "A name that cannot be printed is followed by a tag that can be",
    arguments: [
      ("{{answers}}", "such as {{answers.race_incidents}}"),
      ("{{#steps}}{{.}}{{/steps}}", "such as {{name}}"),
      ("{{done}}", "{{#done}}…{{/done}}"), ("{{groups}}", "leave it out"),
    ])
  func advice(template: String, advice: String) {
    var sample = Self.sample
    if case .record(let fields) = sample { sample = .record(fields + [("groups", ["inner": ["a": "b"]])]) }
    var diagnostics: [Diagnostic] = []
    _ = rendered(template, sample, partials: Self.partials, diagnostics: &diagnostics)
    #expect(diagnostics.first?.message.hasSuffix(advice) == true, "\(diagnostics)")
  }

  @Test(
    "Mistakes in Markdown bodies",
    arguments: [
      ("⟦{{{title}}}⟧", "templating.raw-in-markdown"),
      ("⟦{{&title}}⟧", "templating.raw-in-markdown"),
      ("⟦{{> nav}}⟧", "templating.partial-in-markdown"),
      ("⟦{{body}}⟧", "templating.html-in-markdown"),
      ("a ⟦\u{E000}⟧", "templating.private-use"),
      ("⟦\u{F0000}⟧", "templating.private-use"),
      ("⟦\u{10FFFD}⟧", "templating.private-use"),
      ("Text ⟦{{#done}}⟧begins\n\nand ends{{/done}} here", "templating.split-blocks"),
      ("⟦{{#done}}⟧\nText\n\nends{{/done}} here", "templating.split-blocks"),
      ("- a ⟦{{#done}}⟧\n- b {{/done}}", "templating.split-blocks"),
      ("```sh template\n⟦{{#done}}⟧\n```\n{{/done}}", "templating.split-blocks"),
    ])
  func markdown(marked: String, id: String) {
    let marked = MarkedText(marked, path: "body.md")
    var diagnostics: [Diagnostic] = []
    _ = body(marked.text, Self.sample, diagnostics: &diagnostics)
    #expect(diagnostics.map(\.id.rawValue) == [id])
    #expect(diagnostics.map(\.location) == marked.locations)
  }

  @Test(
    "A section may hold whole lines, or a part of one block",
    arguments: [
      "{{#steps}}- {{name}}\n{{/steps}}\nText", "{{#done}}\n# A\n\nB\n{{/done}}\n",
      "a {{#done}}b\nc{{/done}} d",
      "{{#done}}A\n\nB\n{{/done}}", "- a{{#done}} b{{/done}}", "```sh template\n{{#done}}\na\n{{/done}}\n```",
    ])
  func whole(text: String) {
    var diagnostics: [Diagnostic] = []
    _ = body(text, Self.sample, diagnostics: &diagnostics)
    #expect(diagnostics == [])
  }

  @Test("A section over a record that neither holds nor fails is refused")
  func noSection() {
    let marked = MarkedText("{{#⟦answers⟧}}{{x}}{{/answers}}", path: "body.md")
    let shape = TemplateRecordType(
      "playbook",
      fields: [.init("answers", .record(.init("answers", fields: [.init("x", .text)], section: .none)))])
    var diagnostics: [Diagnostic] = []
    let template = Template(parsing: LocatedText(marked.file), as: .markdown, diagnostics: &diagnostics)
    _ = BodyTemplate(template, against: shape, diagnostics: &diagnostics)
    #expect(diagnostics.map(\.id) == ["templating.no-section"])
    #expect(diagnostics.map(\.location) == marked.locations)
    #expect(diagnostics.first?.message.hasPrefix("'answers' is an answers and neither") == true)
  }

  @Test("A text that is repeated unchanged is reported, where nothing in it is of the element")
  func repeatedUnchanged() {
    let item = TemplateRecordType("item", fields: [.init("label", .text)], isPrinted: true)
    let shape = TemplateRecordType(
      "text", fields: [.init("items", .list(.record(item))), .init("done", .flag), .init("title", .text)])
    let marked = MarkedText(
      "{{#items}}{{label}}{{/items}} {{#items}}{{.}}{{/items}} {{#items}}{{#done}}{{label}}{{/done}}{{/items}} "
        + "{{#⟦items⟧}}a {{title}}{{/items}} {{#⟦items⟧}}{{/items}} {{^items}}b{{/items}}", path: "body.md")
    var diagnostics: [Diagnostic] = []
    let template = Template(parsing: LocatedText(marked.file), as: .markdown, diagnostics: &diagnostics)
    _ = BodyTemplate(template, against: shape, diagnostics: &diagnostics)
    #expect(diagnostics.map(\.location) == marked.locations)
    #expect(Set(diagnostics.map(\.id)) == ["templating.repeated-unchanged"])
  }

  @Test("A mistaken name in a text that is repeated is the only mistake")
  func repeatedWithMistake() {
    var diagnostics: [Diagnostic] = []
    _ = body("{{#steps}}{{#done}}{{nam}}{{/done}}{{/steps}}", Self.sample, diagnostics: &diagnostics)
    #expect(diagnostics.map(\.id) == ["templating.unknown-name"])
  }

  @Test("All mistakes of a text are reported at once, names inside a mistaken section aside")
  func several() {
    let marked = MarkedText(
      "{{⟦a⟧}} {{#⟦b⟧}}{{c}}{{title}}{{/b}} ⟦{{done}}⟧ ⟦{{/d}}⟧ {{title}}", path: "body.md")
    var diagnostics: [Diagnostic] = []
    let body = body(marked.text, Self.sample, diagnostics: &diagnostics)
    #expect(diagnostics.sortedForReading().map(\.location) == marked.locations)
    #expect(body.references.map(\.path) == [["done"], ["title"]])
  }

  @Test(
    "The message says what was probably meant",
    arguments: [
      ("{{titel}}", "There is no name 'titel' here; did you mean 'title'?"),
      (
        "{{race_incidents}}", "There is no name 'race_incidents' here; did you mean 'answers.race_incidents'?"
      ),
      ("{{answers.race_incident}}", "'answers' has no 'race_incident'; did you mean 'race_incidents'?"),
      ("{{title.x}}", "'title' is text and has no 'x'"),
      ("{{#done}}{{/doen}}", "{{/doen}} closes nothing; did you mean 'done'?"),
      ("{{> nva}}", "There is no template 'nva'; did you mean 'nav'?"),
      ("{{> a}}", "This template contains itself: a > b > a"),
      ("{{<base}}{{$mian}}{{/mian}}{{/base}}", "'base' shows no block 'mian'; did you mean 'main'?"),
    ])
  func hints(template: String, message: String) {
    var diagnostics: [Diagnostic] = []
    _ = rendered(template, Self.sample, partials: Self.partials, diagnostics: &diagnostics)
    #expect(diagnostics.map(\.message) == [message])
  }

  @Test("A mistake in a partial is reported once, in the partial's file, however many pages have it")
  func partialOfSeveralPages() {
    var diagnostics: [Diagnostic] = []
    func template(_ path: String, _ text: String) -> Template {
      Template(parsing: LocatedText(SourceFile(path: path, text: text)), as: .html, diagnostics: &diagnostics)
    }
    let library = TemplateLibrary([
      "one": template("one.html", "{{> nav}}"), "two": template("two.html", "{{> nav}} {{> nav}}"),
      "nav": template("nav.html", "\n {{x}}"),
    ])
    #expect(library.page("one", for: PageTests.Step.self, diagnostics: &diagnostics) == nil)
    #expect(library.page("two", for: PageTests.Step.self, diagnostics: &diagnostics) == nil)
    #expect(library.page("three", for: PageTests.Step.self, diagnostics: &diagnostics) == nil)
    #expect(diagnostics.map(\.location?.description) == ["nav.html:2:4", nil])
  }

  @Test("Places inside a text that was put together are those of the file")
  func placesOfScalars() {
    let file = SourceFile(path: "c.yaml", text: "because: \"one\n  {{nope}}\"\n")
    var text = LocatedText(emptyIn: file)
    text.append("one", at: 10)
    text.append(" {{nope}}", at: 15)
    var diagnostics: [Diagnostic] = []
    let template = Template(parsing: text, as: .inlineMarkdown, diagnostics: &diagnostics)
    _ = BodyTemplate(template, against: Self.sample.shape, diagnostics: &diagnostics)
    #expect(diagnostics.map(\.location?.description) == ["c.yaml:2:5"])
  }
}
