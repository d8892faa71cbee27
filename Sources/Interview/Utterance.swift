/// One thing that the interview says, with its role; `Typesetter` makes lines of it.
public enum Utterance: Hashable, Sendable {
  /// An empty line.
  case blank
  /// Plain words.
  case words(String)
  /// A question, which stands out.
  case question(String)
  /// What goes with a question: where in the interview it stands, who sees its answer.
  case aside(String)
  /// An answer to choose, or a key to press, with what it stands for.
  case item(String, String)
  /// What is still possible.
  case standing(String)
  /// An entry that was not understood, or an answer that could not be saved.
  case problem(String)
  /// A line to copy, such as a command: never wrapped.
  case line(String)
  /// What is expected now; the cursor stays behind it.
  case prompt(String)
}
