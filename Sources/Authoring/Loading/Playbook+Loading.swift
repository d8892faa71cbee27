public import Diagnostics
import Templating
import YAML

extension Playbook {
  /// Loads and checks a playbook's folder.
  ///
  /// Everything wrong is among the diagnostics; the playbook is fit for use only where none of them is an error.
  ///
  /// - Returns: nil where the folder holds no playbook.yaml that can be read at all.
  /// - Throws: `InputError` where a file cannot be read.
  public static func load(_ folder: InputFolder, diagnostics: inout [Diagnostic]) throws(InputError)
    -> Playbook?
  {
    var loader = PlaybookLoader(folder: folder)
    let loaded = try loader.load()
    diagnostics += loader.diagnostics
    guard var playbook = loaded else { return nil }
    playbook.facts = DerivedNames(playbook).typedFacts(of: playbook, diagnostics: &diagnostics)
    PlaybookCheck(playbook, ids: loader.ids).run(&diagnostics)
    return playbook
  }
}

/// Reads the files of a playbook's folder, each kind in its place.
struct PlaybookLoader {
  let folder: InputFolder
  var diagnostics: [Diagnostic] = []
  /// The ids of all files, also of those that could not be read, so that a link to one is no second mistake.
  private(set) var ids = ContentIDs()

  init(folder: InputFolder) { self.folder = folder }

  mutating func load() throws(InputError) -> Playbook? {
    guard folder.files.contains("playbook.yaml") else {
      diagnostics.append(.noPlaybook(in: folder.path))
      return nil
    }
    reportStrangers()
    guard let header = try read("playbook.yaml", .playbookHeader) else { return nil }
    ids.unread = header.unread
    var groups: [QuestionGroup] = []
    for file in folder.files(in: "questions", ending: "yaml") {
      guard let id = id(of: file, ending: ".yaml") else { continue }
      if let group = try read(file, .questionGroup(id: id)) { groups.append(group) }
    }
    let questions = QuestionIndex(groups.flatMap(\.questions))
    var playbook = Playbook(header, folder: folder.path, questionGroups: groups)
    playbook.criteria = try pages(in: "criteria", \.criteria) { id, _, body in
      .criterion(id: id, body: body, questions: questions)
    }
    playbook.steps = try pages(in: "steps", \.steps) { [playbook] id, fileName, body in
      .step(id: id, fileName: fileName, body: body, in: playbook)
    }
    playbook.guides = try pages(in: "guides", \.guides) { .guide(id: $0, fileName: $1, body: $2) }
    playbook.sources = try readIfThere("sources.yaml", .sourcesFile, noun: "source") ?? []
    playbook.terms = try readIfThere("glossary.yaml", .glossaryFile, noun: "term") ?? []
    for file in folder.files(in: "data", ending: "yaml") {
      let stem = file.dropFirst("data/".count).dropLast(".yaml".count)
      guard let name = Name(String(stem)) else {
        diagnostics.append(.fileIsNoName(folder.shownPath(of: file), stem: String(stem)))
        continue
      }
      let value: DataValue? = try read(file, .data)
      playbook.data[name] = value
    }
    for file in folder.files(in: "tests", ending: "yaml") {
      playbook.tests += try read(file, .playbookTests(of: playbook)) ?? []
    }
    return playbook
  }
}

extension PlaybookLoader {
  private func isKnown(_ file: String) -> Bool {
    let parts = file.split(separator: "/").map(String.init)
    switch (parts.count, parts[0]) {
    case (1, "playbook.yaml"), (1, "sources.yaml"), (1, "glossary.yaml"): return true
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

  private mutating func read<Value>(_ file: String, _ form: Form<Value>) throws(InputError) -> Value? {
    guard let source = try folder.source(file, diagnostics: &diagnostics) else { return nil }
    guard let root = YAMLDocument(parsing: source, diagnostics: &diagnostics).root else {
      diagnostics.append(.emptyFile(source.path))
      return nil
    }
    return form.read(root, &diagnostics)
  }

  private mutating func readIfThere<Value>(_ file: String, _ form: Form<Value>, noun: String)
    throws(InputError) -> Value?
  {
    guard folder.files.contains(file) else { return nil }
    let value = try read(file, form)
    if value == nil { ids.unread.insert(noun) }
    return value
  }

  /// The Markdown files of a folder: front matter and body.
  private mutating func pages<Value>(
    in directory: String, _ kind: WritableKeyPath<ContentIDs, [Slug: String]>,
    _ form: (Slug, String, MarkdownText?) -> Form<Value>
  ) throws(InputError) -> [Value] {
    var pages: [Value] = []
    for file in folder.files(in: directory, ending: "md") {
      guard let id = id(of: file, ending: ".md") else { continue }
      if let other = ids[keyPath: kind].updateValue(file, forKey: id) {
        diagnostics.append(.sameID(id, folder.shownPath(of: file), folder.shownPath(of: other)))
      }
      guard let source = try folder.source(file, diagnostics: &diagnostics) else { continue }
      let matter = FrontMatter.split(source, diagnostics: &diagnostics)
      let body = markdown(matter.body)
      guard let root = matter.document?.root else {
        diagnostics.append(.noFrontMatter(source.path))
        continue
      }
      if let page = form(id, String(file.dropFirst(directory.count + 1)), body).read(root, &diagnostics) {
        pages.append(page)
      }
    }
    return pages
  }

  private mutating func markdown(_ body: LocatedText) -> MarkdownText? {
    guard body.text.contains(where: { !$0.isWhitespace }) else { return nil }
    return MarkdownText(
      template: Template(parsing: body, as: .markdown, diagnostics: &diagnostics), layout: .blocks)
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

/// The files of a playbook by id.
struct ContentIDs {
  var criteria: [Slug: String] = [:]
  var steps: [Slug: String] = [:]
  var guides: [Slug: String] = [:]
  /// The kinds of names of which none could be read, so that a name of this kind is no second mistake.
  var unread: Set<String> = []
}

extension Playbook {
  /// A playbook with the keys of playbook.yaml and its questions, and nothing else yet.
  fileprivate init(_ header: PlaybookHeader, folder: String, questionGroups: [QuestionGroup]) {
    self.init(
      folder: folder, id: header.id, title: header.title, version: header.version, summary: header.summary,
      subject: header.subject, options: header.options, verdicts: header.verdicts, enough: header.enough,
      answersValidDays: header.answersValidDays, themes: header.themes, facts: header.facts,
      phases: header.phases, candidates: header.candidates, moments: header.moments,
      measures: header.measures, migrations: header.migrations, allowsHTML: header.allowsHTML,
      questionGroups: questionGroups, criteria: [], steps: [], guides: [], data: [:], sources: [], terms: [],
      tests: [])
  }
}

extension Playbook {
  /// The playbook's own example answers; nil where it has none.
  ///
  /// - Throws: `InputError` where they cannot be read.
  public func examples(diagnostics: inout [Diagnostic]) throws(InputError) -> TeamsFolder? {
    let examples = "\(folder)/examples"
    guard InputFolder.exists(examples) else { return nil }
    return try TeamsFolder(try .disk(examples), diagnostics: &diagnostics)
  }
}
