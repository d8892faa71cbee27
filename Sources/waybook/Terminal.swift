import Dispatch
import Foundation
import Interview
import Synchronization

/// The terminal that an interview runs on: lines out, lines in, nothing else, so that it stays as it was.
struct Terminal {
  private let typesetter: Typesetter

  /// Nil where nobody could answer: standard input or standard output is no terminal.
  init?() {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return nil }
    let environment = ProcessInfo.processInfo.environment
    let isPlain = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] ?? "dumb" == "dumb"
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    typesetter = Typesetter(columns: isKnown ? min(80, Int(size.ws_col)) : 80, usesStyles: !isPlain)
  }

  /// Says something. Where the terminal is gone, no answer comes from it either, and that ends the interview.
  func say(_ utterances: [Utterance]) { _ = try? Console.write(typesetter.text(of: utterances)) }

  /// Waits for a line; nil at the end of the input.
  func nextLine() -> String? { readLine() }

  /// The text of what is said, for later.
  func text(of utterances: [Utterance]) -> String { typesetter.text(of: utterances) }
}

/// What ctrl-C does: a last word, and an end by the signal, but never in the middle of a piece of work.
final class Interruption {
  private let queue = DispatchQueue(label: "waybook.interruption")
  private let lastWord: LastWord
  private let source: any DispatchSourceSignal

  private final class LastWord: Sendable {
    let text: Mutex<String>
    init(_ text: String) { self.text = Mutex(text) }
  }

  /// Takes the signal over, for as long as the program runs.
  init(lastWord text: String) {
    let lastWord = LastWord(text)
    self.lastWord = lastWord
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: queue)
    source.setEventHandler {
      _ = try? Console.write("\n" + lastWord.text.withLock { $0 })
      endBySignal(SIGINT)
    }
    source.activate()
  }

  /// Does something that ctrl-C waits for; it gives the last word from now on.
  func postponed(_ work: () throws -> String) rethrows {
    try queue.sync {
      let word = try work()
      lastWord.text.withLock { $0 = word }
    }
  }
}
