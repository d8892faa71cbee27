import Synchronization

/// Highlights code, each block once. May be used from several threads at once.
public final class Highlighter: Sendable {
  /// The longest line, in bytes: the library's time grows with the square of a line's length.
  static let longestLine = 2_000
  /// The longest code, in bytes.
  static let longestCode = 200_000

  private struct Block: Hashable {
    let definition: Languages.Definition
    let code: [UInt8]
  }

  /// The languages that it knows.
  public let languages: Languages
  private let known = Mutex<[Block: [CodePart]]>([:])

  /// Makes a highlighter.
  ///
  /// - Throws: where the library or its own definitions are not there.
  public init(_ languages: Languages) throws(HighlighterMissing) {
    self.languages = languages
    do {
      try Self.check(languages.plain)
    } catch .unavailable {
      throw .library
    } catch {
      throw .definitions(folder: languages.plain.folder)
    }
  }

  /// The parts of code, in order; none where the language is unknown or the library cannot take the code.
  public func parts(of code: [UInt8], in language: String) -> [CodePart] {
    guard let definition = languages[language], code.count <= Self.longestCode,
      code.split(separator: UInt8(ascii: "\n")).allSatisfy({ $0.count <= Self.longestLine })
    else { return [] }
    let block = Block(definition: definition, code: code)
    return known.withLock { known in
      if let parts = known[block] { return parts }
      let parts: [CodePart]
      do {
        parts = try SourceHighlight.parts(of: code, by: definition)
      } catch {
        // Definitions are checked when they are loaded, so that this code is too much for one of them.
        parts = []
      }
      known[block] = parts
      return parts
    }
  }

  /// Checks that the library can use a definition.
  public static func check(_ definition: Languages.Definition) throws(HighlightError) {
    _ = try SourceHighlight.parts(of: [], by: definition)
  }
}
