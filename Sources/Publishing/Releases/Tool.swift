import Subprocess

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
    let said: String
    do {
      let result = try await Subprocess.run(
        .name(rawValue), arguments: Arguments(arguments), input: .array(input),
        output: .bytes(limit: 1 << 26),
        error: .string(limit: 1 << 20))
      if result.terminationStatus.isSuccess { return result.standardOutput }
      said = result.standardError
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw .toolMissing(rawValue)
    } catch {
      throw .tool(rawValue, target: target, said: "\(error)")
    }
    throw .tool(rawValue, target: target, said: Self.printable(said))
  }

  /// What a program said, without what a terminal would obey, and no more than its last lines.
  private static func printable(_ text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      String(String.UnicodeScalarView(line.unicodeScalars.filter { !$0.isControl }))
    }
    return lines.filter { !$0.isEmpty }.suffix(6).joined(separator: "; ")
  }
}
