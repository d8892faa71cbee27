import Foundation
import Testing

/// A file system mounted for one test.
final class Mount {
  /// Whether tests may mount: as root, on Linux, when the slow tests are asked for.
  static let isPossible: Bool = {
    #if os(Linux)
      getuid() == 0 && ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1"
    #else
      false
    #endif
  }()

  private let path: String

  /// Mounts, with the arguments of mount(8) before the path, on a folder that is made.
  init(_ arguments: [String], on path: String) throws {
    self.path = path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try #require(try Self.run("mount", arguments + [path]) == 0, "cannot mount \(arguments)")
  }

  /// Makes the mounted file system read-only.
  func forbidWriting() throws {
    try #require(try Self.run("mount", ["-o", "remount,ro", path]) == 0, "cannot remount")
  }

  deinit { _ = try? Self.run("umount", ["--lazy", path]) }

  private static func run(_ command: String, _ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [command] + arguments
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
