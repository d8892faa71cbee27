/// What a run has begun that the next one has to finish if this one is killed.
///
/// No journal means that the site has not been touched.
enum Journal: Hashable, Sendable {
  /// The staging folder, with this inode, is about to be exchanged with the site.
  case exchange(UInt64)
  /// The files in the staging folder are being moved into the site one by one.
  case move

  /// The journal of a workspace; nil where there is none, or where it was cut off before anything had begun.
  init?(of workspace: Workspace, on disk: Disk) throws(PublishingError) {
    guard let bytes = try disk.contents(of: workspace.journal) else { return nil }
    // The blank at the end says that the number is whole.
    guard bytes.last == UInt8(ascii: " ") else { return nil }
    let words = String(decoding: bytes, as: UTF8.self).split(separator: " ")
    switch (words.first, words.dropFirst().first.flatMap { UInt64($0) }) {
    case ("exchange", let inode?): self = .exchange(inode)
    case ("move", _): self = .move
    default: return nil
    }
  }

  /// Writes the journal, and waits until it and everything written before it are on the disk.
  func begin(in workspace: Workspace, on disk: Disk) throws(PublishingError) {
    let new = workspace.journal + ".new"
    try disk.remove(new)
    try disk.write(Array(text.utf8), to: new)
    try disk.move(new, to: workspace.journal)
    try disk.sync(workspace.path)
  }

  /// Removes the journal: all that had begun is done.
  static func end(in workspace: Workspace, on disk: Disk) throws(PublishingError) {
    try disk.remove(workspace.journal)
    try disk.remove(workspace.journal + ".new")
  }

  private var text: String {
    switch self {
    case .exchange(let inode): "exchange \(inode) "
    case .move: "move "
    }
  }
}
