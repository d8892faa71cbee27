internal import Diagnostics

/// The diagnostics of one file, up to a limit.
///
/// Finding the column of a place takes as long as its line, so that a broken file on a single line of
/// megabytes must not name every place.
struct Findings {
  /// How many diagnostics are kept.
  static let limit = 200

  private(set) var diagnostics: [Diagnostic] = []

  /// Adds a diagnostic, which is made only if there is room; the last one says that there are more.
  mutating func append(_ diagnostic: @autoclosure () -> Diagnostic) {
    guard diagnostics.count < Self.limit else { return }
    diagnostics.append(diagnostic())
    if diagnostics.count == Self.limit { diagnostics[Self.limit - 1].notes.append(.moreIsNotListed) }
  }
}
