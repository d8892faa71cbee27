public import Diagnostics

/// A Markdown file cut in two: the YAML between `---` lines at its head, and the body below.
public struct FrontMatter: Sendable {
  /// The YAML; nil where the file does not begin with a `---` line. Places are the file's.
  public let document: YAMLDocument?
  /// The text below, or the whole text where there is no front matter.
  public let body: LocatedText

  /// Splits a file and parses its YAML.
  ///
  /// Front matter begins with `---` as the first line and ends with the next line that is `---`.
  public static func split(_ file: SourceFile, diagnostics: inout [Diagnostic]) -> FrontMatter {
    let whole = LocatedText(file)
    guard isFence(file.line(1)) else { return FrontMatter(document: nil, body: whole) }
    let length = file.text.utf8.count
    var lineStart = file.lineStart(after: 0)
    while lineStart < length {
      let next = file.lineStart(after: lineStart)
      if isFence(file.text(in: lineStart..<next)) {
        let document = YAMLDocument(parsing: file, upTo: lineStart, diagnostics: &diagnostics)
        return FrontMatter(document: document, body: whole[next..<length])
      }
      lineStart = next
    }
    diagnostics.append(.frontMatterNotClosed(at: file.location(0..<3)))
    let unreadable = YAMLNode(content: .unreadable, range: 0..<0, file: file)
    return FrontMatter(document: YAMLDocument(file: file, root: unreadable), body: whole[length..<length])
  }

  private static func isFence(_ line: Substring?) -> Bool {
    guard let line, line.utf8.starts(with: "---".utf8) else { return false }
    return line.utf8.dropFirst(3).allSatisfy(\.isBlank)
  }
}

extension YAMLDocument {
  fileprivate init(file: SourceFile, root: YAMLNode?) {
    self.file = file
    self.root = root
  }
}
