public import Diagnostics

extension YAMLScalar {
  /// The text with the place of each of its characters.
  ///
  /// Every character that is no blank has exactly its own place, an escape the place where it begins. Blanks
  /// that come from line breaks and indentation have a place between their neighbours. Computed at each call.
  public var located: LocatedText {
    var result = LocatedText(emptyIn: file)
    if style == .plain, !text.utf8.contains(where: \.isLineEnd), text.utf8.count == range.count {
      result.append(text, at: range.lowerBound)
      return result
    }
    let source = SourceCharacters(of: self).characters
    let value = Array(text.unicodeScalars)
    var valueIndex = 0
    var sourceIndex = 0
    while valueIndex < value.count {
      let valueEnd = value[valueIndex...].firstIndex { !$0.isBlank } ?? value.count
      let sourceEnd = source[sourceIndex...].firstIndex { !$0.scalar.isBlank } ?? source.count
      let place = sourceEnd < source.count ? source[sourceEnd].offset : range.upperBound
      if valueIndex < valueEnd {
        result.appendBlanks(
          value[valueIndex..<valueEnd], from: source[sourceIndex..<sourceEnd], before: place)
      }
      guard valueEnd < value.count else { break }
      result.append(value[valueEnd], at: place)
      valueIndex = valueEnd + 1
      sourceIndex = min(sourceEnd + 1, source.count)
    }
    return result
  }
}

extension LocatedText {
  /// Appends a run of blanks that stands for a run of the source: the end of one for the end of the other,
  /// what is left over for the beginning.
  fileprivate mutating func appendBlanks(
    _ blanks: ArraySlice<Unicode.Scalar>, from source: ArraySlice<SourceCharacters.Character>,
    before next: Int
  ) {
    let same = zip(blanks.reversed(), source.reversed()).prefix { $0 == $1.scalar }.count
    var rest = source.dropLast(same)
    for blank in blanks.dropLast(same) {
      append(blank, at: rest.first?.offset ?? source.dropFirst(source.count - same).first?.offset ?? next)
      if rest.count > 1 { rest = rest.dropFirst() }
    }
    for character in source.suffix(same) { append(character.scalar, at: character.offset) }
  }
}

extension Unicode.Scalar {
  /// Space, tab, or a line end, as libyaml sees it.
  var isBlank: Bool {
    switch self {
    case " ", "\t", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }
}
