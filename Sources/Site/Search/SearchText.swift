/// Text that is put together from the runs between tags: one space between words, and characters in place of
/// references. It is written as literals of JSON and JavaScript hold it that could stand in HTML, too.
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
        let reference = Self.references.first { run.has($0.key, at: index) }
        extendWord(reference?.value ?? "&")
        index += reference?.key.utf8CodeUnitCount ?? 1
      } else if let escaped = Self.escaped(byte) {
        extendWord(escaped)
        index += 1
      } else {
        let end = Self.endOfWords(at: index, in: run)
        extendWord(UnsafeRawBufferPointer(rebasing: run[index..<end]))
        index = end
      }
    }
  }

  /// Where words end that can be taken over as they are, with one space between any two.
  private static func endOfWords(at start: Int, in run: UnsafeRawBufferPointer) -> Int {
    var index = start + 1
    while index < run.count {
      if isLetter(run[index]) {
        index += 1
      } else if run[index] == UInt8(ascii: " "), index + 1 < run.count, isLetter(run[index + 1]) {
        index += 2
      } else {
        break
      }
    }
    return index
  }

  /// Whether a byte belongs to a word and is written as it is.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte > UInt8(ascii: " ") && byte != UInt8(ascii: "&") && escaped(byte) == nil
  }

  /// Lets what follows begin another word.
  mutating func endWord() { isBetweenWords = true }

  /// Hands over what was read, and begins anew.
  mutating func take() -> [UInt8] {
    defer { self = SearchText() }
    return bytes
  }

  private mutating func extendWord(_ letters: StaticString) {
    extendWord(UnsafeRawBufferPointer(start: letters.utf8Start, count: letters.utf8CodeUnitCount))
  }

  private mutating func extendWord(_ letters: UnsafeRawBufferPointer) {
    if isBetweenWords, !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
    isBetweenWords = false
    bytes += letters
  }

  /// The references that texts and templates are escaped with, and the space that a template may write.
  private static let references: KeyValuePairs<StaticString, StaticString> = [
    "&lt;": "\\u003C", "&gt;": ">", "&amp;": "&", "&quot;": "\\\"", "&#39;": "'", "&nbsp;": " ",
  ]

  /// What stands for a byte that cannot stand for itself.
  private static func escaped(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "\""): "\\\""
    case UInt8(ascii: "\\"): "\\\\"
    case UInt8(ascii: "<"): "\\u003C"
    default: nil
    }
  }
}
