internal import Diagnostics

/// What a syntax error means to the author: the words, the place, and the part of the text to blame.
struct Explanation {
  /// A way to go on other than overwriting what is to blame.
  enum Remedy {
    case none
    /// To put a space after the `key:` in the range.
    case missingSpace(key: Range<Int>)
  }

  let diagnostic: Diagnostic
  /// The offset of what is to blame, which may be lines above the place where libyaml stopped.
  let target: Int
  var remedy = Remedy.none

  init(_ diagnostic: Diagnostic, at target: Int, remedy: Remedy = .none) {
    self.diagnostic = diagnostic
    self.target = target
    self.remedy = remedy
  }
}
