internal import Diagnostics

/// The characters that the source of a scalar stands for, one by one, with their places.
///
/// Quotes and the header of a block scalar are left out, escapes are resolved; line breaks and indentation
/// stand as they are, since folding is not undone here.
struct SourceCharacters {
  struct Character {
    var scalar: Unicode.Scalar
    /// Where it begins in the file, in UTF-8 bytes.
    var offset: Int
  }

  private(set) var characters: [Character] = []
  private let source: [Unicode.Scalar]
  private var index = 0
  private var offset: Int

  init(of scalar: YAMLScalar) {
    source = Array(scalar.file.text(in: scalar.range).unicodeScalars)
    characters.reserveCapacity(source.count)
    offset = scalar.range.lowerBound
    switch scalar.style {
    case .plain:
      while let next = take() { characters.append(next) }
    case .singleQuoted:
      _ = take()
      while let next = take() {
        // Two quotes stand for one, and the last quote stands alone.
        if next.scalar == "'", take() == nil { break }
        characters.append(next)
      }
    case .doubleQuoted:
      _ = take()
      while let next = take(), next.scalar != "\"" {
        if next.scalar == "\\" { takeEscape(at: next.offset) } else { characters.append(next) }
      }
    case .literal, .folded:
      while let next = take(), next.scalar != "\n" && next.scalar != "\r" {}
      while let next = take() { characters.append(next) }
    }
  }

  private mutating func take() -> Character? {
    guard index < source.count else { return nil }
    let character = Character(scalar: source[index], offset: offset)
    index += 1
    offset += UTF8.width(character.scalar)
    return character
  }

  /// Takes what follows a backslash; YAML 1.2.2, chapter 5.7.
  private mutating func takeEscape(at start: Int) {
    guard let letter = take()?.scalar else { return }
    switch letter {
    case "x": takeCode(digits: 2, at: start)
    case "u": takeCode(digits: 4, at: start)
    case "U": takeCode(digits: 8, at: start)
    case "\n", "\r":
      // An escaped line break joins two lines; blanks at the start of the second do not count.
      while index < source.count, source[index].isBlank { _ = take() }
    default:
      characters.append(Character(scalar: Self.escapes[letter] ?? letter, offset: start))
    }
  }

  private mutating func takeCode(digits: Int, at start: Int) {
    var code: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = take().flatMap({ Swift.Character($0.scalar).hexDigitValue }) else { return }
      code = code << 4 | UInt32(digit)
    }
    guard let scalar = Unicode.Scalar(code) else { return }
    characters.append(Character(scalar: scalar, offset: start))
  }

  private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
    "0": "\0", "a": "\u{7}", "b": "\u{8}", "t": "\t", "\t": "\t", "n": "\n", "v": "\u{B}", "f": "\u{C}",
    "r": "\r", "e": "\u{1B}", "N": "\u{85}", "_": "\u{A0}", "L": "\u{2028}", "P": "\u{2029}",
  ]
}
