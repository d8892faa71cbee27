import Foundation
import Synchronization

@testable import Publishing

extension ErrorCode {
  static let noSpace = ErrorCode(ENOSPC)
  static let inputOutput = ErrorCode(EIO)
}

/// Makes disks that fail where a test says so, and counts their calls.
final class Faults: Sendable {
  private let calls = Mutex(0)
  private let fault: @Sendable (Int, DiskCall, String) -> ErrorCode?

  /// - Parameter fault: for the number of a call, from 0, the call and its path, the code to fail with.
  init(_ fault: @escaping @Sendable (Int, DiskCall, String) -> ErrorCode?) { self.fault = fault }

  /// How many calls there were.
  var count: Int { calls.withLock { $0 } }

  var disk: Disk {
    var disk = Disk()
    disk.fault = { call, path in
      let number = self.calls.withLock { calls in
        defer { calls += 1 }
        return calls
      }
      return self.fault(number, call, path)
    }
    return disk
  }
}

/// What the file system allows, and so how the new site can take the place of the old one.
enum Setting: CaseIterable, Sendable {
  /// The two folders can be exchanged.
  case exchange
  /// They cannot; files are moved one by one.
  case noExchange
  /// Nothing can be made beside the site, so everything happens inside it.
  case insideOnly

  /// The code for a call, where there is no other fault.
  func code(for call: DiskCall, _ path: String) -> ErrorCode? {
    switch self {
    case .exchange: nil
    case .noExchange: call == .exchange ? .invalid : nil
    case .insideOnly:
      call == .makeFolder && path.hasSuffix(".waybook") && path.lastName != Workspace.nameInside
        ? .noAccess : nil
    }
  }

  /// A disk without other faults.
  var disk: Disk { Faults { _, call, path in self.code(for: call, path) }.disk }

  /// A disk on which only so many calls succeed: to the files it is as if the process were killed then.
  func disk(killedAfter calls: Int) -> Faults {
    Faults { number, call, path in number >= calls ? .inputOutput : self.code(for: call, path) }
  }

  /// A disk on which one call fails.
  func disk(failing call: Int, with code: ErrorCode) -> Faults {
    Faults { number, made, path in number == call ? code : self.code(for: made, path) }
  }
}
