import ArgumentParser
import Authoring
import Diagnostics
import Foundation
import Processes
import Publishing
import Serving
import Tailoring

/// Standard output and standard error, and the exit codes.
enum Console {
  /// Writes data to standard output.
  static func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  /// Says something on standard error.
  static func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

  /// Whether colours are wanted on standard error: a terminal, and no `NO_COLOR` (no-color.org).
  static var wantsColours: Bool {
    let environment = ProcessInfo.processInfo.environment
    return (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
      && isatty(STDERR_FILENO) == 1
  }

  /// The sources that have no file to be read again, such as a rule on the command line.
  struct Sources: Sendable {
    private let byPath: [String: SourceFile]

    init(_ files: [SourceFile] = []) {
      byPath = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    }

    /// A file among these, else on disk; nil where it cannot be read or is no text.
    func file(at path: String) -> SourceFile? {
      if let file = byPath[path] { return file }
      guard let handle = FileHandle(forReadingAtPath: path),
        let data = try? handle.read(upToCount: InputFolder.largestFile)
      else { return nil }
      return try? SourceFile(path: path, bytes: [UInt8](data))
    }
  }

  /// Shows diagnostics on standard error, sorted, with their source lines.
  static func show(_ diagnostics: [Diagnostic], _ sources: Sources = Sources()) {
    let printer = TextPrinter(colours: wantsColours, source: sources.file(at:))
    FileHandle.standardError.write(Data(printer.text(of: diagnostics.sortedForReading()).utf8))
  }

  /// Runs a command's work; a failure of the world ends it with exit code 2 and its message, wrong usage with the
  /// usage of the command.
  static func run(_ command: (some ParsableCommand).Type, _ work: () throws -> Void) throws {
    do { try work() } catch { throw end(of: command, error) }
  }

  /// Runs a command's work that does several things at a time.
  static func run(_ command: (some ParsableCommand).Type, _ work: () async throws -> Void) async throws {
    do { try await work() } catch { throw end(of: command, error) }
  }

  /// Ends the process, all done.
  ///
  /// - Parameter value: what holds most of the memory. The system takes it back at once; to free each of a playbook's
  ///   values takes a twentieth of the time of a small build.
  static func end(keeping value: some Any) -> Never { withExtendedLifetime(value) { Waybook.exit() } }

  /// `3 errors and 1 warning`; nil where there are none.
  static func count(_ diagnostics: [Diagnostic]) -> String? {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    let parts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
    guard !parts.isEmpty else { return nil }
    return parts.map { $0.counted($1) }.joined(separator: " and ")
  }

  /// Says how many problems there are, and gives the exit code for them.
  static func problems(_ diagnostics: [Diagnostic]) -> ExitCode {
    say("waybook: \(count(diagnostics) ?? "no problems")")
    return .problemsInInput
  }

  /// The exit code for a failure of the world or wrong usage, which are told; any other error as it is.
  private static func end(of command: (some ParsableCommand).Type, _ error: any Error) -> any Error {
    switch error {
    case let error as ValidationError:
      say("Error: \(error.message)\nUsage: \(Waybook.usageString(for: command))")
      say("  See 'waybook \(command._commandName) --help' for more information.")
      return ExitCode.validationFailure
    case is ReleaseRefusal:
      say("waybook: \(error)")
      return ExitCode.problemsInInput
    case is InputError, is ProcessError, is PublishingError, is ServingError:
      say("waybook: \(error)")
      return ExitCode.worldFailed
    default: return error
    }
  }
}

extension ExitCode {
  /// Problems in the input; nothing was written.
  static let problemsInInput = ExitCode(1)
  /// The world failed: a disk, a host.
  static let worldFailed = ExitCode(2)
  /// Done with `--keep-going`, while some teams failed.
  static let someTeamsFailed = ExitCode(3)
}
