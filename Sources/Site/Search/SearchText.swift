/// Text that is put together from the runs between tags: one space between words, and characters in place of
/// references.
struct SearchText {
  private var bytes: [UInt8] = []
  private var isBetweenWords = false

  /// Adds a run of a page's bytes.
  mutating func append(_ run: HTMLBytes) {
    var rest = run
    while let byte = rest.first {
      if byte <= UInt8(ascii: " ") {
        endWord()
        rest.removeFirst()
      } else if byte == UInt8(ascii: "&") {
        let reference = Self.reference(at: rest.dropFirst())
        extendWord(CollectionOfOne(reference?.character ?? byte))
        rest = rest.dropFirst(1 + (reference?.name.utf8.count ?? 0))
      } else {
        let letters = rest.prefix { $0 > UInt8(ascii: " ") && $0 != UInt8(ascii: "&") }
        extendWord(letters)
        rest = rest[letters.endIndex...]
      }
    }
  }

  /// Lets what follows begin another word.
  mutating func endWord() { isBetweenWords = true }

  /// Hands over what was read, and begins anew.
  mutating func take() -> [UInt8] {
    defer { self = SearchText() }
    return bytes
  }

  private mutating func extendWord(_ letters: some Collection<UInt8>) {
    if isBetweenWords, !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
    isBetweenWords = false
    bytes += letters
  }

  /// The references that texts and templates are escaped with, and the space that a template may write.
  private static let references: KeyValuePairs<String, UInt8> = [
    "lt;": UInt8(ascii: "<"), "gt;": UInt8(ascii: ">"), "amp;": UInt8(ascii: "&"),
    "quot;": UInt8(ascii: "\""), "#39;": UInt8(ascii: "'"), "nbsp;": UInt8(ascii: " "),
  ]

  private static func reference(at rest: HTMLBytes) -> (name: String, character: UInt8)? {
    references.first { rest.starts(with: $0.key.utf8) }.map { ($0.key, $0.value) }
  }
}
