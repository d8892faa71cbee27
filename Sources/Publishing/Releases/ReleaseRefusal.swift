/// Why a site is not published as it stands: what the user asked for does not fit, and nothing was changed.
public enum ReleaseRefusal: Error, Hashable, Sendable {
  /// There is no site, or what is there is none of ours.
  case noSite(String)
  /// The site is not what was built.
  case siteDiffers(String, [SiteDifference])
  /// The site has links or other things that are no files.
  case noFiles(String, [String])
  /// The target is a part of the site.
  case targetInSite(String)
  /// More of the published pages would go than may.
  case tooManyRemovals(pages: [String], published: Int)
  /// There is no release of that name, or none to go back to.
  case noRelease(String?, target: String, known: [String])
}

extension ReleaseRefusal: CustomStringConvertible {
  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .noSite(let site):
      "There is no site in '\(site)'; run 'waybook build', or name its folder with --output"
    case .siteDiffers(let site, let differences):
      "'\(site)' is not what was built:\n" + Self.lines(differences.map(\.description))
        + "Run 'waybook build' again, or publish it as it is with --force"
    case .noFiles(let site, let paths):
      "'\(site)' holds links or other things that are no files and cannot be published:\n" + Self.lines(paths)
        + "Take them away, or put files in their place"
    case .targetInSite(let target):
      "The target '\(target)' is inside the site; choose a folder outside it"
    case .tooManyRemovals(let pages, let published):
      """
      \(pages.count) of \(published) published pages would go, which is more than \(Removals.limit) %:
      \(Self.lines(pages))If that is meant, say so with --allow-removals
      """
    case .noRelease(nil, let target, _):
      "There is no release in '\(target)' to go back to; 'waybook publish --list' shows all"
    case .noRelease(let name?, let target, let known):
      "There is no release '\(name)' in '\(target)'; "
        + (known.isEmpty ? "there is none at all" : "there are: " + known.joined(separator: ", "))
    }
  }

  /// One line each, the first of many.
  private static func lines(_ items: [String]) -> String {
    let shown = items.prefix(10).map { "  \($0)\n" }.joined()
    return items.count > 10 ? shown + "  and \(items.count - 10) more\n" : shown
  }
}

/// What in a site is not as it was built.
public enum SiteDifference: Hashable, Sendable, CustomStringConvertible {
  /// A file has other bytes, is gone, or was not made by Waybook.
  case changed(String), missing(String), foreign(String)

  /// The path, and what is the matter with it.
  public var description: String {
    switch self {
    case .changed(let path): "'\(path)' has changed"
    case .missing(let path): "'\(path)' is missing"
    case .foreign(let path): "'\(path)' was not made by Waybook"
    }
  }
}
