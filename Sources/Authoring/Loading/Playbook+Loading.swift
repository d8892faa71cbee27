public import Diagnostics

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
    playbook.questionGroups = questionGroups()
    let files = contentFiles()
    playbook.unread = unread
    let questions = QuestionIndex(playbook)
    let contents = files.mappedSideBySide(&diagnostics) { [folder, playbook] file, diagnostics in
      file.read(from: folder, of: playbook, questions, &diagnostics)
    }
    for (file, content) in zip(files, contents) { playbook.add(content, of: file.kind) }
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

  private mutating func questionGroups() -> [QuestionGroup] {
    let files = folder.files(in: "questions", ending: "yaml")
    let groups = files.map { ($0, id(of: $0, ending: ".yaml")) }.mappedSideBySide(&diagnostics) {
      [folder] file, diagnostics in
      file.1.flatMap { folder.read(file.0, .questionGroup(id: $0), &diagnostics) }
    }
    if !groups.allSatisfy({ $0?.isWhole ?? false }) { unread.insert(.question) }
    return groups.compactMap(\.self)
  }

  /// The files that add to playbook.yaml and the questions; what takes longest is read first, so that nobody waits
  /// for it at the end.
  private mutating func contentFiles() -> [ContentFile] {
    let lists: [ContentFile] = [.sources, .glossary].filter { folder.files.contains($0.path) }
    return lists + pages(in: "criteria", .criterion, \.criteria, ContentFile.criterion)
      + pages(in: "steps", .step, \.steps, ContentFile.step)
      + pages(in: "guides", .guide, \.guides, ContentFile.guide) + dataFiles()
  }

  /// The Markdown files of a folder.
  private mutating func pages(
    in directory: String, _ kind: NameKind, _ ids: WritableKeyPath<ContentIDs, [Slug: String]>,
    _ page: (String, Slug) -> ContentFile
  ) -> [ContentFile] {
    folder.files(in: directory, ending: "md").compactMap { file in
      guard let id = id(of: file, ending: ".md") else {
        unread.insert(kind)
        return nil
      }
      if let other = self.ids[keyPath: ids].updateValue(file, forKey: id) {
        diagnostics.append(.sameID(id, folder.shownPath(of: file), folder.shownPath(of: other)))
      }
      return page(file, id)
    }
  }

  private mutating func dataFiles() -> [ContentFile] {
    folder.files(in: "data", ending: "yaml").compactMap { file in
      let stem = String(file.dropFirst("data/".count).dropLast(".yaml".count))
      if let name = Name(stem) { return .data(file, name) }
      diagnostics.append(.fileIsNoName(folder.shownPath(of: file), stem: stem))
      unread.insert(.data)
      return nil
    }
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
