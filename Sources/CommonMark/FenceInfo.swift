/// What follows the opening of a fence: the language, and attributes after it.
struct FenceInfo {
  /// The first word.
  var language: ArraySlice<UInt8>
  /// `title="..."`, without the quotes.
  var title: ArraySlice<UInt8>?
  /// The lines of `{1,3-5}`, from 1.
  var markedLines: [ClosedRange<Int>] = []
  /// Whether it stands beside the next or previous fence that says `compare`.
  var isCompared = false
  /// What cannot be read, or was probably meant to be something else.
  var problems: [Problem] = []

  /// Something wrong in an info string.
  enum Problem {
    /// A title without its closing quote.
    case openTitle(ArraySlice<UInt8>)
    /// Braces that do not hold line numbers.
    case malformedLines(ArraySlice<UInt8>)
    /// A word close to one that means something.
    case unknownWord(ArraySlice<UInt8>)
  }

  /// The words that mean something.
  static let words = ["compare", "template", "title"]

  /// Reads an info string.
  ///
  /// - Parameter readsAttributes: whether more than the language counts.
  init(_ info: ArraySlice<UInt8>, readsAttributes: Bool) {
    language = info.prefix { !$0.isASCIIWhitespace }
    guard readsAttributes else { return }
    var rest = info[language.endIndex...].drop { $0.isASCIIWhitespace }
    while !rest.isEmpty {
      rest = readAttribute(rest).drop { $0.isASCIIWhitespace }
    }
  }

  /// Reads one attribute and says what is left.
  private mutating func readAttribute(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if rest.starts(with: "title=\"".utf8) {
      let value = rest.dropFirst(7)
      guard let quote = value.firstIndex(of: UInt8(ascii: "\"")) else {
        problems.append(.openTitle(rest))
        return []
      }
      title = value[..<quote]
      return value[(quote + 1)...]
    }
    if rest.first == UInt8(ascii: "{") {
      guard let brace = rest.firstIndex(of: UInt8(ascii: "}")),
        let lines = Self.lines(rest[(rest.startIndex + 1)..<brace])
      else {
        problems.append(.malformedLines(rest.prefix { !$0.isASCIIWhitespace }))
        return rest.drop { !$0.isASCIIWhitespace }
      }
      markedLines += lines
      return rest[(brace + 1)...]
    }
    let word = rest.prefix { !$0.isASCIIWhitespace }
    if word.elementsEqual("compare".utf8) {
      isCompared = true
    } else if !word.elementsEqual("template".utf8) {
      problems.append(.unknownWord(word))
    }
    return rest[word.endIndex...]
  }

  /// `1,3-5`.
  private static func lines(_ text: ArraySlice<UInt8>) -> [ClosedRange<Int>]? {
    var lines: [ClosedRange<Int>] = []
    for part in text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      let ends = part.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      let numbers = ends.compactMap { end in
        Int(String(decoding: end, as: UTF8.self).filter { $0 != " " })
      }
      guard numbers.count == ends.count, (1...2).contains(numbers.count), let first = numbers.first,
        let last = numbers.last, 0 < first, first <= last
      else { return nil }
      lines.append(first...last)
    }
    return lines
  }
}
