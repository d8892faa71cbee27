public import Diagnostics
import YAML

/// The answers files of a project, and which playbook sites they make.
///
/// `_all.yaml` is inherited by every team, `<team>/_team.yaml` by the subjects of a team; the nearest answer wins.
public struct TeamsFolder: Sendable {
  /// One site: its key and its file.
  public struct Entry: Hashable, Sendable {
    /// Where on the site it stands.
    public let key: TeamKey
    /// The answers file, relative to the folder.
    public let file: String
  }

  /// The sites, in the order of their keys.
  public let entries: [Entry]
  /// What was reported of files that are no team's.
  public let misplaced: [Diagnostic]
  /// Why a team of the folder cannot have a site.
  private let refused: [TeamKey: Diagnostic]
  private let folder: InputFolder
  private let documents: [String: YAMLDocument]
  /// The folder of a site that is no team's.
  private static let assetsFolder = "assets"

  /// Whether no team can have an id, since the site needs its folder.
  public static func isReserved(_ team: Slug) -> Bool { team.text == assetsFolder }

  /// Lists a folder of answers files, and reads what is shared.
  public init(_ folder: InputFolder, diagnostics: inout [Diagnostic]) {
    self.folder = folder
    var entries: [Entry] = []
    var misplaced: [Diagnostic] = []
    var documents: [String: YAMLDocument] = [:]
    // A team's folder may be a link, which has no ending.
    for link in folder.deadLinks where !link.contains(".") {
      _ = folder.bytes(link, diagnostics: &diagnostics)
    }
    for file in folder.files where file.hasSuffix(".yaml") || file.hasSuffix(".yml") {
      let parts = file.split(separator: "/").map(String.init)
      let stem = Self.stem(of: parts[parts.count - 1])
      if parts.count <= 2, stem == (parts.count == 1 ? "_all" : "_team") {
        if let source = folder.source(file, diagnostics: &diagnostics) {
          documents[file] = YAMLDocument(parsing: source, diagnostics: &diagnostics)
        }
        continue
      }
      let slugs = (parts.dropLast() + [stem]).map { Slug($0) }
      switch (slugs.count, slugs.first ?? nil, slugs.last ?? nil) {
      case (1, let team?, _): entries.append(Entry(key: TeamKey(team: team), file: file))
      case (2, let team?, let subject?):
        entries.append(Entry(key: TeamKey(team: team, subject: subject), file: file))
      default: misplaced.append(.misplacedAnswersFile(folder.shownPath(of: file)))
      }
    }
    diagnostics += misplaced
    var refused: [TeamKey: Diagnostic] = [:]
    let folders = Dictionary(
      entries.filter { $0.key.subject != nil }.map { ($0.key.team, $0.file) }
    ) { first, _ in first }
    for entry in entries {
      let path = folder.shownPath(of: entry.file)
      if Self.isReserved(entry.key.team) {
        refused[entry.key] = .reservedTeam(entry.key.team, path)
      } else if entry.key.subject == nil, let other = folders[entry.key.team] {
        refused[entry.key] = .teamIsFileAndFolder(entry.key.team, path, folder.shownPath(of: other))
      }
    }
    self.entries = entries.sorted { $0.key < $1.key }
    (self.misplaced, self.refused, self.documents) = (misplaced, refused, documents)
  }

  /// Answers files given one by one; each makes a site of its own name and inherits nothing.
  ///
  /// - Parameter folder: holds just these files.
  public init(single folder: InputFolder, diagnostics: inout [Diagnostic]) {
    self.folder = folder
    (documents, refused) = ([:], [:])
    var entries: [Entry] = []
    var misplaced: [Diagnostic] = []
    for file in folder.files {
      let name = file.split(separator: "/").last ?? ""
      guard let team = Slug(Self.stem(of: String(name))) else {
        misplaced.append(.misplacedAnswersFile(folder.shownPath(of: file)))
        continue
      }
      if let other = entries.first(where: { $0.key.team == team }) {
        misplaced.append(.sameID(team, folder.shownPath(of: file), folder.shownPath(of: other.file)))
      } else {
        entries.append(Entry(key: TeamKey(team: team), file: file))
      }
    }
    diagnostics += misplaced
    self.misplaced = misplaced
    self.entries = entries.sorted { $0.key < $1.key }
  }

  /// Reads one site's answers, with what they inherit.
  ///
  /// - Returns: nil where the file cannot be read or is no answers file at all; mistakes in it are among the diagnostics.
  public func answers(_ entry: Entry, for playbook: Playbook, diagnostics: inout [Diagnostic])
    -> Answers?
  {
    guard let source = folder.source(entry.file, diagnostics: &diagnostics) else { return nil }
    return answers(entry, reading: source, for: playbook, diagnostics: &diagnostics)
  }

  /// The path of a site's answers file as shown to the user.
  public func path(of entry: Entry) -> String { folder.shownPath(of: entry.file) }

  /// Reads one site's answers from a text that may not be on disk yet, with what they inherit.
  ///
  /// - Parameter source: stands in for the entry's own file.
  /// - Returns: nil where it is no answers file at all; mistakes in it are among the diagnostics.
  public func answers(
    _ entry: Entry, reading source: SourceFile, for playbook: Playbook, diagnostics: inout [Diagnostic]
  ) -> Answers? {
    if let refusal = refused[entry.key] {
      diagnostics.append(refusal)
      return nil
    }
    let document = YAMLDocument(parsing: source, diagnostics: &diagnostics)
    let questions = QuestionIndex(playbook)
    func read(
      _ document: YAMLDocument?, _ origin: Answer.Origin, inheriting reference: PlaybookReference?,
      _ diagnostics: inout [Diagnostic]
    ) -> AnswersFile? {
      guard let document else { return nil }
      guard let root = document.root else { return AnswersFile(saysNothing: document.file) }
      let form = Form<AnswersFile>.answersFile(
        for: playbook, questions, origin: origin, inheriting: reference)
      return form.read(root, &diagnostics)
    }
    let teamFile = entry.key.subject == nil ? nil : documents[sharedFile(of: entry.key.team)]
    let all = read(
      documents["_all.yaml"] ?? documents["_all.yml"], .all, inheriting: nil, &diagnostics)
    let team = read(teamFile, .team, inheriting: nil, &diagnostics)
    guard let own = read(document, .own, inheriting: team?.playbook?.value, &diagnostics) else { return nil }
    for file in [team, own].compactMap(\.self) { diagnostics += (file.components ?? []).duplicates }
    let answers = own.inheriting(team, all, key: entry.key, playbook: playbook, file: source.path)
    for question in questions.required where answers.answers[question.id] == nil {
      diagnostics.append(.requiredQuestionOpen(question, at: own.location))
    }
    return answers
  }

  /// A file's name without its ending.
  private static func stem(of name: String) -> String {
    String(name.dropLast(name.hasSuffix(".yaml") ? 5 : name.hasSuffix(".yml") ? 4 : 0))
  }

  private func sharedFile(of team: Slug) -> String {
    let yaml = "\(team)/_team.yaml"
    return documents[yaml] != nil ? yaml : "\(team)/_team.yml"
  }
}

extension AnswersFile {
  /// A file that holds nothing but comments: everything in it is open.
  fileprivate init(saysNothing file: SourceFile) {
    self.init(answers: [:], progress: [:], measurements: [:], location: file.wholeLocation)
  }

  /// The answers of a site: the nearest file's word for each key, and for each question, those about a component
  /// included.
  fileprivate func inheriting(
    _ team: AnswersFile?, _ all: AnswersFile?, key: TeamKey, playbook: Playbook, file: String
  )
    -> Answers
  {
    func nearest<Value>(_ value: (AnswersFile) -> Value?) -> Value? { value(self) ?? team.flatMap(value) }
    let reference = nearest(\.playbook)
    return Answers(
      key: key,
      playbook: reference.map { Located($0.value.id, at: $0.location) } ?? Located(playbook.id, at: location),
      version: reference.flatMap { reference in
        reference.value.version.map { Located($0, at: reference.location) }
      },
      team: nearest(\.team) ?? key.team.text,
      subject: nearest(\.subject) ?? key.subject?.text ?? key.team.text,
      people: nearest(\.people), availability: nearest(\.availability), start: nearest(\.start),
      isListed: nearest(\.listed) ?? true,
      answers: (all?.answers ?? [:]).merging(team?.answers ?? [:]) { $1 }.merging(answers) { $1 },
      components: (team?.components ?? []).overridden(by: components ?? []), decision: nearest(\.decision),
      progress: (team?.progress ?? [:]).merging(progress) { $1 },
      measurements: (team?.measurements ?? [:]).merging(measurements) { $0.merging($1) { $1 } },
      file: file, location: location)
  }
}

extension [Answers.Component] {
  /// With what a nearer file says of them, and those that it adds.
  fileprivate func overridden(by nearer: [Answers.Component]) -> [Answers.Component] {
    let inherited = map { component in
      guard let own = nearer.first(where: { $0.id == component.id }) else { return component }
      var merged = own
      if own.title == own.id.text { merged.title = component.title }
      merged.answers = component.answers.merging(own.answers) { $1 }
      return merged
    }
    return inherited + nearer.filter { own in !contains { $0.id == own.id } }
  }

  /// A diagnostic for each whose id is taken by an earlier one.
  var duplicates: [Diagnostic] {
    enumerated().compactMap { index, component in
      self[..<index].first { $0.id == component.id }.map {
        .duplicate(component.id.text, noun: "component", at: component.location, first: $0.location)
      }
    }
  }
}
