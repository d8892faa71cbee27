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
  private let arguments: [String]

  /// - Parameter options: where the input is; paths are those of each of the two.
  init(since base: GitRevision, _ options: InputOptions, templates: String?) {
    self.base = base
    arguments =
      options.playbook.map { ["--playbook", $0] } ?? []
      + (options.teams.map { ["--teams", $0] } ?? [])
      + (options.answers.isEmpty ? [] : ["--answers"] + options.answers)
      + (templates.map { ["--templates", $0] } ?? [])
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
      try await site(in: $0, output: "\(place)/old", of: "the revision '\(base.name)'")
    }
    return try work(old, try await site(in: nil, output: "\(place)/new", of: "the working folder"))
  }

  /// The site of a folder. Teams with mistakes are left out, and known as such.
  private func site(in folder: String?, output: String, of name: String) async throws -> BuiltSite {
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
