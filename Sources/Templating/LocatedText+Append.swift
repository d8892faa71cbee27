import Diagnostics

extension LocatedText {
  /// Appends a part of a text of the same file; each of its bytes keeps its place.
  mutating func append(_ part: LocatedText) {
    let utf8 = part.text.utf8
    var start = utf8.startIndex
    var place = part.fileOffset(of: 0)
    for (offset, index) in utf8.indices.enumerated() {
      let here = part.fileOffset(of: offset)
      if here - place != utf8.distance(from: start, to: index) {
        append(part.text[start..<index], at: place)
        (start, place) = (index, here)
      }
    }
    append(part.text[start...], at: place)
  }
}
