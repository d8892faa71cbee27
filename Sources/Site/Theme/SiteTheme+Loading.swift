public import Authoring
public import Diagnostics
import SiteFiles
import Templating

extension SiteTheme {
  /// Loads a theme and checks every template of it.
  ///
  /// - Parameters:
  ///   - defaults: the default theme's folder.
  ///   - overrides: a project's own folder; each file in it stands in for the default's of the same path, and
  ///     each of the words in its file of words for the default's of the same name.
  /// - Returns: nil where a template has a mistake; each is among the diagnostics.
  public static func load(
    defaults: InputFolder, overrides: InputFolder? = nil, diagnostics: inout [Diagnostic]
  ) -> SiteTheme? {
    var files = ThemeFiles()
    files.add(defaults, diagnostics: &diagnostics)
    if let overrides { files.override(with: overrides, &diagnostics) }
    return SiteTheme(files, diagnostics: &diagnostics)
  }

  private init?(_ files: ThemeFiles, diagnostics: inout [Diagnostic]) {
    let library = TemplateLibrary(files.templates, words: files.words.words)
    func page<Model: TemplateModel>(
      _ name: String, _ diagnostics: inout [Diagnostic]
    ) -> PageTemplate<Model>? {
      library.page(name, for: Model.self, diagnostics: &diagnostics)
    }
    // All of them are looked at before one is missed, so that every mistake is reported.
    let overview: PageTemplate<OverviewPage>? = page("overview", &diagnostics)
    let decision: PageTemplate<DecisionPage>? = page("decision", &diagnostics)
    let criterion: PageTemplate<CriterionPage>? = page("criterion", &diagnostics)
    let plan: PageTemplate<PlanPage>? = page("plan", &diagnostics)
    let step: PageTemplate<StepPage>? = page("step", &diagnostics)
    let candidates: PageTemplate<CandidatesPage>? = page("candidates", &diagnostics)
    let scorecard: PageTemplate<ScorecardPage>? = page("scorecard", &diagnostics)
    let guides: PageTemplate<GuidesPage>? = page("guides", &diagnostics)
    let guide: PageTemplate<GuidePage>? = page("guide", &diagnostics)
    let answers: PageTemplate<AnswersPage>? = page("answers", &diagnostics)
    let sources: PageTemplate<SourcesPage>? = page("sources", &diagnostics)
    let glossary: PageTemplate<GlossaryPage>? = page("glossary", &diagnostics)
    let print: PageTemplate<PrintPage>? = page("print", &diagnostics)
    let portfolio: PageTemplate<PortfolioPage>? = page("portfolio", &diagnostics)
    let questionnaire: PageTemplate<QuestionnairePage>? = page("answer", &diagnostics)
    let matrix: PageTemplate<MatrixPage>? = page("matrix", &diagnostics)
    let notFound: PageTemplate<NotFoundPage>? = page("404", &diagnostics)
    let navigation: PageTemplate<NavigationModel>? = page("navigation", &diagnostics)
    let citation: PageTemplate<CitationMark>? = page("marks/citation", &diagnostics)
    let open: PageTemplate<OpenMark>? = page("marks/open", &diagnostics)
    let names = files.templates.keys.filter { $0.hasPrefix(OwnPage.folder) }.sorted()
    let ownPages = names.compactMap { name in
      OwnPage(
        name, in: library, words: files.words,
        at: SourceLocation(file: files.templates[name]?.text.file.path ?? name),
        diagnostics: &diagnostics)
    }
    let words = Words(files.words, diagnostics: &diagnostics)
    guard let words, let overview, let decision, let criterion, let plan, let step, let candidates,
      let scorecard, let guides, let guide, let answers,
      let sources, let glossary, let print, let portfolio, let matrix, let notFound, let questionnaire,
      let navigation,
      let citation, let open, ownPages.count == names.count
    else { return nil }
    self.init(
      overview: overview, decision: decision, criterion: criterion, plan: plan, step: step,
      candidates: candidates, scorecard: scorecard, guides: guides,
      guide: guide, answers: answers, sources: sources, glossary: glossary, print: print,
      portfolio: portfolio, matrix: matrix, notFound: notFound, questionnaire: questionnaire,
      navigation: navigation, citation: citation, open: open, ownPages: ownPages, words: words,
      assets: ThemeAssets(files.assets))
  }
}

/// The files of a theme: the default's, with a project's own in their places.
private struct ThemeFiles {
  private static let ending = ".html"

  private(set) var templates: [String: Template] = [:]
  private(set) var words = WordsFile()
  /// What the files in `assets` hold, by path there.
  private(set) var assets: [String: [UInt8]] = [:]

  /// Puts a project's own files in the place of those that are there.
  mutating func override(with folder: InputFolder, _ diagnostics: inout [Diagnostic]) {
    let known = words
    add(folder, diagnostics: &diagnostics)
    reportUnused(of: folder, &diagnostics)
    let own = words.locations.filter { known.words[$0.key] == nil && !taken(words: $0.key) }
    for (name, location) in own {
      diagnostics.append(.unusedWords(name, at: location, among: known.words.keys.sorted()))
    }
  }

  /// Whether a template has a tag for words, which a theme may have of its own.
  private func taken(words name: String) -> Bool {
    templates[name.replacing("pages.", with: OwnPage.folder)] != nil
      || (Array(templates.values) + Array(words.words.values)).contains {
        $0.text.text.contains("words.\(name)}}")
      }
  }

  mutating func add(_ folder: InputFolder, diagnostics: inout [Diagnostic]) {
    words.merge(WordsFile.load(from: folder, diagnostics: &diagnostics))
    for file in folder.files {
      let isAsset = file.hasPrefix("assets/")
      guard isAsset || file.hasSuffix(Self.ending) else { continue }
      if isAsset {
        guard let bytes = folder.bytes(file, diagnostics: &diagnostics) else { continue }
        do {
          let name = String(file.dropFirst("assets/".count))
          try ThemeAssets.checkPath(name)
          assets[name] = bytes
        } catch {
          diagnostics.append(.assetPath(error.description, at: folder.shownPath(of: file)))
        }
      } else {
        guard let source = folder.source(file, diagnostics: &diagnostics) else { continue }
        let name = Self.templateName(of: file)
        templates[name] = Template(parsing: LocatedText(source), as: .html, diagnostics: &diagnostics)
      }
    }
  }

  /// Reports a project's templates that nothing takes in: most often a misspelt name, which changes nothing.
  private func reportUnused(of folder: InputFolder, _ diagnostics: inout [Diagnostic]) {
    var used = Set(SiteTheme.pageNames)
    for template in templates.values { used.formUnion(template.takenIn) }
    for file in folder.files where templates[Self.templateName(of: file)] != nil {
      let name = Self.templateName(of: file)
      guard !used.contains(name), !name.hasPrefix(OwnPage.folder) else { continue }
      diagnostics.append(.unusedTemplate(name, path: folder.shownPath(of: file), among: used.sorted()))
    }
  }

  private static func templateName(of file: String) -> String { String(file.dropLast(ending.count)) }
}

extension Template {
  /// The names in its `{{> name}}` and `{{< name}}` tags.
  fileprivate var takenIn: [String] {
    text.text.split(separator: "{{").compactMap { tag in
      guard let sign = tag.first, sign == ">" || sign == "<", let end = tag.firstRange(of: "}}") else {
        return nil
      }
      return tag[tag.index(after: tag.startIndex)..<end.lowerBound].split(separator: " ").joined()
    }
  }
}
