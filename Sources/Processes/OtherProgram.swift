import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// A program of the computer.
public struct OtherProgram: Sendable {
  /// What became of a run.
  public struct Run: Sendable {
    /// The exit code; for a signal, minus its number.
    public let status: Int32
    /// The bytes that it wrote to standard output.
    public let output: [UInt8]
    /// What it wrote to standard error.
    public let stderr: String

    /// What it wrote to standard output, as text.
    public var stdout: String { String(decoding: output, as: UTF8.self) }

    /// Whether it ended with 0.
    public var succeeded: Bool { status == 0 }
  }

  /// Its name, looked up in PATH, or its absolute path.
  public let name: String

  /// A program that may not be there.
  public init(_ name: String) { self.name = name }

  /// Runs it to its end.
  ///
  /// - Parameters:
  ///   - arguments: handed over as they are.
  ///   - folder: the working folder; nil for that of this process.
  ///   - environment: what is added to the environment.
  ///   - input: what it reads from standard input.
  /// - Throws: where it cannot be started, or writes more than 64 MB.
  public func run(
    _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:], input: [UInt8] = []
  ) async throws(ProcessError) -> Run {
    do {
      let added = environment.map { (Environment.Key(stringLiteral: $0.key), $0.value as String?) }
      let result = try await Subprocess.run(
        name.hasPrefix("/") ? .path(FilePath(name)) : .name(name), arguments: Arguments(arguments),
        environment: .inherit.updating(Dictionary(added, uniquingKeysWith: { $1 })),
        workingDirectory: folder.map { FilePath($0) }, input: .array(input),
        output: .bytes(limit: Self.mostOutput), error: .bytes(limit: Self.mostOutput))
      let status: Int32 =
        switch result.terminationStatus {
        case .exited(let code): code
        case .signaled(let signal): -signal
        }
      return Run(
        status: status, output: result.standardOutput,
        stderr: String(decoding: result.standardError, as: UTF8.self))
    } catch {
      let isMissing = (error as? SubprocessError)?.code == .executableNotFound
      throw ProcessError(program: name, isMissing: isMissing, reason: "\(error)")
    }
  }

  private static let mostOutput = 64 << 20
}

/// A program that could not be run.
public struct ProcessError: Error, CustomStringConvertible, Sendable {
  /// The program.
  public let program: String
  /// Whether there is no such program.
  public let isMissing: Bool
  /// What the system says.
  public let reason: String

  /// The failure in a sentence.
  public var description: String {
    isMissing
      ? "Cannot run '\(program)': There is no such program; install it" : "Cannot run '\(program)': \(reason)"
  }
}
