public import Diagnostics
import Foundation
public import SiteFiles

/// What there is to see in a browser: a site, and the problems of its content.
public struct Preview: Sendable {
  /// The bytes of each file by its path; nil where nothing good was ever made.
  private let files: [String: [UInt8]]?
  /// The fingerprint of what all pages take in.
  private let assets: Fingerprint
  /// The problems as `build` prints them; empty where there are none.
  private let problems: String
  private let hasErrors: Bool

  /// What a browser gets for an address.
  enum Answer: Equatable {
    /// A page or another file.
    case file(path: String, bytes: [UInt8])
    /// The address of a folder, whose page is here.
    case moved(to: String)
    /// There is no such file; the page says so.
    case missing(page: [UInt8])
    /// There is no site at all; the page has the problems.
    case noSite(page: [UInt8])
  }

  /// Gathers what there is to see.
  ///
  /// - Parameters:
  ///   - files: the last good site; nil where there was none yet.
  ///   - problems: what is wrong with the content now.
  ///   - printer: writes them, without colours.
  public init(files: [SiteFile]?, problems: [Diagnostic], printer: TextPrinter) {
    self.files = files.map { Dictionary($0.map { ($0.path.text, $0.bytes) }) { first, _ in first } }
    assets = Fingerprint(
      of: (files ?? []).filter { $0.path.text.hasPrefix("assets/") }
        .flatMap { [UInt8]("\($0.path)=\(Fingerprint(of: $0.bytes))\n".utf8) })
    self.problems = printer.text(of: problems.sortedForReading())
    hasErrors = problems.containsErrors
  }

  /// The answer for a path that begins with `/`, its percent signs decoded.
  func answer(for path: String) -> Answer {
    let name = Self.file(at: path)
    guard let files else { return .noSite(page: page(PackageResources.alone_html, at: name)) }
    if let bytes = files[name] {
      return .file(path: name, bytes: name.hasSuffix(".html") ? listening(bytes, at: name) : bytes)
    }
    if files[name + "/index.html"] != nil { return .moved(to: path + "/") }
    return .missing(page: page(PackageResources.missing_html, at: name))
  }

  /// The message to a page that listens, by its path in the site: its version, and the problems to lie over it.
  func message(to page: String) -> [UInt8] {
    let overlay =
      problems.isEmpty || files == nil
      ? ""
      : String(
        decoding: filled(
          PackageResources.overlay_html,
          [
            "problems": problems, "severity": hasErrors ? "error" : "warning",
            "role": hasErrors ? "alert" : "status",
          ]), as: UTF8.self)
    return Event(version: version(of: page), problems: overlay).bytes
  }

  /// What changes as soon as a page would look otherwise.
  private func version(of page: String) -> String {
    guard let files else { return "\(Fingerprint(of: [UInt8](problems.utf8)))" }
    return files[page].map { "\(Fingerprint(of: $0))-\(assets)" } ?? "missing"
  }

  /// The path in the site for a path that begins with `/`.
  private static func file(at path: String) -> String {
    String(path.dropFirst()) + (path.hasSuffix("/") ? "index.html" : "")
  }

  /// One of the tool's own pages.
  private func page(_ template: [UInt8], at path: String) -> [UInt8] {
    listening(filled(template, ["problems": problems, "path": path]), at: path)
  }

  /// A page with the script that listens for changes.
  private func listening(_ page: [UInt8], at path: String) -> [UInt8] {
    let script = filled(PackageResources.listener_html, ["page": path, "version": version(of: path)])
    guard let head = page.firstRange(of: "</head>".utf8) else { return page + script }
    return page[..<head.lowerBound] + script + page[head.lowerBound...]
  }

  /// A template of `Pages` with values, escaped, for its `{{names}}`.
  private func filled(_ template: [UInt8], _ values: [String: String]) -> [UInt8] {
    let parts = String(decoding: template, as: UTF8.self).split(
      separator: "{{", omittingEmptySubsequences: false)
    var text = String(parts[0])
    for part in parts.dropFirst() {
      let halves = part.split(separator: "}}", maxSplits: 1, omittingEmptySubsequences: false)
      text += (values[String(halves[0])] ?? "").escapedForHTML + halves[1]
    }
    return [UInt8](text.utf8)
  }
}

/// What a listening page is told, as one of its Server-Sent Events
/// (html.spec.whatwg.org/multipage/server-sent-events.html).
private struct Event: Encodable {
  let version, problems: String

  var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return try [UInt8]("data: ".utf8) + encoder.encode(self) + "\n\n".utf8
    } catch {
      preconditionFailure("Two texts are JSON: \(error)")
    }
  }
}

extension String {
  /// The text in HTML, in and outside of attributes.
  fileprivate var escapedForHTML: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
