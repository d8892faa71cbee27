import Foundation

/// Where GNU Source-highlight keeps its language definitions, if it is installed.
public enum SourceHighlightFolder {
  /// The folder; the most usual one where there is none.
  public static let path: String = {
    let usual = ["/usr", "/usr/local", "/opt/homebrew"].map { "\($0)/share/source-highlight" }
    return usual.first { FileManager.default.fileExists(atPath: $0) } ?? usual[0]
  }()
}
