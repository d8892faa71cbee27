public import Diagnostics
import Templating
import YAML

extension Playbook {
  /// Loads and checks a playbook's folder.
  ///
  /// Everything wrong is among the diagnostics; the playbook is fit for use only where none of them is an error.
  ///
  /// - Returns: nil where the folder holds no playbook.yaml that can be read at all.
  public static func load(_ folder: InputFolder, diagnostics: inout [Diagnostic]) -> Playbook? {
    var loader = PlaybookLoader(folder: folder)
    let loaded = loader.load()
    diagnostics += loader.diagnostics
    guard var playbook = loaded else { return nil }
    playbook.facts = DerivedNames(playbook).typedFacts(of: playbook, diagnostics: &diagnostics)
    playbook.checkedTexts = PlaybookCheck(playbook, ids: loader.ids).run(&diagnostics)
    return playbook
  }
}

/// Reads the files of a playbook's folder, each kind in its place.
struct PlaybookLoader {
  let folder: InputFolder
  var diagnostics: [Diagnostic] = []
  /// The ids of all files, also of those that could not be read, so that a link to one is no second mistake.
  private(set) var ids = ContentIDs()
  /// The kinds of names of which some could not be read.
  private var unread: Set<NameKind> = []

  init(folder: InputFolder) { self.folder = folder }

  mutating func load() -> Playbook? {
    guard folder.files.contains("playbook.yaml") else {
      diagnostics.append(.noPlaybook(in: folder.path))
      return nil
    }
    reportStrangers()
    guard let header = read("playbook.yaml", .playbookHeader) else { return nil }
    var playbook = Playbook(header, folder: folder.path)
    unread = header.unread
    for file in folder.files(in: "questions", ending: "yaml") {
      let group = id(of: file, ending: ".yaml").flatMap { read(file, .questionGroup(id: $0)) }
      if let group { playbook.questionGroups.append(group) }
      if !(group?.isWhole ?? false) { unread.insert(.question) }
    }
    playbook.unread = unread
    let questions = QuestionIndex(playbook)
    playbook.criteria = pages(in: "criteria", .criterion, \.criteria) { id, _, body in
      .criterion(id: id, body: body, questions: questions)
    }
    playbook.steps = pages(in: "steps", .step, \.steps) { [playbook] id, fileName, body in
      .step(id: id, fileName: fileName, body: body, in: playbook)
    }
    playbook.guides = pages(in: "guides", .guide, \.guides) { .guide(id: $0, fileName: $1, body: $2) }
    playbook.sources = readIfThere("sources.yaml", .sourcesFile, .source) ?? []
    playbook.terms = readIfThere("glossary.yaml", .glossaryFile, .term) ?? []
    for file in folder.files(in: "data", ending: "yaml") {
      let stem = file.dropFirst("data/".count).dropLast(".yaml".count)
      guard let name = Name(String(stem)) else {
        diagnostics.append(.fileIsNoName(folder.shownPath(of: file), stem: String(stem)))
        unread.insert(.data)
        continue
      }
      let value: DataValue? = read(file, .data)
      playbook.data[name] = value
      if value == nil { unread.insert(.data) }
    }
    playbook.unread = unread
    playbook.reportDuplicates(&diagnostics)
    let tests = folder.files(in: "tests", ending: "yaml")
    playbook.tests = tests.mappedSideBySide(&diagnostics) { [folder, playbook] file, diagnostics in
      folder.read(file, .playbookTests(of: playbook), &diagnostics) ?? []
    }.flatMap(\.self)
    return playbook
  }
}

extension PlaybookLoader {
  private func isKnown(_ file: String) -> Bool {
    let parts = file.split(separator: "/").map(String.init)
    switch (parts.count, parts[0]) {
    case (1, "playbook.yaml"), (1, "sources.yaml"), (1, "glossary.yaml"): return true
    case (1, _) where folder.deadLinks.contains(file): return false
    case (1, _): return !file.hasSuffix(".yaml") && !file.hasSuffix(".yml")
    case (2, "questions"), (2, "data"), (2, "examples"), (2, "tests"): return file.hasSuffix(".yaml")
    case (2, "criteria"), (2, "steps"), (2, "guides"): return file.hasSuffix(".md")
    default: return parts.count == 3 && parts[0] == "examples" && file.hasSuffix(".yaml")
    }
  }

  /// A file in a place where nothing is read is most likely a misspelt name.
  private mutating func reportStrangers() {
    for file in folder.files where !isKnown(file) {
      diagnostics.append(.strangeFile(folder.shownPath(of: file)))
    }
  }

  private mutating func read<Value>(_ file: String, _ form: Form<Value>) -> Value? {
    folder.read(file, form, &diagnostics)
  }

  private mutating func readIfThere<Value>(_ file: String, _ form: Form<Listing<Value>>, _ kind: NameKind)
    -> [Value]?
  {
    guard folder.files.contains(file) else { return nil }
    let listing = read(file, form)
    if !(listing?.isWhole ?? false) { unread.insert(kind) }
    return listing?.items
  }

  /// The Markdown files of a folder.
  ///
  /// - Parameter form: of the front matter of the file with an id, a name and a body.
  private mutating func pages<Value: Sendable>(
    in directory: String, _ kind: NameKind, _ ids: WritableKeyPath<ContentIDs, [Slug: String]>,
    _ form: @Sendable (Slug, String, MarkdownText?) -> Form<Value>
  ) -> [Value] {
    let files = folder.files(in: directory, ending: "md")
    var named: [(file: String, id: Slug)] = []
    for file in files {
      guard let id = id(of: file, ending: ".md") else { continue }
      if let other = self.ids[keyPath: ids].updateValue(file, forKey: id) {
        diagnostics.append(.sameID(id, folder.shownPath(of: file), folder.shownPath(of: other)))
      }
      named.append((file, id))
    }
    let pages = named.mappedSideBySide(&diagnostics) { [folder] page, diagnostics in
      let name = String(page.file.dropFirst(directory.count + 1))
      return folder.page(page.file, &diagnostics) { form(page.id, name, $0) }
    }.compactMap(\.self)
    if pages.count < files.count { unread.insert(kind) }
    return pages
  }

  /// The id in a file's name: without the ending and a leading number that only orders.
  private mutating func id(of file: String, ending: String) -> Slug? {
    let name = file.split(separator: "/").last.map { String($0.dropLast(ending.count)) } ?? file
    let digits = name.prefix { $0.isASCII && $0.isNumber }
    let stem =
      !digits.isEmpty && name.dropFirst(digits.count).first == "-"
      ? name.dropFirst(digits.count + 1) : name[...]
    if let id = Slug(String(stem)) { return id }
    diagnostics.append(.fileIsNoID(folder.shownPath(of: file), stem: String(stem)))
    return nil
  }
}

extension InputFolder {
  /// Reads a YAML file; nil, after a diagnostic, where it cannot be read or does not have the form.
  fileprivate func read<Value>(_ file: String, _ form: Form<Value>, _ diagnostics: inout [Diagnostic])
    -> Value?
  {
    guard let source = source(file, diagnostics: &diagnostics) else { return nil }
    guard let root = YAMLDocument(parsing: source, diagnostics: &diagnostics).root else {
      diagnostics.append(.emptyFile(source.path))
      return nil
    }
    return form.read(root, &diagnostics)
  }

  /// Reads a Markdown file: front matter, whose form may take up the body. Nil, after a diagnostic, as above.
  fileprivate func page<Value>(
    _ file: String, _ diagnostics: inout [Diagnostic], _ form: (MarkdownText?) -> Form<Value>
  ) -> Value? {
    guard let source = source(file, diagnostics: &diagnostics) else { return nil }
    let matter = FrontMatter.split(source, diagnostics: &diagnostics)
    var body: MarkdownText?
    if matter.body.text.contains(where: { !$0.isWhitespace }) {
      let template = Template(parsing: matter.body, as: .markdown, diagnostics: &diagnostics)
      body = MarkdownText(template: template, layout: .blocks)
    }
    guard let root = matter.document?.root else {
      diagnostics.append(.noFrontMatter(source.path))
      return nil
    }
    return form(body).read(root, &diagnostics)
  }
}

/// The files of a playbook by id.
struct ContentIDs {
  var criteria: [Slug: String] = [:]
  var steps: [Slug: String] = [:]
  var guides: [Slug: String] = [:]
}

extension Playbook {
  /// A playbook with the keys of playbook.yaml, and nothing else yet.
  init(_ header: PlaybookHeader, folder: String) {
    self.init(
      folder: folder, id: header.id, title: header.title, version: header.version, summary: header.summary,
      subject: header.subject, options: header.options, verdicts: header.verdicts, enough: header.enough,
      answersValidDays: header.answersValidDays, themes: header.themes, facts: header.facts,
      phases: header.phases, candidates: header.candidates, moments: header.moments,
      measures: header.measures, migrations: header.migrations, allowsHTML: header.allowsHTML,
      questionGroups: [], criteria: [], steps: [], guides: [], data: [:], sources: [], terms: [],
      tests: [], checkedTexts: [:])
  }
}

extension Playbook {
  /// The playbook's own example answers; nil where it has none.
  ///
  /// - Throws: `InputError` where the folder cannot be listed.
  public func examples(diagnostics: inout [Diagnostic]) throws(InputError) -> TeamsFolder? {
    let examples = "\(folder)/examples"
    guard InputFolder.exists(examples) else { return nil }
    return TeamsFolder(try .disk(examples), diagnostics: &diagnostics)
  }
}
