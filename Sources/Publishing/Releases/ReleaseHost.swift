import SiteFiles

/// A place where releases are kept, and the few things that are done there. Names are those of `TargetLayout`.
///
/// What becomes of readers when one of these is interrupted is settled by their order, which `Releases` has.
protocol ReleaseHost: Sendable {
  /// How messages name the place.
  var name: String { get }

  /// What is there now.
  func state() async throws(PublishingError) -> TargetState
  /// Makes the folder and those above it, where they are missing, and in it first of all the marker.
  func makeTarget() async throws(PublishingError)
  /// Takes the lock, or fails with `targetLocked`.
  ///
  /// - Parameter breaking: whether somebody else's is broken first.
  func lock(as holder: LockHolder, breaking: Bool) async throws(PublishingError)
  /// Gives the lock back, unless somebody else has broken it.
  func unlock(as holder: LockHolder) async throws(PublishingError)

  /// What a release holds; nil where its manifest is gone.
  func manifest(of release: ReleaseName) async throws(PublishingError) -> Manifest?
  /// Brings a site into a folder among the releases; what is there already stays, and files that the previous
  /// release has with the same bytes become hard links to it. The manifest comes last.
  func upload(_ site: InspectedSite, to folder: String, unchangedFrom previous: ReleaseName?)
    async throws(PublishingError)
  /// Where such a folder differs from the site, by bytes that are read there.
  func differences(of folder: String, from site: InspectedSite) async throws(PublishingError) -> [String]

  /// Gives a folder among the releases the theme's files of a release, by the names of their folders in `assets`.
  func keepAssets(_ assets: [String], of release: ReleaseName, in folder: String)
    async throws(PublishingError)

  /// Makes the link to a release that may not be there yet, beside the link to the current one.
  func announce(_ release: ReleaseName) async throws(PublishingError)
  /// Gives a folder among the releases another name.
  func rename(_ folder: String, to name: String) async throws(PublishingError)
  /// Puts the announced link in the place of the current one, in one step.
  func flip() async throws(PublishingError)
  /// Removes a folder among the releases.
  func remove(_ folder: String) async throws(PublishingError)
}

/// Who publishes, for those who come upon the lock.
public struct LockHolder: Hashable, Sendable, CustomStringConvertible {
  /// `dana@ci-3, process 4711, since 20261123T054000Z`.
  public let description: String

  /// Names the holder.
  public init(user: String, host: String, time: UTCTime) {
    let place = "\(user)@\(host)".filter { !$0.isNewline }
    description = "\(place), process \(CurrentProcess.id), since \(time)"
  }

  /// The end of what a lock says that no process on the target's own computer holds.
  static let remoteEnding = ", over ssh"
}
