internal import Diagnostics

extension Recovery {
  /// What may be overwritten to get past an error, smallest first.
  static func candidates(for error: Explanation, in file: SourceFile, upTo end: Int) -> [Patch] {
    let line = EntryLine(at: error.target, in: file)
    if case .missingSpace(let key) = error.remedy {
      return [.spaceAfterKey(key, lineEnd: line.range.upperBound)]
    }
    let block = Block(first: line, file: file, end: end)
    let above = line.openersAbove(in: file)
    let onLine = line.openers.reversed().filter { $0.valueStart <= error.target }
    let around = above.filter { $0.column < line.indentation ?? Int.max }
    return onLine.compactMap { block.value(after: $0, hidesKeys: false) }
      + block.lines(below: above)
      + around.compactMap { block.value(after: $0, hidesKeys: true) }
  }
}

/// A line and those below that may belong to it.
private struct Block {
  let first: EntryLine
  let file: SourceFile
  /// The offset up to which the file is YAML.
  let end: Int

  /// The value of a key or a dash that stands on the first line or above it, through the first line.
  func value(after opener: EntryLine.Opener, hidesKeys: Bool) -> Patch? {
    let isOnLine = first.range.contains(opener.valueStart)
    let hasBracket = file.byte(at: opener.valueStart)?.isOpeningBracket ?? false
    let end = end(deeperThan: opener.column, withClosingBrackets: !isOnLine || hasBracket)
    return .value(at: opener.valueStart..<end, hidesKeys: hidesKeys, in: file)
  }

  /// The first line with what is indented deeper; with its neighbours too where its indentation fits nothing.
  func lines(below above: [EntryLine.Opener]) -> [Patch] {
    guard !first.isEmpty else { return [] }
    let limit: Int
    if let indentation = first.indentation {
      let fits = indentation == 0 || above.contains { $0.column == indentation }
      limit = fits ? indentation : indentation - 1
    } else {
      // Tabs: where a value is awaited the line is that value, else it stands for itself.
      guard above.first?.hasValue ?? false else { return [] }
      limit = Int.max
    }
    let end = end(deeperThan: limit, withClosingBrackets: false)
    return [.lines(first.range.lowerBound..<end, in: file)]
  }

  /// The end of the last line that, from the first on, is indented deeper than a column.
  private func end(deeperThan column: Int, withClosingBrackets: Bool) -> Int {
    var last = first
    var next = first.next(in: file)
    while let line = next, line.range.lowerBound < end {
      if !line.isEmpty {
        // How deep a tab indents nobody knows; such lines go with those above.
        let isDeeper = line.indentation.map { $0 > column } ?? true
        guard isDeeper || withClosingBrackets && line.closesBracket(in: file) else { break }
        last = line
      }
      next = line.next(in: file)
    }
    return last.range.upperBound
  }
}
