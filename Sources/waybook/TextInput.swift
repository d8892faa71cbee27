import Authoring
import Diagnostics
import Foundation

/// A file named on the command line, or standard input.
enum TextInput {
  /// Reads a file, or standard input for `-`; nil, with a diagnostic, where it is no text.
  ///
  /// - Throws: `InputError` where it cannot be read.
  static func read(_ path: String, diagnostics: inout [Diagnostic]) throws(InputError) -> SourceFile? {
    guard path == "-" else {
      return try InputFolder.named([path]).source(path, diagnostics: &diagnostics)
    }
    do {
      let data = try FileHandle.standardInput.readToEnd() ?? Data()
      return try SourceFile(path: "<standard input>", bytes: [UInt8](data))
    } catch let diagnostic as Diagnostic {
      diagnostics.append(diagnostic)
      return nil
    } catch {
      throw InputError(path: "standard input", reason: error.localizedDescription)
    }
  }
}
