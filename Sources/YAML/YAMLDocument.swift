public import Diagnostics

/// A parsed YAML file, or the YAML at the head of one.
public struct YAMLDocument: Sendable {
  /// The largest file that is read, in bytes.
  public static let maximumBytes = 8 << 20
  /// How deep lists and mappings may nest.
  public static let maximumDepth = 64
  /// How many nodes all aliases of a file together may stand for.
  public static let maximumAliasedNodes = 100_000

  /// The file.
  public let file: SourceFile
  /// The value of the whole; nil for a file that holds nothing but comments.
  public let root: YAMLNode?

  /// Parses a file. Reports all mistakes that are certain, and keeps what can be read beside them.
  public init(parsing file: SourceFile, diagnostics: inout [Diagnostic]) {
    self.init(parsing: file, upTo: file.text.utf8.count, diagnostics: &diagnostics)
  }

  /// Parses a file from its beginning up to an offset.
  init(parsing file: SourceFile, upTo end: Int, diagnostics: inout [Diagnostic]) {
    self.file = file
    guard end <= Self.maximumBytes else {
      diagnostics.append(.fileTooLarge(file))
      root = YAMLNode(content: .unreadable, range: 0..<0, file: file)
      return
    }
    var input = ParserInput(file, upTo: end)
    diagnostics += input.findings.diagnostics
    var recovery = Recovery(of: file, upTo: end)
    while true {
      var builder = TreeBuilder(file: file, patches: input.patches)
      do {
        try builder.build(from: input.bytes)
      } catch {
        if recovery.mend(&input, after: error, openBracket: builder.openBracket) { continue }
        diagnostics += recovery.diagnostics + builder.findings.diagnostics
        root = YAMLNode(content: .unreadable, range: 0..<0, file: file)
        return
      }
      diagnostics += recovery.diagnostics + builder.findings.diagnostics
      root = builder.root
      return
    }
  }
}
