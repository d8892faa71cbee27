public import Authoring
import CommonMark
public import Diagnostics
public import Highlighting
import SiteFiles
public import Tailoring
import Templating

/// Makes the pages of a playbook's teams.
///
/// It is made once for a playbook and a theme and may be used from several threads at once; what a text
/// becomes is remembered by pattern, so that one more team costs copying bytes.
public struct SiteRenderer: Sendable {
  private let shared: PreparedPlaybook

  /// Prepares what all teams share.
  ///
  /// - Parameters:
  ///   - playbook: loaded without errors.
  ///   - revision: tells the state of its content from others; pages that say nothing of it show none.
  ///   - theme: the look of the pages.
  ///   - addresses: those on the web that pages link to.
  ///   - highlighter: for code; without one it is plain.
  public init(
    playbook: Playbook, revision: String? = nil, theme: SiteTheme,
    addresses: SiteAddresses = SiteAddresses(), highlighter: Highlighter? = nil
  ) {
    shared = PreparedPlaybook(
      playbook, revision: revision, theme: theme, addresses: addresses,
      highlighting: highlighter.map(CodeHighlighting.init))
  }

  /// The page with all questions.
  public func questionnaire(diagnostics: inout [Diagnostic]) -> Questionnaire {
    Questionnaire(shared, diagnostics: &diagnostics)
  }

  /// The files of one team. Where the diagnostics have an error they must not be written.
  ///
  /// - Parameter sideBySide: whether to use all processors for this one team, where it is not one of many.
  public func pages(of tailored: TailoredPlaybook, sideBySide: Bool, diagnostics: inout [Diagnostic])
    -> RenderedTeam
  {
    let team = TeamSite(tailored, shared: shared)
    let record = PlaybookRecord(tailored, pages: team.pages.map(team.record(of:)), words: shared.words)
    // What takes longest is begun first, so that nobody waits for it at the end.
    let long: [Part] = [.page(.print), .data]
    let order = long + team.pages.filter { $0 != .print }.map(Part.page)
    let make = { @Sendable (part: Part, diagnostics: inout [Diagnostic]) in
      made(part, of: team, record, &diagnostics)
    }
    let results =
      sideBySide ? order.mappedSideBySide(&diagnostics, make) : order.map { make($0, &diagnostics) }
    let parts = results.dropFirst(long.count) + results.prefix(long.count)
    let files = parts.flatMap(\.files)
    let known = Set(
      (shared.theme.assets.files + files).map(\.path.text) + [Portfolio.path.text, Questionnaire.path.text]
        + shared.theme.ownPages.map(\.path.text))
    var check = LinkCheck(parts.compactMap(\.checked), otherFiles: known)
    check.run(diagnostics: &diagnostics)
    let search = SearchIndex(pages: parts.compactMap(\.searched))
    let index = search.bytes
    search.check(index, of: team.key, &diagnostics)
    let searched = SiteFile(team.path(of: SearchIndex.fileName), bytes: index)
    return RenderedTeam(files: files + [searched], record: record)
  }

  /// What is made of a team on its own.
  private enum Part {
    case page(TeamPage)
    /// The files for programs.
    case data
  }

  /// Finished files, with what is asked of a page once all are there.
  private struct MadePart {
    var files: [SiteFile]
    var checked: LinkCheck.Page?
    /// Nil for the page that says again what the others say.
    var searched: SearchIndex.Page?
  }

  private func made(
    _ part: Part, of team: TeamSite, _ record: PlaybookRecord, _ diagnostics: inout [Diagnostic]
  ) -> MadePart {
    switch part {
    case .page(let page):
      var context = PageContext(team, page)
      let html = html(of: page, in: &context)
      let path = team.path(of: page)
      diagnostics += context.diagnostics
      return MadePart(
        files: [SiteFile(path, bytes: html)],
        checked: LinkCheck.Page(path: path.text, html: html, written: context.outsideLinks),
        searched: page == .print ? nil : SearchIndex.Page(page.path, html))
    case .data:
      let work = team.steps.map(team.work(of:))
      let files = [
        (PlaybookRecord.fileName, record.json),
        (PageTexts.fileName, PlaybookDocument(team, work: work).bytes),
        (DecisionRecord.fileName, DecisionRecord(team.tailored, words: shared.words).bytes),
        (StepsTable.fileName, StepsTable(team, work: work).bytes),
      ]
      return MadePart(files: files.map { SiteFile(team.path(of: $0), bytes: $1) })
    }
  }

  private func html(of page: TeamPage, in context: inout PageContext) -> [UInt8] {
    let (theme, tailored) = (shared.theme, context.tailored)
    switch page {
    case .overview: return theme.overview.html(OverviewPage(in: &context))
    case .decision: return theme.decision.html(DecisionPage(in: &context))
    case .plan: return theme.plan.html(PlanPage(in: &context))
    case .candidates:
      return tailored.candidates.map { theme.candidates.html(CandidatesPage($0, in: context)) } ?? []
    case .scorecard: return theme.scorecard.html(ScorecardPage(in: context))
    case .guides: return theme.guides.html(GuidesPage(in: context))
    case .answers: return theme.answers.html(AnswersPage(in: &context))
    case .sources: return theme.sources.html(SourcesPage(in: &context))
    case .glossary: return theme.glossary.html(GlossaryPage(in: &context))
    case .print: return theme.print.html(PrintPage(in: &context))
    case .criterion(let id):
      let place = shared.criterionOrder[id]
      return place.map { theme.criterion.html(CriterionPage(tailored.criteria[$0], in: &context)) } ?? []
    case .step(let id):
      if let place = context.team.stepOrder[id] {
        return theme.step.html(StepPage(context.team.steps[place], in: &context))
      }
      let possible = tailored.plan.possible.first { $0.step.id == id }
      return possible.map { theme.step.html(StepPage($0, in: &context)) } ?? []
    case .guide(let id):
      let index = tailored.guides.firstIndex { $0.id == id }
      return index.map { theme.guide.html(GuidePage(at: $0, in: &context)) } ?? []
    }
  }
}

extension CodeHighlighting {
  /// The parts that a highlighter tells apart, with the names of their kinds as classes.
  fileprivate init(_ highlighter: Highlighter) {
    self.init { code, language in
      highlighter.parts(of: code, in: language).map { CodeSpan($0.range, className: $0.kind.rawValue) }
    }
  }
}

extension PageTemplate {
  /// A page's bytes. No value of a page is open: what is open has flags and sentences of its own.
  func html(_ model: Model) -> [UInt8] {
    var buffer: [UInt8] = []
    buffer.reserveCapacity(32 << 10)
    render(model, into: &buffer) { _, _ in }
    return buffer
  }
}

extension TeamSite {
  /// The path of a page from the site's folder.
  fileprivate func path(of page: TeamPage) -> RelativePath { path(of: page.path) }

  fileprivate func path(of file: String) -> RelativePath {
    do {
      return try RelativePath("\(key)/\(file)")
    } catch {
      preconditionFailure("Ids make portable paths: \(error)")
    }
  }

  /// A page as playbook.json lists it.
  fileprivate func record(of page: TeamPage) -> PlaybookRecord.Page {
    let title: String? =
      switch page {
      case .criterion(let id): shared.title(of: ContentLink(kind: .criterion, id: id.text))
      case .step(let id): shared.title(of: ContentLink(kind: .step, id: id.text))
      case .guide(let id): shared.title(of: ContentLink(kind: .guide, id: id.text))
      case .overview, .decision, .plan, .candidates, .scorecard, .guides, .answers, .sources, .glossary,
        .print:
        nil
      }
    return PlaybookRecord.Page(path: page.path, title: title)
  }
}
