public import Foundation

/// The built `waybook`, run as a user runs it.
public enum Program {
  /// What a run left behind.
  public struct Output: Sendable {
    /// Everything on standard output.
    public var stdout: String
    /// Everything on standard error.
    public var stderr: String
    /// The exit code; for a signal, minus its number.
    public var status: Int32
  }

  /// The executable, beside the tests in the folder of built products.
  public static var executable: URL {
    let bundles = [Bundle.main] + Bundle.allBundles.filter { $0.bundlePath.hasSuffix(".xctest") }
    let folders = bundles.flatMap {
      [$0.executableURL, $0.bundleURL].compactMap { $0?.deletingLastPathComponent() }
    }
    let candidates = folders.map { $0.appending(path: "waybook") }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0.path(percentEncoded: false)) }
      ?? Checkout.root.appending(path: ".build/debug/waybook")
  }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - arguments: what stands after the program's name.
  ///   - folder: the working folder.
  ///   - input: what comes from standard input.
  ///   - environment: what is added to the environment.
  public static func run(
    _ arguments: [String], in folder: URL = Checkout.root, input: String = "",
    environment: [String: String] = [:]
  ) throws -> Output {
    try finished(try started(arguments, in: folder, environment: environment), input: input)
  }

  /// Runs another program to its end.
  ///
  /// - Parameter path: of the executable.
  public static func run(_ path: String, _ arguments: [String], in folder: URL = Checkout.root) throws
    -> Output
  {
    let process = try started(arguments, in: folder, environment: [:], executable: URL(filePath: path))
    return try finished(process, input: "")
  }

  /// Starts the program, whose words nobody hears.
  public static func begun(_ arguments: [String], in folder: URL, environment: [String: String] = [:]) throws
    -> Process
  {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try process.run()
    return process
  }

  /// Runs the program and kills it, as nothing can put off, after some seconds.
  ///
  /// - Returns: whether it was still at work.
  public static func killed(_ arguments: [String], in folder: URL, after seconds: Double) throws -> Bool {
    let process = try begun(arguments, in: folder)
    Thread.sleep(forTimeInterval: seconds)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }

  private static func finished(_ process: Started, input: String) throws -> Output {
    let (stdin, stdout, stderr) = (process.input, process.output, process.errors)
    // Both ends are drained at once: a full pipe would stop the program for ever.
    let errors = Drain(stderr)
    try? stdin.write(contentsOf: Data(input.utf8))
    try stdin.close()
    let output = stdout.readDataToEndOfFile()
    let said = errors.finished()
    process.process.waitUntilExit()
    let code = process.process.terminationStatus
    return Output(
      stdout: String(decoding: output, as: UTF8.self), stderr: String(decoding: said, as: UTF8.self),
      status: process.process.terminationReason == .exit ? code : -code)
  }

  struct Started {
    let process: Process
    let input, output, errors: FileHandle
  }

  /// What CI systems tell a job about itself, which must not change what a test sees.
  private static let ofCISystems = ["GITHUB_ACTIONS", "GITHUB_WORKSPACE", "CI_PROJECT_DIR"]

  static func started(
    _ arguments: [String], in folder: URL, environment: [String: String], executable: URL = executable
  ) throws -> Started {
    let process = Process()
    let (input, output, errors) = (Pipe(), Pipe(), Pipe())
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment
      .filter { !ofCISystems.contains($0.key) }.merging(environment) { $1 }
    (process.standardInput, process.standardOutput, process.standardError) = (input, output, errors)
    try process.run()
    return Started(
      process: process, input: input.fileHandleForWriting, output: output.fileHandleForReading,
      errors: errors.fileHandleForReading)
  }
}

/// Reads a pipe to its end on a thread of its own.
final class Drain: Sendable {
  private let done = DispatchSemaphore(value: 0)
  private let box = Box()

  /// Guarded by the semaphore: written before it is signalled, read after.
  private final class Box: @unchecked Sendable {
    var data = Data()
  }

  init(_ handle: FileHandle) {
    let (box, done) = (box, done)
    Thread.detachNewThread {
      box.data = handle.readDataToEndOfFile()
      done.signal()
    }
  }

  func finished() -> Data {
    done.wait()
    return box.data
  }
}
