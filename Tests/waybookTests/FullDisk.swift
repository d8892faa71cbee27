import Foundation
import TestSupport

/// A file system with little room, as memory, gone with the value.
final class FullDisk {
  private let mount: Mount
  private let filler: URL

  /// Mounts it on a folder that is made.
  init(at path: String) throws {
    mount = try Mount(["-t", "tmpfs", "-o", "size=8m", "tmpfs"], on: path)
    filler = URL(filePath: "\(path)/releases/.filler")
  }

  /// Leaves room for a few files.
  func fill() throws {
    let values = try filler.deletingLastPathComponent().resourceValues(forKeys: [.volumeAvailableCapacityKey])
    try Data(count: max(0, (values.volumeAvailableCapacity ?? 0) - 60_000)).write(to: filler)
  }

  /// Makes room again.
  func empty() throws { try FileManager.default.removeItem(at: filler) }
}
