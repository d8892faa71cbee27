import Site
import SiteFiles
import Testing

@Suite struct TextTests {
  private let hostile = "<script>alert(1)</script> [x](javascript:alert(1)) **b** {{team}} | # "
  private let escaped = "&lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:alert(1)) **b** {{team}} | # "

  @Test func anAnswerStandsOnEveryPageAsExactlyThatText() throws {
    let site = try Sample.asItStands().site(
      SampleFiles.answers.replacing("words: Sour & warm", with: "words: \"\(hostile)\""))
    #expect(site.diagnostics.lines == [])
    for path in [
      "index.html", "decision.html", "criteria/too-warm.html", "steps/measure-up.html", "answers.html",
      "print.html",
    ] {
      #expect(try site(path).contains(escaped), "\(path)")
    }
    for (path, text) in site.html {
      #expect(!text.contains("<script>"), "\(path)")
      #expect(!text.contains("href=\"javascript"), "\(path)")
      #expect(!text.contains("<strong>b</strong>"), "\(path)")
    }
    #expect(try site("index.html").contains("the keeper says: \(escaped)</p>"))
    #expect(try site("answers.html").contains("<p class=\"value\">\(escaped)</p>"))
  }

  @Test func aPrivateAnswerStandsInNoByte() throws {
    let own = SampleFiles.answers.replacing("litres: 50", with: "litres: ~")
    for file in try Sample.asItStands().site(own).rendered.files {
      #expect(!file.text.contains("xyzzy"), "\(file.path)")
    }
    let unknown = SampleFiles.answers.replacing(
      "value: xyzzy-value\n    note: xyzzy-note\n    source: https://example.org/xyzzy-source\n    by: xyzzy-by",
      with: "unknown: xyzzy finds out")
    #expect(unknown.contains("xyzzy finds out"))
    for file in try Sample.asItStands().site(unknown).rendered.files {
      #expect(!file.text.contains("xyzzy"), "\(file.path)")
    }
  }

  @Test func linksLeadToThisTeamsContentOrAreText() throws {
    let text = try Sample.asItStands().site()("criteria/too-warm.html")
    #expect(text.contains("<a class=\"to-step\" href=\"../steps/carry-down.html\">Carry down</a>"))
    #expect(text.contains("\nthe crane,") || text.contains(" the crane,"))
    #expect(!text.contains("hire-crane"))
    #expect(text.contains("<a class=\"to-guide\" href=\"../guides/carrying.html\">Carrying well</a>"))
    #expect(text.contains("<a class=\"to-term\" href=\"../glossary.html#tannin\">tannin</a>"))
    #expect(text.contains("<a class=\"to-question\" href=\"../answers.html#q-degrees\">how warm</a>"))
    #expect(text.contains("href=\"../steps/measure-up.html#risks\">the risks</a>"))
    // That heading stands only for teams with a crane.
    #expect(text.contains("href=\"../steps/measure-up.html\">the crane's</a>"))
  }

  @Test func aCitationShowsItsNumberAndItsInterest() throws {
    let text = try Sample.asItStands().site()("criteria/too-warm.html")
    #expect(text.contains("href=\"../sources.html#barrel-book\" title=\"The Book of Barrels\">[1]</a>"))
    #expect(text.contains("title=\"Buy Cellars – Interested: The author sells cellars.\">[2"))
    #expect(text.contains("<span class=\"interest-mark\">, interested</span>"))
    let sources = try Sample.asItStands().site()("sources.html")
    #expect(sources.contains(" id=\"barrel-book\">"))
    #expect(sources.contains("href=\"https://example.org/book?a=1&amp;b=2\""))
    #expect(sources.contains("Not read itself, but through a friend."))
  }

  @Test func anOpenAnswerLinksToItsQuestion() throws {
    let answers = SampleFiles.answers.replacing("words: Sour & warm", with: "words: ~")
      .replacing("link: https://example.org/photo", with: "link: ~")
    let site = try Sample.asItStands().site(answers)
    #expect(site.diagnostics.lines == [])
    let mark =
      "<a class=\"open-mark\" href=\"../answers.html#q-words\" title=\"In your words\">not answered yet</a>"
    #expect(try site("criteria/too-warm.html").contains("The keeper says \(mark), in code"))
    #expect(try site("steps/carry-down.html").contains("<a href=\"../answers.html#q-link\">the photo</a>"))
  }

  @Test func aHeadingOfAnyLevelComesBelowTheTitle() throws {
    let site = try Sample.asItStands().site()
    #expect(try site("criteria/too-warm.html").contains("<h2 id=\"why-warmth-matters\">"))
    #expect(try site("print.html").contains("<h4 id=\"criterion-too-warm.why-warmth-matters\">"))
    #expect(try site("guides/carrying.html").contains("<h2 id=\"the-knees\">"))
  }

  @Test func onOnePageLinksLeadToItsOwnPlaces() throws {
    let print = try Sample.asItStands().site()("print.html")
    let main = try #require(print.between("<main", "</main>"))
    for link in main.matches(of: #/href="([^"]*)"/#) {
      #expect(link.1.hasPrefix("#") || link.1.hasPrefix("https://"), "\(link.1)")
    }
    #expect(main.contains("href=\"#step-measure-up.risks\">the risks</a>"))
    #expect(main.contains("href=\"#guide-carrying.the-knees\""))
    #expect(main.contains("<dt id=\"term-tannin\">"))
  }

  @Test func anAnswerCannotMakeALinkLeadElsewhere() throws {
    let answers = SampleFiles.answers.replacing(
      "link: https://example.org/photo", with: "link: javascript:alert(1)")
    let site = try Sample.asItStands().site(answers)
    #expect(
      site.diagnostics.lines == [
        "cellar/steps/20-carry-down.md:16:1: site.refused-url: An answer of 'barrels' would make this text link "
          + "to 'javascript:', and links are http, https or mailto"
      ])
  }

  @Test func textsSeeEveryNameThatTheyMayUse() throws {
    let names = [
      "playbook.id", "playbook.title", "playbook.version", "playbook.subject", "team.name", "team.subject",
      "team.people", "team.availability", "team.start", "answers.words", "answers.place", "answers.place.id",
      "answers.place.label", "answers.place.ask", "answers.tools", "answers.tools.id", "answers.stairs.id",
      "answers.degrees.id", "answers.opened", "answers.steep", "facts.shelf", "score.move", "score.stay",
      "criteria.too-warm", "criteria.too-warm.strength", "criteria.too-warm.points", "verdict", "verdict.id",
      "verdict.standing", "candidate", "candidate.id", "gates.carry-down", "measures.drips",
      "measures.drips.unit", "measurements.drips.before.value", "measurements.drips.before.rate",
      "measurements.drips.after.expected", "data.casks.oak.colour",
    ]
    let flags = [
      "answers.place.attic", "answers.place.hall", "answers.tools.crane", "answers.opened.open", "facts.warm",
      "facts.hidden", "verdict.move", "candidate.tied", "data.casks.oak.old", "gates.carry-down.on",
      "measurements.drips.better",
    ]
    let text =
      names.map { "\($0)={{\($0)}};" }.joined(separator: "\n")
      + flags.map { "\n\($0)={{#\($0)}}yes{{/\($0)}}{{^\($0)}}no{{/\($0)}};" }.joined()
    let measured = """

      measurements:
        drips:
          before:
            value: 26
            weeks: 52
          after:
            value: 1
            weeks: 10
      """
    let site = try Sample([
      "guides/20-names.md": "---\ntitle: Names\n---\n```text template\n\(text)\n```\n",
      "data/casks.yaml": "oak:\n  colour: brown\n  old: true\n",
    ]).site(SampleFiles.answers + measured)
    #expect(site.diagnostics.lines == [])
    let lines = try #require(try site("guides/names.html").between("<code", "</code>")).split(separator: "\n")
      .map { $0.split(separator: ">").last.map(String.init) ?? "" }
    #expect(
      lines == [
        "playbook.id=cellar;", "playbook.title=Into the Cellar;", "playbook.version=2.1.0;",
        "playbook.subject=barrel;", "team.name=Cellar Team;", "team.subject=red barrels;", "team.people=2;",
        "team.availability=50\u{A0}%;", "team.start=2027-01-11;", "answers.words=Sour &amp; warm;",
        "answers.place=in the attic;", "answers.place.id=attic;", "answers.place.label=Place;",
        "answers.place.ask=Where do they stand?;", "answers.tools=a rope and a cart;",
        "answers.tools.id=rope, cart;", "answers.stairs.id=true;", "answers.degrees.id=21.5;",
        "answers.opened=not answered yet;", "answers.steep=no;", "facts.shelf=attic;", "score.move=4;",
        "score.stay=0;", "criteria.too-warm=It is too warm;", "criteria.too-warm.strength=1;",
        "criteria.too-warm.points=4;", "verdict=Move all;", "verdict.id=move;", "verdict.standing=settled;",
        "candidate=The small one;", "candidate.id=small;", "gates.carry-down=Carry on;",
        "measures.drips=Drips;", "measures.drips.unit=drips;", "measurements.drips.before.value=26;",
        "measurements.drips.before.rate=0.5;", "measurements.drips.after.expected=5;",
        "data.casks.oak.colour=brown;", "answers.place.attic=yes;", "answers.place.hall=no;",
        "answers.tools.crane=no;", "answers.opened.open=yes;", "facts.warm=yes;", "facts.hidden=yes;",
        "verdict.move=yes;", "candidate.tied=no;", "data.casks.oak.old=yes;", "gates.carry-down.on=yes;",
        "measurements.drips.better=yes;",
      ])
  }

  @Test func aSectionOverChoicesRepeatsForThoseChosen() throws {
    let step = try Sample.asItStands().site()("steps/measure-up.html")
    #expect(step.contains("<li>with a rope</li>\n<li>with a cart</li>"))
  }

  @Test func whatHangsOnAnOpenVerdictIsOpen() throws {
    let files = [
      "guides/20-names.md":
        "---\ntitle: Names\n---\nSo: {{verdict}}.{{#verdict.move}} Go.{{/verdict.move}}{{^verdict.move}} No.{{/verdict.move}}\n"
    ]
    let text = try Sample(files).site("team: Blank\nsubject: none\nanswers: {}\n")("guides/names.html")
    #expect(text.contains("<p>So: <a class=\"open-mark\""))
    #expect(text.contains("not answered yet</a>.</p>"))
  }
}
