internal import Diagnostics

extension TreeBuilder {
  /// A node's anchor and tag: where they end, and where the tag begins if there is one.
  struct Properties {
    var end: Int
    var tag: Int?
  }

  /// Skips the anchor and the tag at the start of a range, and the blanks and comments after them.
  func properties(in range: Range<Int>) -> Properties {
    var end = range.lowerBound
    var tag: Int?
    var hasAnchor = false
    scan: while end < range.upperBound, let byte = file.byte(at: end) {
      switch byte {
      case UInt8(ascii: "&") where !hasAnchor:
        hasAnchor = true
        end = file.offset(after: end + 1) { $0.isNameCharacter }
      case UInt8(ascii: "!") where tag == nil:
        tag = end
        end = file.offset(after: end) { !$0.isBlank }
      case UInt8(ascii: "#"):
        end = file.offset(after: end) { !$0.isLineEnd }
      case _ where byte.isBlank:
        end = file.offset(after: end) { $0.isBlank }
      default:
        break scan
      }
    }
    return Properties(end: min(end, range.upperBound), tag: tag)
  }
}
