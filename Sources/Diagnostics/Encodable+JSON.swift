import Foundation

extension Encodable {
  /// JSON text for programs and people: sorted keys, one member a line, and a line break at its end.
  ///
  /// - Throws: what `JSONEncoder` throws.
  package func sortedJSON() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}
