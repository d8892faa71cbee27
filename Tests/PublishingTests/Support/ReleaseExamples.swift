import Foundation
import SiteFiles

@testable import Publishing

extension Releases.Request {
  /// A request of a test, at a time of its own.
  static func at(_ seconds: Int, _ site: String) -> Self {
    let now = UTCTime(seconds: 1_800_000_000 + seconds)
    return Self(site: site, now: now, holder: LockHolder(user: "dana", host: "ci-3", time: now))
  }

  /// The same request, with exceptions.
  func with(_ change: (inout Self) -> Void) -> Self {
    var request = self
    change(&request)
    return request
  }
}

extension Releases {
  /// Releases in a folder.
  static func inFolder(_ path: String, on disk: Disk = Disk()) throws -> Releases {
    Releases(on: try FolderHost(path, disk: disk), disk: disk)
  }

  /// Publishes a site; the name of its release.
  @discardableResult
  func made(_ request: Request) async throws -> ReleaseName? {
    guard case .published(let name, _) = try await publish(request) else { return nil }
    return name
  }
}

extension ExampleSite {
  /// Pages with the names that shells and disks stumble over.
  static let oddNames: ExampleSite = [
    .shared: ["index.html": "start", "it's $HOME `id` & more; (ü).html": "odd", "-rf": "option"],
    .team("a b"): ["a b/'; touch owned; '.html": "quotes", "a b/日本 語/ü.html": "letters"],
  ]

  /// A small site whose start page says which version it is, beside files that stay.
  static func version(_ number: Int) -> ExampleSite {
    [.shared: ["index.html": "version \(number)", "assets/style.css": "style", "other/page.html": "same"]]
  }
}
