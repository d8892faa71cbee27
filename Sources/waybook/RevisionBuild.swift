import ArgumentParser
import Authoring
import Foundation
import Processes

/// The sites of a revision and of the working folder, built by this same program in a folder that goes away.
struct RevisionBuild {
  /// A site that could not be built, and what was said.
  struct Failure: Error {
    /// Which of them it was.
    let name: String
    /// What was said.
    let said: String
  }

  private let base: GitRevision
  private let options: InputOptions
  private let templates: String?

  /// - Parameters:
  ///   - options: where the input is; paths in the repository are those of each of the two.
  ///   - templates: the folder of the project's own templates, where an option names it.
  init(since base: GitRevision, _ options: InputOptions, templates: String?) {
    (self.base, self.options, self.templates) = (base, options, templates)
  }

  /// The options of a build, each path by the name that it has for the build.
  private func arguments(_ named: (String) -> String) -> [String] {
    let folders = [("--playbook", options.playbook), ("--teams", options.teams), ("--templates", templates)]
    return folders.flatMap { option, path in path.map { [option, named($0)] } ?? [] }
      + (options.answers.isEmpty ? [] : ["--answers"] + options.answers.map(named))
  }

  /// Builds both, the older first, and works with them while they are there.
  ///
  /// - Throws: `Failure` where one has mistakes; `InputError` and `ProcessError` where the world fails; what the work
  ///   throws.
  func withSites<Result>(_ work: (_ old: BuiltSite, _ new: BuiltSite) throws -> Result) async throws -> Result
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: "waybook-diff-\(UUID().uuidString)")
    let place = folder.path(percentEncoded: false)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer {
      // What is left in a folder for temporary files, the system takes away.
      _ = try? FileManager.default.removeItem(at: folder)
    }
    let old = try await base.checkedOut(at: "\(place)/base") {
      try await site(arguments(base.named), in: $0, output: "\(place)/old", of: "the revision '\(base.name)'")
    }
    let new = try await site(arguments { $0 }, in: nil, output: "\(place)/new", of: "the working folder")
    return try work(old, new)
  }

  /// The site of a folder. Teams with mistakes are left out, and known as such.
  private func site(_ arguments: [String], in folder: String?, output: String, of name: String) async throws
    -> BuiltSite
  {
    guard let executable = Bundle.main.executableURL?.path(percentEncoded: false) else {
      preconditionFailure("A running program has a file")
    }
    let run = try await OtherProgram(executable)
      .run(["build", "--keep-going", "--output", output] + arguments, in: folder)
    guard run.succeeded || run.status == ExitCode.someTeamsFailed.rawValue else {
      throw Failure(name: name, said: run.stderr)
    }
    return try BuiltSite(output)
  }
}
