import ArgumentParser
import Authoring
import Diagnostics
import Foundation

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

  /// Loads what options and waybook.yaml name.
  ///
  /// - Throws: `InputError` where something cannot be read; a usage error where no playbook is named.
  init(_ options: InputOptions, diagnostics: inout [Diagnostic]) throws {
    project = try Self.project(diagnostics: &diagnostics)
    playbook = try Self.playbook(options.playbook, project, diagnostics: &diagnostics)
    if !options.answers.isEmpty {
      teams = TeamsFolder(single: .disk("", files: options.answers), diagnostics: &diagnostics)
    } else if let path = Self.folder(options.teams, else: project.teams, diagnostics: &diagnostics) {
      teams = try TeamsFolder(.disk(path), diagnostics: &diagnostics)
    } else {
      teams = nil
    }
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

  /// What waybook.yaml says, if there is one.
  ///
  /// - Throws: `InputError` where it cannot be read.
  static func project(diagnostics: inout [Diagnostic]) throws -> ProjectFile {
    let hasFile = FileManager.default.fileExists(atPath: ProjectFile.name)
    let folder = InputFolder.disk("", files: hasFile ? [ProjectFile.name] : [])
    return try ProjectFile.load(from: folder, diagnostics: &diagnostics)
  }

  /// The playbook that an option or else waybook.yaml names; nil, with diagnostics, where there is none to be read.
  ///
  /// - Throws: `InputError` where it cannot be read; a usage error where none is named.
  static func playbook(_ option: String?, _ project: ProjectFile, diagnostics: inout [Diagnostic]) throws
    -> Playbook?
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
    return try Playbook.load(.disk(path), diagnostics: &diagnostics)
  }
}
