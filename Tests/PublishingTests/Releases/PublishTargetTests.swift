import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Targets as they are written, and what a shell reads of them.
@Suite struct PublishTargetTests {
  @Test(
    "Addresses are taken apart",
    arguments: [
      ("ssh://www.example/srv/x", "ssh://www.example/srv/x"),
      ("ssh://deploy@www.example:2222/srv//x/", "ssh://deploy@www.example:2222/srv/x"),
      ("ssh://a@realm@h/it's%20%C3%BC", "ssh://a@realm@h/it's ü"),
      ("ssh://[::1]:22/x", "ssh://[::1]:22/x"),
      ("ssh://alias_1/a b/$HOME/%25", "ssh://alias_1/a b/$HOME/%"),
    ])
  func addresses(text: String, read: String) throws {
    guard case .ssh(let address) = try PublishTarget(text) else {
      Issue.record("no address")
      return
    }
    #expect(address.description == read)
  }

  @Test("Paths are folders", arguments: ["./public", "/srv/a b", "../it's", "ü"])
  func folders(text: String) throws { #expect(try PublishTarget(text) == .folder(text)) }

  @Test(
    "What is no target is refused with what to write instead",
    arguments: [
      ("", PublishTarget.Problem.empty), ("-rf", .option("-rf")), ("a\nb", .controlCharacter),
      ("\u{1B}[2J/x", .controlCharacter), ("ssh://h/a%0Ab", .controlCharacter),
      ("ssh://h/a\u{0}", .controlCharacter),
      ("ssh://-oProxyCommand=x/srv", .host("-oProxyCommand=x")), ("ssh://-l@h/srv", .user("-l")),
      ("ssh://u:secret@h/srv", .password), ("ssh://h", .noPath), ("ssh://h/", .noPath),
      ("ssh:///srv", .noHost),
      ("ssh://:22/srv", .noHost), ("ssh://h:0/x", .port("0")), ("ssh://h:99999/x", .port("99999")),
      ("ssh://h:/x", .port("")), ("ssh://h /x", .host("h ")), ("ssh://[x]/y", .host("x")),
      ("ssh://@h/x", .user("")),
      ("ssh://h/a/../b", .path("/a/../b")), ("ssh://h/%2e%2e/b", .path("/../b")), ("ssh://h/%", .escape),
      ("ssh://h/%zz", .escape), ("ssh://h/%+1", .escape), ("ssh://h/%FF", .escape),
      ("ftp://h/x", .otherScheme("ftp://")),
    ])
  func refused(text: String, problem: PublishTarget.Problem) {
    #expect(throws: problem) { try PublishTarget(text) }
    #expect(!problem.description.contains("secret"))
    #expect(problem.description.unicodeScalars.allSatisfy { !$0.isControl })
  }

  @Test(
    "A shell reads a quoted text back, whatever is in it",
    arguments: [
      "", "a", "a b", "'", "''", "it's", "'\u{301}", "$(touch x)", "`id`", "a\nb", "\\", "\\'", "!", "~",
      "=ls", "-n", "*",
      "\"", "ü日本", "'; exit 3; '", "#", "a=b", "\t", "%s", "'\u{200D}'", "\u{FE0F}'",
    ])
  func quoting(text: String) throws {
    #expect(
      try Self.words("printf '%s\\n' " + text.shellQuoted + " end") == [text, "end"].joined(separator: "\n")
        + "\n")
  }

  @Test("Random texts come back from a shell as well")
  func randomQuoting() throws {
    var random = SplitMix(seed: 7)
    let alphabet = Array("'\"\\$`!&|;<>()*?[]{}~#=% \n\ta\u{301}ü\u{200D}-".unicodeScalars)
    let texts = (0..<200).map { _ in
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        text.append(alphabet.randomElement(using: &random)!)
      }
      return String(text)
    }
    let script = texts.map { "printf '%s\\0' " + $0.shellQuoted }.joined(separator: "; ")
    #expect(
      try Self.words(script).split(separator: "\0").map { Array($0.utf8) } == texts.map { Array($0.utf8) })
  }

  @Test(
    "A script for a host is one command with its arguments",
    arguments: ["/srv/it's $HOME", "/a'; touch x; '"])
  func remoteCommand(path: String) throws {
    let folder = try TemporaryFolder()
    let command = RemoteScript.state.command([folder.path + path])
    #expect(try Self.words("cd \(folder.path.shellQuoted); " + command) == "")
    #expect(try folder.names().isEmpty)
  }

  private static func words(_ script: String) throws -> String {
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script]
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
