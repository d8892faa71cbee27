internal import Diagnostics

/// Text to be put in the place of a range of a file.
struct Splice {
  /// What is replaced, in UTF-8 bytes of the file; empty to insert.
  var range: Range<Int>
  /// The new text; its line ends are LF here.
  var text: String

  /// A file's text with splices applied, whose ranges ascend and do not overlap; line ends become the file's.
  static func apply(_ splices: [Splice], to file: SourceFile) -> String {
    let lineEnd = lineEnd(of: file)
    var result = ""
    var end = 0
    for splice in splices {
      result += file.text(in: end..<splice.range.lowerBound)
      result += splice.text.split(separator: "\n", omittingEmptySubsequences: false).joined(
        separator: lineEnd)
      end = splice.range.upperBound
    }
    return result + file.text(in: end..<file.text.utf8.count)
  }

  /// The line end that the file's first line has.
  private static func lineEnd(of file: SourceFile) -> String {
    let end = file.offset(after: 0) { !$0.isLineEnd }
    guard file.byte(at: end) == UInt8(ascii: "\r") else { return "\n" }
    return file.byte(at: end + 1) == UInt8(ascii: "\n") ? "\r\n" : "\r"
  }
}
