/// Text that is put together from the runs between tags: one space between words, and characters in place of
/// references.
struct SearchText {
  private var bytes: [UInt8] = []
  private var isBetweenWords = false

  /// Adds a run of a page's bytes.
  mutating func append(_ run: UnsafeRawBufferPointer) {
    var index = 0
    while index < run.count {
      let byte = run[index]
      if byte <= UInt8(ascii: " ") {
        endWord()
        index += 1
      } else if byte == UInt8(ascii: "&") {
        let reference = Self.reference(at: run[(index + 1)...])
        extendWord(CollectionOfOne(reference?.character ?? byte))
        index += 1 + (reference?.name.utf8.count ?? 0)
      } else {
        let words = index..<Self.endOfWords(at: index, in: run)
        extendWord(run[words])
        index = words.upperBound
      }
    }
  }

  /// Where words end that can be taken over as they are, with one space between any two.
  private static func endOfWords(at start: Int, in run: UnsafeRawBufferPointer) -> Int {
    var index = start + 1
    while index < run.count, run[index] != UInt8(ascii: "&") {
      if run[index] <= UInt8(ascii: " ") {
        let isOneSpace =
          run[index] == UInt8(ascii: " ") && index + 1 < run.count && run[index + 1] > UInt8(ascii: " ")
          && run[index + 1] != UInt8(ascii: "&")
        guard isOneSpace else { break }
      }
      index += 1
    }
    return index
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

  private static func reference(at rest: Slice<UnsafeRawBufferPointer>) -> (name: String, character: UInt8)? {
    references.first { rest.starts(with: $0.key.utf8) }.map { ($0.key, $0.value) }
  }
}
