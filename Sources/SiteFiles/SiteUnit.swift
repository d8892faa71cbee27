/// A part of a site that is built, kept or dropped as a whole.
public enum SiteUnit: Hashable, Sendable {
  /// What all teams share: the portfolio, styles, scripts.
  case shared
  /// One team's playbook, by its key: `payments`, or `payments/ledger-api` for one of several subjects.
  case team(String)
}

extension SiteUnit: Comparable, CustomStringConvertible {
  /// The shared files first, then the teams by key.
  public static func < (a: Self, b: Self) -> Bool {
    switch (a, b) {
    case (.shared, .team): true
    case (.team(let first), .team(let second)): first < second
    case (_, .shared): false
    }
  }

  /// How a sentence names it.
  public var description: String {
    switch self {
    case .shared: "the shared files"
    case .team(let key): "team '\(key)'"
    }
  }
}
