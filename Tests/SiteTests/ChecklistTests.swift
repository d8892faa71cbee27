import Site
import SiteFiles
import Testing

@Suite struct ChecklistTests {
  private static let begun = """
    progress:
      measure-up:
        status: in_progress
        on: 2027-01-12
        done: [count]
        ticket: "C-1 <urgent>"
      hire-crane:
        status: open
        note: Not "yet"

    """

  /// What stands for the text of an item on a page.
  private func version(of item: String, on page: String) throws -> String {
    let all = page.matches(of: #/data-item="([a-z]+)" data-version="([0-9]+-[0-9a-f]{16})"/#)
    return String(try #require(all.first { $0.1 == item }).2)
  }

  @Test func `Without a script the checklist says in words what the answers file says`() throws {
    let page = try Sample.asItStands().site(Self.begun + SampleFiles.answers)("steps/measure-up.html")
    let list = try #require(page.between("<section class=\"checklist\">", "</ul>"))
    #expect(list.contains("<li class=\"done\" data-item=\"count\""))
    #expect(list.contains("<span class=\"status status-done\">done</span>"))
    #expect(list.contains("<li class=\"to-do\" data-item=\"weigh\""))
    #expect(list.contains("<span class=\"mark\">to do</span>"))
    #expect(!list.contains("<input") && !list.contains("<button"))
  }

  @Test func `Ticks are kept under the ids of playbook, team, subject, step and item`() throws {
    let page = try Sample.asItStands().site(file: "attic/red.yaml")("steps/measure-up.html")
    #expect(page.contains("<template id=\"page.ticks\" data-playbook=\"cellar\" data-key=\"attic/red\">"))
    #expect(page.contains("<ul data-step=\"measure-up\" data-title=\"Measure up\">"))
    #expect(page.contains("data-item=\"count\""))
  }

  @Test func `What the answers file says of a step stands beside its list, for the block that is copied`()
    throws
  {
    let site = try Sample.asItStands().site(Self.begun + SampleFiles.answers)
    let entry = """
      data-step="measure-up" data-title="Measure up" data-status="in_progress" data-on="2027-01-12" \
      data-done="count" data-ticket="C-1 &lt;urgent&gt;"
      """
    #expect(try site("steps/measure-up.html").contains(entry))
    #expect(try site("plan.html").contains(entry))
  }

  @Test func `The plan has what the file says of a step that it leaves out, so that copying loses nothing`()
    throws
  {
    let site = try Sample.asItStands().site(Self.begun + SampleFiles.answers)
    #expect(!site.html.contains { $0.path == "steps/hire-crane.html" })
    let plan = try site("plan.html")
    #expect(
      plan.contains(
        "data-step=\"hire-crane\" data-title=\"Hire a crane\" data-status=\"open\" data-note=\"Not &quot;yet&quot;\""
      ))
  }

  @Test func `An item is another one where its text is, not where only its markup is`() throws {
    let sample = try Sample.asItStands().site()
    let version = try version(of: "weigh", on: sample("steps/measure-up.html"))
    #expect(try self.version(of: "weigh", on: sample("plan.html")) == version)
    #expect(try self.version(of: "weigh", on: sample("print.html")) == version)
    for (text, isSame) in [("Weigh one.", true), ("Weigh *one*.", true), ("Weigh two.", false)] {
      let changed = SampleFiles.measureUp.replacing("Weigh **one**.", with: text)
      let page = try Sample(["steps/10-measure-up.md": changed]).site()("steps/measure-up.html")
      #expect(try (self.version(of: "weigh", on: page) == version) == isSame, "\(text)")
    }
  }

  @Test func `An item is another one where an answer in its text is`() throws {
    let sample = try Sample.asItStands()
    let versions = try ["barrels: 12000", "barrels: 7", "barrels: ~"].map { answer in
      let answers = SampleFiles.answers.replacing("barrels: 12000", with: answer)
      return try version(of: "count", on: sample.site(answers)("steps/measure-up.html"))
    }
    #expect(Set(versions).count == 3)
  }

  @Test func `The script and its words come with steps that have a checklist, and with the plan`() throws {
    for (path, page) in try Sample.asItStands().site().html {
      let isTickable = path == "plan.html" || path.hasPrefix("steps/")
      #expect(page.contains("/checklist.js\"></script>") == isTickable, "\(path)")
      #expect(page.contains("<template id=\"page.ticks\"") == isTickable, "\(path)")
    }
  }
}
