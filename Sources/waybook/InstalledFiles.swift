import Authoring
import Foundation

/// The files that come with the tool: the default theme and the bundled playbooks.
///
/// They stand in `share/waybook` beside the executable's `bin`, else in the first folder above the executable
/// that holds both: a checkout.
enum InstalledFiles {
  /// The folder of the default theme; nil where the tool was torn from its files.
  static var templates: String? { root.map { $0.appending(path: "Templates").path(percentEncoded: false) } }

  /// A playbook's folder: the path itself where there is one, else the bundled playbook of that name.
  static func playbook(_ name: String) -> String? {
    InputFolder.exists(name) ? name : bundled(name)
  }

  /// The playbook that a new project's own begins as.
  static let skeleton = "skeleton"

  /// A recipe for CI; nil where the tool was torn from its files.
  static func recipe(_ name: String) -> String? {
    root.map { $0.appending(path: "Recipes/\(name)").path(percentEncoded: false) }
  }

  /// The names of the bundled playbooks.
  static var playbooks: [String] {
    guard let content = root?.appending(path: "Content") else { return [] }
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: content.path(percentEncoded: false))) ?? []
    return names.filter { $0 != skeleton && isFolder(content.appending(path: $0)) }.sorted()
  }

  /// The folder of a bundled playbook.
  static func bundled(_ name: String) -> String? {
    guard !name.contains("/"), let bundled = root?.appending(path: "Content/\(name)"), isFolder(bundled)
    else {
      return nil
    }
    return bundled.path(percentEncoded: false)
  }

  /// The folder of the language definitions of GNU Source-highlight, be it there or not.
  ///
  /// `SOURCE_HIGHLIGHT_DATADIR` names it for the library's own programs, too.
  static var sourceHighlight: String {
    if let named = ProcessInfo.processInfo.environment["SOURCE_HIGHLIGHT_DATADIR"], !named.isEmpty {
      return named
    }
    let usual = ["/usr", "/usr/local", "/opt/homebrew"].map { "\($0)/share/source-highlight" }
    return usual.first(where: InputFolder.exists) ?? usual[0]
  }

  private static var root: URL? {
    guard let executable = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return nil }
    var folder = executable.deletingLastPathComponent()
    let shared = folder.deletingLastPathComponent().appending(path: "share/waybook")
    if holdsBoth(shared) { return shared }
    while folder.path(percentEncoded: false) != "/" {
      if holdsBoth(folder) { return folder }
      folder = folder.deletingLastPathComponent()
    }
    return nil
  }

  private static func holdsBoth(_ folder: URL) -> Bool {
    isFolder(folder.appending(path: "Templates")) && isFolder(folder.appending(path: "Content"))
  }

  private static func isFolder(_ url: URL) -> Bool { InputFolder.exists(url.path(percentEncoded: false)) }
}
