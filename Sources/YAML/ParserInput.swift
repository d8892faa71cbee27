internal import Diagnostics

/// What libyaml reads: the bytes of a file, with the parts overwritten that it could not take.
///
/// Overwriting keeps every other byte at its offset, so that places stay the file's.
struct ParserInput {
  private(set) var bytes: [UInt8]
  private(set) var patches: [Patch] = []
  /// The characters that were refused.
  private(set) var findings = Findings()
  private var lastOverwritten: [UInt8] = []

  /// Takes the text up to an offset; characters that YAML does not allow are overwritten, and the first on
  /// each line is reported.
  init(_ file: SourceFile, upTo end: Int) {
    bytes = Array(file.text.utf8)
    bytes.removeLast(bytes.count - end)
    var isLineReported = false
    var offset = 0
    while let next = bytes[offset...].firstIndex(where: \.mayBeRefused) {
      offset = next
      if bytes[offset].isLineEnd { isLineReported = false }
      let range = offset..<offset + Self.lengthOfRefusedCharacter(in: bytes, at: offset)
      if !range.isEmpty, !isLineReported {
        findings.append(.refusedCharacter(file.text(in: range), at: file.location(range)))
        isLineReported = true
      }
      for index in range { bytes[index] = UInt8(ascii: "_") }
      offset = max(range.upperBound, offset + 1)
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

  /// Control characters, U+FFFE and U+FFFF, which YAML does not allow; U+FEFF, which may only begin a file; and
  /// U+0085, U+2028, U+2029, which libyaml takes for line ends and nobody sees.
  private static func lengthOfRefusedCharacter(in bytes: [UInt8], at offset: Int) -> Int {
    let byte = bytes[offset]
    func next(_ distance: Int) -> UInt8 { offset + distance < bytes.count ? bytes[offset + distance] : 0 }
    switch byte {
    case 0x7F: return 1
    case ..<0x20: return byte == 0x09 || byte.isLineEnd ? 0 : 1
    case 0xC2: return next(1) <= 0x9F ? 2 : 0
    case 0xE2: return next(1) == 0x80 && (next(2) == 0xA8 || next(2) == 0xA9) ? 3 : 0
    case 0xEF:
      let isNonCharacter = next(1) == 0xBF && next(2) >= 0xBE
      let isByteOrderMark = next(1) == 0xBB && next(2) == 0xBF
      return isNonCharacter || isByteOrderMark ? 3 : 0
    default: return 0
    }
  }
}

extension UInt8 {
  /// Whether a refused character may begin with it, or a line end with it.
  fileprivate var mayBeRefused: Bool {
    switch self {
    case ..<0x20, 0x7F, 0xC2, 0xE2, 0xEF: true
    default: false
    }
  }
}
