import Foundation
import Synchronization

/// How far long work is, in one line on a terminal that is written over and goes away at the end: nothing where standard
/// error is no terminal, and nothing in the first moments, in which most work ends.
final class ProgressLine: Sendable {
  private struct State {
    var done = 0
    /// When the line may be written next.
    var next: ContinuousClock.Instant
    var isShown = false
  }

  private let total: Int
  private let noun: String
  private let state: Mutex<State>

  /// Nil where nobody would see it.
  ///
  /// - Parameters:
  ///   - total: how many things there are to do.
  ///   - noun: what they are called, many of them.
  init?(total: Int, _ noun: String) {
    guard isatty(STDERR_FILENO) == 1, ProcessInfo.processInfo.environment["TERM"] ?? "dumb" != "dumb" else {
      return nil
    }
    (self.total, self.noun) = (total, noun)
    state = Mutex(State(next: .now + .milliseconds(300)))
  }

  /// Counts one thing more. May be called from several threads at once.
  func advance() {
    state.withLock { state in
      state.done += 1
      guard ContinuousClock.now >= state.next else { return }
      state.next = .now + .milliseconds(100)
      state.isShown = true
      let filled = state.done * Self.width / max(total, 1)
      let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: Self.width - filled)
      Self.write("\r[\(bar)] \(state.done) of \(total) \(noun)\(Self.toEndOfLine)")
    }
  }

  /// Takes the line away.
  func end() {
    state.withLock { state in
      if state.isShown { Self.write("\r" + Self.toEndOfLine) }
      state.isShown = false
    }
  }

  private static let width = 30
  /// Clears what an earlier line has left (ECMA-48, erase in line).
  private static let toEndOfLine = "\u{1B}[K"

  private static func write(_ text: String) { Console.tell(text) }
}
