import Diagnostics
import Testing

@testable import Templating

struct PageTests {
  @Test(
    "A page prints, escapes, repeats and leaves out",
    arguments: [
      ("{{t}}", ["t": "<a> & \"b\" 'c'"], "&lt;a&gt; &amp; &quot;b&quot; &#39;c&#39;"),
      ("{{{h}}}|{{& h }}", ["h": .html("<b>")], "<b>|<b>"),
      ("{{ a.b }}", ["a": ["b": "x"]], "x"),
      ("{{#f}}yes{{/f}}{{^f}}no{{/f}}", ["f": false], "no"),
      ("{{#l}}{{.}},{{/l}}", ["l": ["a", "b"]], "a,b,"),
      ("{{^l}}none{{/l}}", ["l": []], "none"),
      ("{{#t}}[{{.}}]{{/t}}{{^t}}-{{/t}}", ["t": ""], "-"),
      ("{{#r}}{{x}}{{y}}{{/r}}", ["r": ["x": "1"], "y": "2"], "12"),
      ("{{#r}}{{x}}{{/r}}", ["r": ["x": "inner"], "x": "outer"], "inner"),
      ("{{#l}}{{.}}: {{#m}}{{.}}{{/m}};{{/l}}", ["l": ["a", "b"], "m": ["1", "2"]], "a: 12;b: 12;"),
      ("a\n  {{! note }}  \nb\n", [:], "a\nb\n"),
      ("a\r\n{{#f}}\r\nb\r\n{{/f}}\r\nc", ["f": true], "a\r\nb\r\nc"),
      ("{{! over\ntwo lines }}\nx", [:], "x"),
      ("{\"a\": {{t}}}", ["t": "1"], "{\"a\": 1}"),
    ] as [(String, Sample, String)])
  func renders(template: String, sample: Sample, expected: String) {
    #expect(rendered(template, sample) == expected)
  }

  @Test(
    "For an open value neither a section nor its inverse stands, and the tag says open",
    arguments: [
      ("{{#x}}a{{/x}}{{^x}}b{{/x}}|{{x}}", "|?races"),
      ("{{#r.x}}a{{/r.x}}{{^r.x}}b{{/r.x}}|{{r.x}}", "|?races"),
    ])
  func open(template: String, expected: String) {
    #expect(rendered(template, ["x": .open("races"), "r": ["x": .open("races")]]) == expected)
  }

  @Test("An answer prints as a text and repeats as a list")
  func answer() {
    let sample: Sample = ["p": .choices("gRPC", "REST")]
    #expect(rendered("{{p}}: {{#p}}<{{.}}>{{/p}}", sample) == "gRPC and REST: <gRPC><REST>")
  }

  @Test(
    "Partials, parents and blocks are put in place",
    arguments: [
      ("{{> nav}}", ["nav": "<{{t}}>"], "<T>"),
      ("a\n  {{> nav}}\nb", ["nav": "1\n2\n"], "a\n  1\n  2\nb"),
      (
        "{{<base}}{{$main}}m{{/main}}{{/base}}", ["base": "[{{$main}}{{/main}}|{{$foot}}f{{/foot}}]"], "[m|f]"
      ),
      ("{{<parts/x}}{{$level}}h4{{/level}}{{/parts/x}}", ["parts/x": "<{{$level}}h3{{/level}}>"], "<h4>"),
      // Blocks that a page gives are its own: the card inside is not given the page's title.
      (
        "{{<base}}{{$title}}P{{/title}}{{$main}}{{<card}}{{$title}}C{{/title}}{{/card}}{{/main}}{{/base}}",
        ["base": "{{$title}}{{/title}}:{{$main}}{{/main}}", "card": "({{$title}}{{/title}})"], "P:(C)"
      ),
      (
        "{{<base}}\n{{$main}}\n<p>{{t}}</p>\n{{/main}}\n{{/base}}\n",
        ["base": "<main>\n{{$main}}\n{{/main}}\n</main>\n"], "<main>\n<p>T</p>\n</main>\n"
      ),
    ] as [(String, [String: String], String)])
  func files(template: String, partials: [String: String], expected: String) {
    #expect(rendered(template, ["t": "T"], partials: partials) == expected)
  }

  struct Step: TemplateModel {
    var title: String
    var owner: String?
    var isDone: Bool
    static let fields: [Field<Self>] = [
      .text("title", \.title), .optionalText("owner", \.owner), .flag("done", \.isDone),
    ]
  }

  struct Plan: TemplateModel {
    var body: [UInt8]
    var steps: [Step]
    var next: Step?
    var first: Step
    var tags: [String]
    static let fields: [Field<Self>] = [
      .html("body", \.body), .list("steps", \.steps), .optionalRecord("next", \.next),
      .record("first", \.first),
      .texts("tags", \.tags), .init("open", .text) { _ in .open(OpenValue(questions: ["q"])) },
    ]
  }

  struct Careless: TemplateModel {
    static let fields: [Field<Self>] = [
      .init("text", .text) { _ in .html(Array("<b>".utf8)) }, .init("html", .html) { _ in .text("<b>") },
    ]
  }

  @Test("Only a value that is HTML and typed as HTML is printed as it is")
  func carelessModel() {
    let type = TemplateType.record(Careless.templateType)
    var diagnostics: [Diagnostic] = []
    let template = Template(
      parsing: LocatedText(SourceFile(path: "page.html", text: "{{text}}{{{html}}}")), as: .html,
      diagnostics: &diagnostics)
    let program = TemplateLibrary(["page": template]).program("page", for: type, diagnostics: &diagnostics)
    var bytes: [UInt8] = []
    program?.render(.record(Careless()), into: &bytes) { _, _ in }
    #expect(String(decoding: bytes, as: UTF8.self) == "&lt;b&gt;&lt;b&gt;")
  }

  @Test("A view model's fields are declared once, for the check and for the look-up")
  func viewModel() throws {
    let steps = [
      Step(title: "A & B", owner: "Ola", isDone: true), Step(title: "C", owner: nil, isDone: false),
    ]
    let plan = Plan(body: Array("<p>".utf8), steps: steps, next: nil, first: steps[0], tags: ["x", "y"])
    let text = """
      {{{body}}}{{#steps}}{{title}}{{#owner}} by {{.}}{{/owner}}{{^done}}!{{/done}};{{/steps}}\
      {{#next}}{{title}}{{/next}}{{^next}}end{{/next}} {{first.title}} {{#tags}}{{.}}{{/tags}} {{open}}
      """
    var diagnostics: [Diagnostic] = []
    let template = Template(
      parsing: LocatedText(SourceFile(path: "plan.html", text: text)), as: .html, diagnostics: &diagnostics)
    let page = try #require(
      TemplateLibrary(["plan": template]).page("plan", for: Plan.self, diagnostics: &diagnostics))
    var bytes = Array("before ".utf8)
    page.render(plan, into: &bytes) { open, buffer in buffer += "open: \(open.questions)".utf8 }
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "before <p>A &amp; B by Ola;C!;end A &amp; B xy open: [&quot;q&quot;]"
        .replacing("&quot;", with: "\""))
    #expect(diagnostics == [])
  }
}
