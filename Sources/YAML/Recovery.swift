internal import Diagnostics

/// Gets libyaml past syntax errors, so that one run reports every mistake of a file.
///
/// For each error it overwrites the smallest part of the text that lets the parser come further: the value on
/// the line, the line, then what each enclosing key holds. A part that does not help is put back. So nothing
/// is reported that hangs on an earlier mistake, and what stands outside of the overwritten parts is read.
struct Recovery {
  private(set) var diagnostics: [Diagnostic] = []
  private let file: SourceFile
  private let end: Int
  /// What may still be overwritten for the last error, largest first.
  private var candidates: [Patch] = []
  /// An error is a new one only from here on; before, what was overwritten last did not help.
  private var progressStart = 0
  /// How many bytes may still be parsed again, and how many errors reported.
  private var allowance: (bytes: Int, errors: Int)

  /// - Parameter end: the offset up to which the file is YAML.
  init(of file: SourceFile, upTo end: Int) {
    self.file = file
    self.end = end
    allowance = (bytes: max(8 << 20, 4 * end), errors: 100)
  }

  /// Reports an error and overwrites a part of the input; false where nothing is left to try.
  ///
  /// - Parameter openBracket: where the outermost list or mapping in brackets began that was open.
  mutating func mend(_ input: inout ParserInput, after error: SyntaxError, openBracket: Int?) -> Bool {
    let explanation = TrapReader(error: error, file: file, end: end).explanation(openBracket: openBracket)
    if explanation.target >= progressStart {
      diagnostics.append(explanation.diagnostic)
      candidates = Self.candidates(for: explanation, in: file, upTo: end).reversed()
      allowance.errors -= 1
    } else {
      input.undo()
    }
    allowance.bytes -= end
    guard allowance.bytes > 0, allowance.errors > 0, let patch = candidates.popLast() else {
      if let last = diagnostics.indices.last { diagnostics[last].notes.append(.restIsNotChecked) }
      return false
    }
    input.apply(patch)
    progressStart = max(patch.range.upperBound, explanation.target + 1)
    return true
  }
}
