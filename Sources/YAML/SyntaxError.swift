/// Why a text is no YAML, and where; ends one pass over it.
struct SyntaxError: Error {
  enum Problem: Equatable {
    /// libyaml's own words.
    case library(String)
    /// Lists and mappings nest too deep.
    case tooDeep
    /// A quoted text goes on in a line that is not indented deeper than what holds it.
    case quoteRunsOn
  }

  var problem: Problem
  /// The offset at which reading stopped.
  var offset: Int
  /// The offset of the construct that was being read, such as an opening quote, where there is one.
  var context: Int?

  init(_ problem: Problem, at offset: Int, within context: Int? = nil) {
    self.problem = problem
    self.offset = offset
    self.context = context
  }
}
