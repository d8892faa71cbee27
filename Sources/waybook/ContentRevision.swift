import Authoring
import Diagnostics
import SiteFiles

/// Which state of a playbook's content pages were made from: the same on every machine, and another one after every
/// change that a page could show.
struct ContentRevision: CustomStringConvertible {
  /// Eight hexadecimal digits.
  let description: String

  /// The revision of a playbook's folder. Examples and tests are no content of pages.
  init(of folder: InputFolder) {
    var bytes: [UInt8] = []
    for file in folder.files where !file.hasPrefix("examples/") && !file.hasPrefix("tests/") {
      // What cannot be read is reported by those who read it.
      var known: [Diagnostic] = []
      let content = folder.bytes(file, diagnostics: &known) ?? []
      bytes += "\(file)\n\(content.count)\n".utf8
      bytes += content
    }
    description = Fingerprint(of: bytes).shortName
  }
}
