/// A private-use character that stands in the marked text for something in the source.
///
/// CommonMark treats such a character as a letter and carries it through to the tree. Where the tree shows it
/// in code, HTML or a destination, it is put back into what the author wrote. Plane 16 is reserved for marks:
/// the two fixed ones below, then one for each entry of `MarkedText.marks`.
struct Mark: Hashable {
  /// What a mark stands for.
  enum Kind {
    /// The start of a link's destination. Stands for nothing but its place.
    case destination
    /// A bare URL.
    case bareURL
    /// `@id` between brackets.
    case citation
    /// `^label` between brackets.
    case footnoteReference
    /// A numeric reference to a private-use character.
    case opaqueReference
  }

  var kind: Kind
  /// What it stands for, in bytes of the source.
  var source: Range<Int>
}

/// What a character of plane 16 means in a marked text.
enum MarkCharacter: Hashable {
  /// `\~`: a tilde that strikes nothing through.
  case escapedTilde
  /// A `[` that libcmark must not take for the start of a link or of a link's definition.
  case plainBracket
  /// An entry of `MarkedText.marks`.
  case mark(Int)

  /// The code point of the first entry.
  private static let firstMark: UInt32 = 0x10_0010
  /// How many entries there can be.
  static let limit = 0x10_FFFE - Int(firstMark)
  /// The length in UTF-8.
  static let width = 4
  /// The length of `spelled`.
  static let spelledWidth = spellingStart.utf8.count + 5
  /// How every spelling starts. The odd capital keeps it apart from what authors write.
  static let spellingStart = "&#X10"

  private var codePoint: UInt32 {
    switch self {
    case .escapedTilde: 0x10_0000
    case .plainBracket: 0x10_0001
    case .mark(let index): Self.firstMark + UInt32(index)
    }
  }

  private init?(codePoint: UInt32) {
    switch codePoint {
    case 0x10_0000: self = .escapedTilde
    case 0x10_0001: self = .plainBracket
    case Self.firstMark...0x10_FFFD: self = .mark(Int(codePoint - Self.firstMark))
    default: return nil
    }
  }

  /// The character in UTF-8.
  var utf8: [UInt8] {
    let value = codePoint
    return [
      0xF4, 0x80 | UInt8(value >> 12 & 0x3F), 0x80 | UInt8(value >> 6 & 0x3F), 0x80 | UInt8(value & 0x3F),
    ]
  }

  /// The character as a numeric reference. It begins and ends with punctuation, so that it can stand beside
  /// punctuation without changing what `*` and `_` mean there.
  var spelled: [UInt8] {
    let digits = Array(String(codePoint & 0xFFFF, radix: 16, uppercase: true).utf8)
    let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: 4 - digits.count)
    return Array(Self.spellingStart.utf8) + zeros + digits + [UInt8(ascii: ";")]
  }

  /// Reads the character at the start of some bytes.
  init?(utf8 bytes: ArraySlice<UInt8>) {
    guard bytes.count >= Self.width, bytes[bytes.startIndex] == 0xF4 else { return nil }
    let value = bytes.prefix(Self.width).dropFirst().reduce(UInt32(4)) { $0 << 6 | UInt32($1 & 0x3F) }
    self.init(codePoint: value)
  }

  /// What a character stands for, if it is a mark.
  init?(_ scalar: Unicode.Scalar) { self.init(codePoint: scalar.value) }

  /// Reads the spelling at the start of some bytes.
  init?(spelled bytes: ArraySlice<UInt8>) {
    let start = Self.spellingStart.utf8
    guard bytes.count >= Self.spelledWidth, bytes.starts(with: start) else { return nil }
    let digits = String(decoding: bytes.dropFirst(start.count).prefix(4), as: UTF8.self)
    guard let low = UInt32(digits, radix: 16) else { return nil }
    self.init(codePoint: 0x10_0000 | low)
  }
}
