/// Why no code can be highlighted here: something of GNU Source-highlight is not installed.
public enum HighlighterMissing: Error, Hashable, Sendable, CustomStringConvertible {
  /// The program was built without the library.
  case library
  /// The library's own language definitions are not where they should be.
  case definitions(folder: String)

  /// What is missing and what to do about it.
  public var description: String {
    switch self {
    case .library:
      "this waybook was built without GNU Source-highlight; install libsource-highlight-dev (apt) or "
        + "source-highlight (Homebrew) and build waybook anew"
    case .definitions(let folder):
      "'\(folder)' has no language definitions; install libsource-highlight-common (apt) or source-highlight "
        + "(Homebrew), or name their folder in SOURCE_HIGHLIGHT_DATADIR"
    }
  }
}
