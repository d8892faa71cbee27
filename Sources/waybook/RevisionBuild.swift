import ArgumentParser
import Authoring
import Diagnostics
import Foundation
import Processes
import Publishing

/// The sites of a revision and of the working folder, built by this same program in a folder that goes away.
struct RevisionBuild {
  /// What came of a build.
  enum Outcome {
    /// A site, and what was said of teams with mistakes, which it has no pages of.
    case built(BuiltSite, said: String)
    /// Mistakes kept it from being built; what was said of them.
    case failed(said: String)
  }

  let base: GitRevision
  /// Where the input is; paths in the repository are those of each of the two.
  let options: InputOptions
  /// The folder of the project's own templates, where an option names it.
  let templates: String?

  /// Where a build finds its input.
  private struct Paths {
    var playbook: String?
    var teams: String?
    var answers: [String]
    var templates: String?

    var arguments: [String] {
      let folders = [("--playbook", playbook), ("--teams", teams), ("--templates", templates)]
      return folders.flatMap { option, path in path.map { [option, $0] } ?? [] }
        + (answers.isEmpty ? [] : ["--answers"] + answers)
    }
  }

  /// Builds both, and works with them while they are there.
  ///
  /// - Throws: `InputError`, `ProcessError`, `PublishingError`, and, where a build has said why, an exit code, where the
  ///   world fails; what the work throws.
  func withSites<Result>(_ work: (_ old: Outcome, _ new: Outcome) throws -> Result) async throws -> Result {
    let temporary = FileManager.default.temporaryDirectory.path(percentEncoded: false)
    let folder = try ScratchFolder(in: temporary, name: "waybook-diff")
    defer {
      // What is left in a folder for temporary files, the system takes away.
      _ = try? folder.remove()
    }
    let before = try await base.checkedOut(in: folder.path)
    let old =
      if let paths = try await pathsOfBase(in: before) {
        try await site(paths, in: before, output: "\(folder.path)/old")
      } else {
        Outcome.built(.none, said: "")
      }
    return try work(old, try await site(paths { $0 }, in: nil, output: "\(folder.path)/new"))
  }

  /// What the options name, each path by the name that it has for the build.
  private func paths(_ named: (String) -> String) -> Paths {
    Paths(
      playbook: options.playbook.map(named), teams: options.teams.map(named),
      answers: options.answers.map(named), templates: templates.map(named))
  }

  /// What the options name in the revision; nil where it has no playbook or no answers yet.
  ///
  /// Answers that git is told to ignore, such as those that a CI job collects, are the same for both.
  ///
  /// - Parameter folder: the working folder's like.
  private func pathsOfBase(in folder: String) async throws -> Paths? {
    func isThere(_ path: String) -> Bool {
      InputFolder.isThere(path.hasPrefix("/") ? path : "\(folder)/\(path)")
    }
    // What the project files have wrong, the builds report.
    var known: [Diagnostic] = []
    let files = isThere(ProjectFile.name) ? [ProjectFile.name] : []
    let before = ProjectFile.load(from: .disk(folder, files: files), diagnostics: &known)
    var paths = paths(base.named)
    // A name that is no folder is that of a bundled playbook, or a mistake.
    guard let playbook = paths.playbook ?? before.playbook?.value,
      isThere(playbook) || !InputFolder.exists(options.playbook ?? playbook)
    else { return nil }
    if let templates = paths.templates, !isThere(templates) { paths.templates = nil }
    guard paths.answers.isEmpty else { return paths.answers.allSatisfy(isThere) ? paths : nil }
    if let teams = paths.teams ?? before.teams?.value, isThere(teams) { return paths }
    guard let teams = options.teams ?? Input.project(diagnostics: &known).teams?.value,
      try await base.ignores(teams)
    else { return nil }
    paths.teams = teams.hasPrefix("/") ? teams : "\(FileManager.default.currentDirectoryPath)/\(teams)"
    return paths
  }

  /// The site of a folder. Teams with mistakes are left out, and known as such.
  private func site(_ paths: Paths, in folder: String?, output: String) async throws -> Outcome {
    guard let executable = Bundle.main.executableURL?.path(percentEncoded: false) else {
      preconditionFailure("A running program has a file")
    }
    let run = try await OtherProgram(executable)
      .run(["build", "--keep-going", "--output", output] + paths.arguments, in: folder)
    switch run.status {
    case 0, ExitCode.someTeamsFailed.rawValue:
      // What the build made where is nothing to the reader of a comparison.
      let lines = run.stderr.split(separator: "\n", omittingEmptySubsequences: false)
      return .built(
        try BuiltSite(output), said: lines.filter { !$0.hasPrefix("waybook: ") }.joined(separator: "\n"))
    case ExitCode.problemsInInput.rawValue, ExitCode.validationFailure.rawValue:
      return .failed(said: run.stderr)
    default:
      Console.tell(run.stderr)
      throw ExitCode.worldFailed
    }
  }
}
