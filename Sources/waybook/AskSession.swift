import Authoring
import Diagnostics
import Interview
import Publishing

/// One run of an interview: each line is answered, and what it changes is saved before the next is read.
struct AskSession {
  var interview: Interview
  let file: SingleFile
  /// What the file held when it was last read or written; nil where there is none.
  var saved: [UInt8]?
  let terminal: Terminal

  /// Asks until there is nothing more to ask, or nobody to answer.
  ///
  /// - Throws: `PublishingError` where the file cannot be saved; an exit code where it has mistakes by now.
  mutating func run() throws {
    let interruption = Interruption(lastWord: terminal.text(of: interview.farewell))
    terminal.say(interview.begin())
    while !interview.isFinished {
      guard let line = terminal.nextLine() else {
        terminal.say([.blank] + interview.farewell)
        return
      }
      var words: [Utterance] = []
      try interruption.postponed {
        words = try takeChanges()
        words += interview.receive(line)
        try save()
        return terminal.text(of: interview.farewell)
      }
      terminal.say(words)
    }
  }

  private mutating func save() throws {
    let bytes = Array(interview.file.text.utf8)
    guard bytes != saved ?? [] else { return }
    try file.replace(with: bytes)
    saved = bytes
  }

  /// Somebody may have the file open in an editor: what they saved meanwhile counts.
  private mutating func takeChanges() throws -> [Utterance] {
    guard let bytes = try file.contents(), bytes != saved ?? [] else { return [] }
    var diagnostics: [Diagnostic] = []
    var isTaken = false
    do {
      let changed = try SourceFile(path: file.path, bytes: bytes)
      isTaken = interview.take(changed, diagnostics: &diagnostics)
    } catch {
      diagnostics.append(error)
    }
    guard isTaken else {
      Console.show(diagnostics)
      throw Console.problems(diagnostics)
    }
    saved = bytes
    return [.words("\(file.path) was changed meanwhile; what it says now counts.")]
  }
}
