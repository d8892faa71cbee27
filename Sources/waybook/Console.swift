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
  ///
  /// - Throws: where it takes no more, such as a file on a full disk.
  static func write(_ text: String) throws(OutputError) { try write(Array(text.utf8)) }

  /// Writes data to standard output.
  ///
  /// - Throws: where it takes no more, such as a file on a full disk.
  static func write(_ bytes: [UInt8]) throws(OutputError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0 {
        let code = ErrorCode(errno)
        guard code == ErrorCode(EINTR) else { throw OutputError(code: code) }
      } else {
        rest = rest.dropFirst(count)
      }
    }
  }

  /// Says something on standard error.
  static func say(_ text: String) { tell(text + "\n") }

  /// Writes words to standard error. Where it takes none, nobody can be told: the work is what counts.
  static func tell(_ words: String) {
    _ = try? FileHandle.standardError.write(contentsOf: Data(words.utf8))
  }

  /// Puts something in the place of standard streams that are closed, so that no file gets their numbers and is written
  /// to by mistake. Using one fails, as if it were still closed.
  static func holdStreams() {
    for (stream, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
    where fcntl(stream, F_GETFD) < 0 {
      // The lowest free number is the stream's.
      _ = open("/dev/null", mode)
    }
  }

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
    tell(printer.text(of: diagnostics.sortedForReading()))
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
    case is InputError, is OutputError, is ProcessError, is PublishingError, is ServingError:
      say("waybook: \(error)")
      return ExitCode.worldFailed
    default: return error
    }
  }
}

/// Standard output took no more.
struct OutputError: Error, CustomStringConvertible {
  let code: ErrorCode

  var description: String { "Cannot write to standard output: \(code)" }
}

extension ExitCode {
  /// Problems in the input; nothing was written.
  static let problemsInInput = ExitCode(1)
  /// The world failed: a disk, a host.
  static let worldFailed = ExitCode(2)
  /// Done with `--keep-going`, while some teams failed.
  static let someTeamsFailed = ExitCode(3)
}
