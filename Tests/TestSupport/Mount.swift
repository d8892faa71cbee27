import Foundation

/// A file system mounted for one test.
public final class Mount {
  /// Whether tests may mount: as root, on Linux, when the slow tests are asked for.
  public static let isPossible: Bool = {
    #if os(Linux)
      getuid() == 0 && ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1"
    #else
      false
    #endif
  }()

  private let path: String

  /// Mounts, with the arguments of mount(8) before the path, on a folder that is made.
  public init(_ arguments: [String], on path: String) throws {
    self.path = path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Self.require("mount", arguments + [path])
  }

  /// Makes the mounted file system read-only.
  public func forbidWriting() throws {
    try Self.require("mount", ["-o", "remount,ro", path])
  }

  deinit { _ = try? Self.run("umount", ["--lazy", path]) }

  private struct Failure: Error {
    let command: [String]
  }

  private static func require(_ command: String, _ arguments: [String]) throws {
    guard try run(command, arguments) == 0 else { throw Failure(command: [command] + arguments) }
  }

  private static func run(_ command: String, _ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [command] + arguments
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
