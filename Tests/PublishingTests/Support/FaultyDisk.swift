import Synchronization

@testable import Publishing

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

/// Whether the file system lets folders be exchanged.
enum Exchanging: CaseIterable, Sendable {
  case possible, refused

  /// The code for a call, where there is no other fault.
  func code(for call: DiskCall) -> ErrorCode? {
    self == .refused && call == .exchange ? .invalid : nil
  }

  /// A disk without faults.
  var disk: Disk { Faults { _, call, _ in self.code(for: call) }.disk }

  /// A disk on which only so many calls succeed: to the files it is as if the process were killed then.
  func disk(killedAfter calls: Int) -> Faults {
    Faults { number, call, _ in number >= calls ? .inputOutput : self.code(for: call) }
  }

  /// A disk on which one call fails.
  func disk(failing failing: Int, with code: ErrorCode) -> Faults {
    Faults { number, call, _ in number == failing ? code : self.code(for: call) }
  }
}
