/// Where we differ from GitHub's renderer, and mean to.
enum KnownDifference {
  static func explains(_ document: String) -> Bool { false }
}
