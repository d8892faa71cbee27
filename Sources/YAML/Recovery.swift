internal import Diagnostics

struct Recovery {
  let file: SourceFile
  var diagnostics: [Diagnostic] = []
  init(of file: SourceFile) { self.file = file }
  mutating func mend(_ input: inout ParserInput, after error: SyntaxError, openBracket: Int?) -> Bool {
    diagnostics.append(
      Diagnostic(.error, "yaml.syntax", at: file.location(error.offset..<error.offset), "\(error.problem)"))
    return false
  }
}
