public import Foundation

/// The built `waybook` while it runs, for commands that do not end by themselves.
public final class RunningProgram {
  /// The first line on standard output, without its end.
  public let firstLine: String
  private let process: Process
  private let errors: Drain

  /// Starts the program, and waits for its first line.
  public init(_ arguments: [String], in folder: URL) throws {
    let started = try Program.started(arguments, in: folder, environment: [:])
    process = started.process
    errors = Drain(started.errors)
    var line = Data()
    while line.last != UInt8(ascii: "\n") {
      let some = started.output.availableData
      if some.isEmpty { break }
      line += some
    }
    firstLine = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .newlines)
  }

  deinit { if process.isRunning { process.terminate() } }

  /// Whether it has not ended.
  public var isRunning: Bool { process.isRunning }

  /// Sends a signal and waits for the end.
  ///
  /// - Returns: what it said on standard error, and its exit code; minus the signal's number where that ended it.
  public func end(by signal: Int32) -> (stderr: String, status: Int32) {
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    let status = process.terminationStatus
    return (
      String(decoding: errors.finished(), as: UTF8.self),
      process.terminationReason == .exit ? status : -status
    )
  }
}
