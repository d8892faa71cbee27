import Authoring
import Foundation
import Processes

/// A revision of the repository around the working folder.
struct GitRevision {
  /// The name that the user gave.
  let name: String
  private let commit: String
  /// The repository's folder.
  private let root: String
  /// Where the working folder is in it: `docs/`, or nothing.
  private let prefix: String

  /// Finds a revision.
  ///
  /// - Throws: `InputError` where there is no repository, or no such revision in it; `ProcessError` without git.
  init(_ name: String) async throws {
    self.name = name
    let places = try await Self.git("rev-parse", "--show-toplevel", "--show-prefix")
    let lines = places.stdout.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard places.succeeded, lines.count > 1 else {
      throw InputError(
        path: ".",
        reason:
          "--base takes a revision of the git repository around it, and git says: \(places.stderr.onOneLine)")
    }
    (root, prefix) = (lines[0], lines[1])
    let found = try await Self.git("rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}")
    guard found.succeeded, let commit = found.stdout.split(separator: "\n").first else {
      let isShallow = try await Self.git("rev-parse", "--is-shallow-repository").stdout.hasPrefix("true")
      throw InputError(
        path: name,
        reason: isShallow
          ? "This clone is shallow and does not have that revision; fetch it with 'git fetch --depth=1 origin' and "
            + "its name, or have the CI job check out the whole history (fetch-depth: 0, GIT_DEPTH: 0)"
          : "The repository has no such revision; 'git fetch' brings what others have")
    }
    self.commit = String(commit)
  }

  /// Copies the files of the revision, with the links and filters of a checkout; the repository stays as it is.
  ///
  /// - Parameter folder: where they go; it is there, and is empty.
  /// - Returns: the path of the working folder's like, which may not be there.
  /// - Throws: `InputError` where the files cannot be had.
  func checkedOut(in folder: String) async throws -> String {
    // An index of our own: the repository's says what the user is about to commit, and may not be written to at all.
    let index = ["GIT_INDEX_FILE": "\(folder)/index"]
    for step in [["read-tree", commit], ["checkout-index", "--all", "--prefix=\(folder)/files/"]] {
      let run = try await OtherProgram("git").run(["-C", root] + step, environment: index)
      guard run.succeeded else { throw InputError(path: name, reason: run.stderr.onOneLine) }
    }
    return "\(folder)/files/\(prefix)"
  }

  /// Whether the repository is told to leave a path of the working folder alone.
  func ignores(_ path: String) async throws -> Bool {
    try await Self.git("check-ignore", "--quiet", "--", path).succeeded
  }

  /// A path that was given in the working folder, as the revision's folder takes it.
  ///
  /// What lies in the repository is checked out with it and stands at the same place there; what lies outside is the
  /// same for both. A name without a stroke may be that of a bundled playbook.
  func named(_ path: String) -> String {
    guard path.contains("/") else { return path }
    let working = URL(filePath: "\(root)/\(prefix)", directoryHint: .isDirectory)
    let whole = URL(filePath: path, directoryHint: .notDirectory, relativeTo: working)
      .resolvingSymlinksInPath().path(percentEncoded: false)
    guard whole.hasPrefix(root + "/") else { return whole }
    return prefix.split(separator: "/").map { _ in "../" }.joined() + whole.dropFirst(root.count + 1)
  }

  private static func git(_ arguments: String...) async throws -> OtherProgram.Run {
    try await OtherProgram("git").run(arguments)
  }
}

extension String {
  /// Its lines as one.
  fileprivate var onOneLine: String { split(separator: "\n").joined(separator: "; ") }
}
