import Foundation
import Synchronization

@testable import Publishing

extension ErrorCode {
  static let inputOutput = ErrorCode(EIO)
}

/// Makes disks that fail where a test says so, and counts their calls.
final class Faults: Sendable {
  private let counts = Mutex((calls: 0, injected: 0))
  private let fault: @Sendable (Int, DiskCall, String) -> ErrorCode?
  private let limits: @Sendable (DiskCall, String) -> ErrorCode?

  /// - Parameters:
  ///   - limits: what the file system never allows, which is no fault.
  ///   - fault: for the number of a call, from 0, the call and its path, the code to fail with.
  init(
    limits: @escaping @Sendable (DiskCall, String) -> ErrorCode? = { _, _ in nil },
    _ fault: @escaping @Sendable (Int, DiskCall, String) -> ErrorCode?
  ) {
    (self.limits, self.fault) = (limits, fault)
  }

  /// How many calls there were.
  var count: Int { counts.withLock(\.calls) }

  /// How many of them were made to fail.
  var injected: Int { counts.withLock(\.injected) }

  var disk: Disk {
    var disk = Disk()
    disk.fault = { call, path in
      self.counts.withLock { counts in
        defer { counts.calls += 1 }
        let code = self.fault(counts.calls, call, path)
        if code != nil { counts.injected += 1 }
        return code ?? self.limits(call, path)
      }
    }
    return disk
  }
}

/// The faults of one test by kind, printed at its end.
struct FaultCount {
  let title: String
  private var kinds: [(name: String, count: Int)] = []

  init(_ title: String) { self.title = title }

  mutating func add(_ kind: String, _ count: Int = 1) {
    if let index = kinds.firstIndex(where: { $0.name == kind }) {
      kinds[index].count += count
    } else {
      kinds.append((kind, count))
    }
  }

  var total: Int { kinds.reduce(0) { $0 + $1.count } }

  func show() {
    print(
      "\(title): \(kinds.map { "\($0.count) \($0.name)" }.joined(separator: ", ")); the site was whole after each"
    )
  }
}

/// The faults that are tried at each call to the disk.
enum DiskFault: String, CaseIterable {
  case full = "ENOSPC"
  case refused = "EACCES"
  case broken = "EIO"

  var code: ErrorCode {
    switch self {
    case .full: .noSpace
    case .refused: .noAccess
    case .broken: .inputOutput
    }
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
  @Sendable func code(for call: DiskCall, _ path: String) -> ErrorCode? {
    switch self {
    case .exchange: nil
    case .noExchange: call == .exchange ? .invalid : nil
    case .insideOnly:
      call == .makeFolder && path.hasSuffix(".waybook") && path.lastName != Workspace.nameInside
        ? .noAccess : nil
    }
  }

  /// A disk without other faults.
  var disk: Disk { Faults(limits: code) { _, _, _ in nil }.disk }

  /// A disk on which only so many calls succeed: to the files it is as if the process were killed then.
  func disk(killedAfter calls: Int) -> Faults {
    Faults(limits: code) { number, _, _ in number >= calls ? .inputOutput : nil }
  }

  /// A disk on which one call fails.
  func disk(failing call: Int, with code: ErrorCode) -> Faults {
    Faults(limits: self.code) { number, _, _ in number == call ? code : nil }
  }
}
