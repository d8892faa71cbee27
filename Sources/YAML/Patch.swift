internal import Diagnostics

/// A part of the text that is overwritten, byte for byte, so that libyaml gets past a mistake in it.
struct Patch {
  /// Offsets of what is overwritten.
  let range: Range<Int>
  /// As many bytes. A scalar that begins among them is a placeholder.
  let replacement: [UInt8]
  /// Whether keys may be among what is overwritten, so that mappings around it are incomplete.
  let hidesKeys: Bool
}

extension Patch {
  /// Puts a placeholder in the place of a value; nil where the value has no character to put it on.
  static func value(at range: Range<Int>, hidesKeys: Bool, in file: SourceFile) -> Patch? {
    let old = Array(file.text(in: range).utf8)
    var new = old.map { $0.isLineEnd ? $0 : UInt8(ascii: " ") }
    guard let first = old.firstIndex(where: { !$0.isBlank }) else { return nil }
    // At the end of its line it is indented deeper than the key above, whatever the indentation was.
    let isOnKeyLine = !old[..<first].contains(where: \.isLineEnd)
    let lineEnd = old[first...].firstIndex(where: \.isLineEnd) ?? old.count
    new[isOnKeyLine ? first : lineEnd - 1] = UInt8(ascii: "_")
    return Patch(range: range, replacement: new, hidesKeys: hidesKeys)
  }

  /// Blanks lines out.
  static func lines(_ range: Range<Int>, in file: SourceFile) -> Patch {
    let blanks = file.text(in: range).utf8.map { $0.isLineEnd ? $0 : UInt8(ascii: " ") }
    return Patch(range: range, replacement: blanks, hidesKeys: true)
  }

  /// Puts the space that is missing after `key:`, and a placeholder for the value.
  static func spaceAfterKey(_ key: Range<Int>, lineEnd: Int) -> Patch {
    let count = lineEnd - key.upperBound
    let placeholder: [UInt8] = [UInt8(ascii: " "), UInt8(ascii: "_")]
    let blanks = [UInt8](repeating: UInt8(ascii: " "), count: max(0, count - 2))
    return Patch(
      range: key.upperBound..<lineEnd, replacement: Array((placeholder + blanks).prefix(count)),
      hidesKeys: false)
  }
}
