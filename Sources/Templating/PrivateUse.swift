import Diagnostics

/// Private-use characters, which stand for values in a pattern and so may not come from an author.
enum PrivateUse {
  /// How many values one pattern can hold: plane 15 without its last two code points. Plane 16 is kept for the
  /// marks of Markdown's renderer.
  static let slotCount = 0xFFFE

  /// The character of a slot, from U+F0000 upward; nil past the last.
  static func slot(_ number: Int) -> Unicode.Scalar? {
    number < slotCount ? Unicode.Scalar(UInt32(0xF0000 + number)) : nil
  }

  /// The slot that a character stands for; nil for all other characters.
  static func number(of character: Unicode.Scalar) -> Int? {
    let value = Int(character.value) - 0xF0000
    return (0..<slotCount).contains(value) ? value : nil
  }

  /// Reports each private-use character of a text.
  static func refuse(in text: LocatedText, bytes: [UInt8], diagnostics: inout [Diagnostic]) {
    for index in bytes.indices {
      let length = length(at: index, in: bytes)
      if length > 0 { diagnostics.append(.privateUse(at: text.location(index..<index + length))) }
    }
  }

  /// The bytes of a private-use character that starts at an index, 0 where none does.
  private static func length(at index: Int, in bytes: [UInt8]) -> Int {
    switch bytes[index] {
    // U+E000 to U+F8FF: EE 80 80 to EF A3 BF.
    case 0xEE: return 3
    case 0xEF: return index + 1 < bytes.count && bytes[index + 1] <= 0xA3 ? 3 : 0
    // Planes 15 and 16: F3 B0 80 80 to F4 8F BF BF.
    case 0xF3: return index + 1 < bytes.count && bytes[index + 1] >= 0xB0 ? 4 : 0
    case 0xF4: return 4
    default: return 0
    }
  }
}
