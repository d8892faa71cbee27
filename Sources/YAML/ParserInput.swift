internal import Diagnostics

/// What libyaml reads: the bytes of a file, with the parts overwritten that it could not take.
///
/// Overwriting keeps every other byte at its offset, so that places stay the file's.
struct ParserInput {
  private(set) var bytes: [UInt8]
  private(set) var patches: [Patch] = []
  private var lastOverwritten: [UInt8] = []

  /// Takes the text up to an offset; characters that YAML does not allow are reported and overwritten.
  init(_ file: SourceFile, upTo end: Int, diagnostics: inout [Diagnostic]) {
    bytes = Array(file.text.utf8.prefix(end))
    var reportedLine = -1
    var offset = 0
    while offset < bytes.count {
      let length = Self.lengthOfRefusedCharacter(in: bytes, at: offset)
      guard length > 0 else {
        offset += 1
        continue
      }
      let lineStart = file.lineStart(of: offset)
      if lineStart != reportedLine {
        reportedLine = lineStart
        let range = offset..<offset + length
        diagnostics.append(.refusedCharacter(file.text(in: range), at: file.location(range)))
      }
      for index in offset..<offset + length { bytes[index] = UInt8(ascii: "_") }
      offset += length
    }
  }

  /// Overwrites a part and remembers it.
  mutating func apply(_ patch: Patch) {
    lastOverwritten = Array(bytes[patch.range])
    bytes.replaceSubrange(patch.range, with: patch.replacement)
    patches.append(patch)
  }

  /// Takes the last patch back; once after each `apply`.
  mutating func undo() {
    guard let patch = patches.popLast() else { return }
    bytes.replaceSubrange(patch.range, with: lastOverwritten)
  }

  /// Control characters and U+FFFE, U+FFFF, which YAML does not allow, and U+0085, U+2028, U+2029, which
  /// libyaml takes for line ends and nobody sees.
  private static func lengthOfRefusedCharacter(in bytes: [UInt8], at offset: Int) -> Int {
    let byte = bytes[offset]
    func next(_ distance: Int) -> UInt8 { offset + distance < bytes.count ? bytes[offset + distance] : 0 }
    switch byte {
    case 0x7F: return 1
    case ..<0x20: return byte == 0x09 || byte.isLineEnd ? 0 : 1
    case 0xC2: return next(1) <= 0x9F ? 2 : 0
    case 0xE2: return next(1) == 0x80 && (next(2) == 0xA8 || next(2) == 0xA9) ? 3 : 0
    case 0xEF: return next(1) == 0xBF && next(2) >= 0xBE ? 3 : 0
    default: return 0
    }
  }
}
