/// A part of a site that is built, kept or dropped as a whole.
public enum SiteUnit: Hashable, Sendable {
  /// What all teams share: the portfolio and other pages over all of them.
  case shared
  /// The styles, scripts and images of one theme, by the name of their folder: pages of teams that were built with
  /// another one still find theirs.
  case assets(String)
  /// One team's playbook, by its key: `payments`, or `payments/ledger-api` for one of several subjects.
  case team(String)
}

extension SiteUnit: Comparable, CustomStringConvertible {
  /// The shared files first, then those of themes, then the teams by key.
  public static func < (a: Self, b: Self) -> Bool {
    (a.rank, a.name) < (b.rank, b.name)
  }

  private var rank: Int {
    switch self {
    case .shared: 0
    case .assets: 1
    case .team: 2
    }
  }

  private var name: String {
    switch self {
    case .shared: ""
    case .assets(let name), .team(let name): name
    }
  }

  /// How a sentence names it.
  public var description: String {
    switch self {
    case .shared: "the shared files"
    case .assets(let folder): "the theme's files '\(folder)'"
    case .team(let key): "team '\(key)'"
    }
  }
}
