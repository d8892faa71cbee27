public import Diagnostics

/// A text for tests with places marked in it, so that nobody counts lines and columns.
///
/// `①` to `⑳` mark a point and `⟦` … `⟧` mark a range; the marks are not part of the text.
///
///     let marked = MarkedText("a: 1\n①a: 2\n")
///     #expect(diagnostics.map(\.location?.start) == marked.points)
public struct MarkedText: Sendable {
  /// The text without the marks.
  public let file: SourceFile
  /// Offsets of `①`, `②`, …, in the order of their numbers, in UTF-8 bytes.
  public let offsets: [Int]
  /// Offsets of each `⟦` … `⟧`, in the order in which they close, in UTF-8 bytes.
  public let ranges: [Range<Int>]

  /// Takes the marks out of a text.
  public init(_ marked: String, path: String = "test.yaml") {
    var text = ""
    var numbered: [Unicode.Scalar: Int] = [:]
    var open: [Int] = []
    var ranges: [Range<Int>] = []
    for scalar in marked.unicodeScalars {
      let offset = text.utf8.count
      switch scalar {
      case "\u{2460}"..."\u{2473}": numbered[scalar] = offset
      case "⟦": open.append(offset)
      case "⟧": ranges.append((open.popLast() ?? offset)..<offset)
      default: text.unicodeScalars.append(scalar)
      }
    }
    self.file = SourceFile(path: path, text: text)
    self.offsets = numbered.sorted { $0.key.value < $1.key.value }.map(\.value)
    self.ranges = ranges
  }

  /// The text without the marks.
  public var text: String { file.text }

  /// Lines and columns of `①`, `②`, …, in the order of their numbers.
  public var points: [SourcePosition?] { offsets.map(file.position(at:)) }

  /// The places of `⟦` … `⟧`.
  public var locations: [SourceLocation] { ranges.map(file.location) }
}
