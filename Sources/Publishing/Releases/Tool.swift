import Processes

/// A program of the system that is run with arguments, and without a shell.
enum Tool: String, Hashable, Sendable {
  case ssh, rsync

  /// Runs it to its end.
  ///
  /// - Parameters:
  ///   - input: what it reads from standard input.
  ///   - target: what it works for, for messages.
  /// - Returns: what it printed.
  /// - Throws: `toolMissing` where it is not installed; `tool` where it fails, with what it said.
  func run(_ arguments: [String], input: [UInt8] = [], for target: String) async throws(PublishingError)
    -> [UInt8]
  {
    let run: OtherProgram.Run
    do {
      run = try await OtherProgram(rawValue).run(arguments, input: input)
    } catch {
      throw error.isMissing ? .toolMissing(rawValue) : .tool(rawValue, target: target, said: error.reason)
    }
    guard run.succeeded else { throw .tool(rawValue, target: target, said: Self.printable(run.stderr)) }
    return run.output
  }

  /// What a program said, without what a terminal would obey, and no more than its last lines.
  private static func printable(_ text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      String(String.UnicodeScalarView(line.unicodeScalars.filter { !$0.isControl }))
    }
    return lines.filter { !$0.isEmpty }.suffix(6).joined(separator: "; ")
  }
}
