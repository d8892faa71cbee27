import ArgumentParser
import Authoring
import Diagnostics

/// The options that say where the input is; what they leave out comes from waybook.yaml.
struct InputOptions: ParsableArguments {
  @Option(help: "The playbook's folder, or the name of a bundled one.", completion: .directory)
  var playbook: String?

  @Option(help: "The folder of the answers files.", completion: .directory)
  var teams: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Single answers files instead of a folder.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var answers: [String] = []

  func validate() throws {
    if teams != nil, !answers.isEmpty {
      throw ValidationError("Give either --teams or --answers, not both.")
    }
  }
}

/// What a command works on: the project file, the playbook and the answers files.
struct Input {
  /// What waybook.yaml says.
  let project: ProjectFile
  /// The playbook; nil where there is none to be read.
  let playbook: Playbook?
  /// The answers files; nil where none are named.
  let teams: TeamsFolder?

  /// What is said where answers are needed and none are named.
  static let noAnswers = ValidationError(
    "No answers are named: give --teams DIR or --answers FILE, or write 'teams:' in waybook.yaml.")

  /// Loads what options and waybook.yaml name.
  ///
  /// - Parameter newAnswers: whether answers that are named may not be there yet.
  /// - Throws: `InputError` where something that is named is not there; a usage error where no playbook is named.
  init(_ options: InputOptions, newAnswers: Bool = false, diagnostics: inout [Diagnostic]) throws {
    let project = Self.project(diagnostics: &diagnostics)
    try self.init(options, project, newAnswers: newAnswers, diagnostics: &diagnostics)
  }

  /// Loads what options and a project file name.
  ///
  /// - Throws: `InputError` where something that is named is not there; a usage error where no playbook is named.
  init(
    _ options: InputOptions, _ project: ProjectFile, newAnswers: Bool = false, diagnostics: inout [Diagnostic]
  ) throws {
    self.project = project
    playbook = try Self.playbook(options.playbook, project, diagnostics: &diagnostics)
    teams = try Self.teams(options, project, newAnswers: newAnswers, diagnostics: &diagnostics)
  }

  /// The answers files that options or else waybook.yaml name; nil where none are named.
  ///
  /// - Parameter newAnswers: whether answers that are named may not be there yet.
  /// - Throws: `InputError` where they are not there.
  static func teams(
    _ options: InputOptions, _ project: ProjectFile, newAnswers: Bool = false, diagnostics: inout [Diagnostic]
  ) throws -> TeamsFolder? {
    if !options.answers.isEmpty {
      let files = newAnswers ? .disk("", files: options.answers) : try InputFolder.named(options.answers)
      return TeamsFolder(single: files, diagnostics: &diagnostics)
    }
    guard let path = folder(options.teams, else: project.teams, diagnostics: &diagnostics) else { return nil }
    let isNew = newAnswers && !InputFolder.exists(path)
    return TeamsFolder(isNew ? .disk(path, files: []) : try .disk(path), diagnostics: &diagnostics)
  }

  /// What waybook.yaml says, where there is one.
  static func project(diagnostics: inout [Diagnostic]) -> ProjectFile {
    let folder = InputFolder.disk("", files: InputFolder.isThere(ProjectFile.name) ? [ProjectFile.name] : [])
    return ProjectFile.load(from: folder, diagnostics: &diagnostics)
  }

  /// A folder that an option or else waybook.yaml names; nil, with a diagnostic, where the file names one that is
  /// not there.
  static func folder(_ option: String?, else named: Located<String>?, diagnostics: inout [Diagnostic])
    -> String?
  {
    if let option { return option }
    guard let named, !InputFolder.exists(named.value) else { return named?.value }
    diagnostics.append(.noSuchFolder(named))
    return nil
  }

  /// The playbook that an option or else waybook.yaml names; nil, with diagnostics, where there is none to be read.
  ///
  /// - Throws: `InputError` where it cannot be read; a usage error where none is named.
  static func playbook(_ option: String?, _ project: ProjectFile, diagnostics: inout [Diagnostic]) throws
    -> Playbook?
  {
    try playbookFolder(option, project, diagnostics: &diagnostics).flatMap {
      Playbook.load($0, diagnostics: &diagnostics)
    }
  }

  /// The folder of that playbook.
  static func playbookFolder(_ option: String?, _ project: ProjectFile, diagnostics: inout [Diagnostic])
    throws
    -> InputFolder?
  {
    guard let name = option ?? project.playbook?.value else {
      if diagnostics.containsErrors { return nil }
      throw ValidationError(
        "No playbook is named: give --playbook DIR, or write 'playbook:' in waybook.yaml.")
    }
    guard let path = InstalledFiles.playbook(name) else {
      if option == nil, let named = project.playbook {
        diagnostics.append(.noSuchFolder(named, hint: ", and no bundled playbook of that name"))
        return nil
      }
      throw InputError(path: name, reason: "There is no such folder, and no bundled playbook of that name")
    }
    return try .disk(path)
  }
}
