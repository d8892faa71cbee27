public import Foundation

/// The project's own folder, for tests that read shipped files.
public enum Checkout {
  /// The folder that holds Package.swift.
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The path of a file or folder of the project.
  public static func path(_ relative: String) -> String {
    root.appending(path: relative).path(percentEncoded: false)
  }
}
