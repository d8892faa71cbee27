/// One phase of a publication. Readers notice the flip only.
enum ReleaseStep: Hashable, Sendable {
  /// Brings the files of the site into a folder beside the releases; what an earlier release has is linked.
  case upload(to: String, unchangedFrom: ReleaseName?)
  /// Compares what has arrived with the site.
  case verify(String)
  /// Gives a release the theme's files of another one, by the names of their folders: a page that a reader opened just
  /// before the flip still finds what it takes in.
  case keepAssets([String], of: ReleaseName, in: String)
  /// Makes a folder that has arrived a release, where one is named, and then the current one.
  case flip(to: ReleaseName, from: String?)
  /// Removes old releases and what interrupted runs have left.
  case prune([String])
}

extension ReleaseStep: CustomStringConvertible {
  /// What it will do, in words.
  var description: String {
    switch self {
    case .upload(let folder, nil): "upload all files to \(TargetLayout.path(folder))"
    case .upload(let folder, let previous?):
      "upload to \(TargetLayout.path(folder)) what is not in \(previous)"
    case .verify(let folder): "compare the checksums of \(TargetLayout.path(folder)) with the site"
    case .keepAssets(_, let release, let folder):
      "keep in \(TargetLayout.path(folder)) the styles and scripts of \(release), for those who read it now"
    case .flip(let release, _): "make \(release) the current release"
    case .prune(let names): "remove \(names.joined(separator: ", "))"
    }
  }
}
