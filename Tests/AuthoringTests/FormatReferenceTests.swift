import Authoring
import Diagnostics
import Foundation
import TestSupport
import Testing

/// Content/README.md, the format reference, held to the loader: its examples and its tables of keys.
@Suite struct FormatReferenceTests {
  private let page: String
  private let example: Example

  init() throws {
    let bytes = try Data(contentsOf: Checkout.root.appending(path: "Content/README.md"))
    page = String(decoding: bytes, as: UTF8.self)
    example = Example(FencedFiles.texts(in: page))
  }

  @Test func `its examples make up a playbook and answers without a problem`() throws {
    var diagnostics: [Diagnostic] = []
    let (playbook, answers) = try example.load(&diagnostics)
    #expect(diagnostics.text == "")
    #expect(playbook?.criteria.count == 3)
    #expect(answers.map(\.key.description) == ["support/handbook"])
    #expect(answers.first?.answers.count == 5, "three of its own, one of the team's and one of all teams")
  }

  @Test func `its tables name the keys that the loader takes, and no others`() throws {
    #expect(ReferenceTables(page).keys == (try example.allowedKeys()))
  }

  @Test func `its table of templates names the files of the default theme`() throws {
    let folder = try InputFolder.disk(Checkout.path("Templates"))
    let shown = folder.files.map { file in
      if file.hasPrefix("parts/") { return "parts/*.html" }
      if file.hasPrefix("assets/") { return "assets/*" }
      return file.hasSuffix(".lang") ? "languages/*.lang" : file
    }
    #expect(ReferenceTables(page).templates == Set(shown))
  }
}

/// The files that the reference shows: a playbook, a folder of answers and the rest of a project.
private struct Example {
  private let files: [String: String]

  init(_ files: [String: String]) { self.files = files }

  private var playbook: [String: String] {
    files.filter { path, _ in
      path != ProjectFile.name && !path.hasPrefix("teams/") && !path.hasPrefix("Templates/")
    }
  }

  private var teams: [String: String] {
    Dictionary(
      uniqueKeysWithValues: files.filter { $0.key.hasPrefix("teams/") }.map {
        (String($0.key.dropFirst("teams/".count)), $0.value)
      })
  }

  func load(_ diagnostics: inout [Diagnostic]) throws -> (Playbook?, [Answers]) {
    _ = ProjectFile.load(from: .memory(files), diagnostics: &diagnostics)
    let playbook = Playbook.load(.memory(playbook), diagnostics: &diagnostics)
    let teams = TeamsFolder(.memory(teams, path: "teams"), diagnostics: &diagnostics)
    var answers: [Answers] = []
    for entry in teams.entries {
      guard let playbook else { continue }
      let read = teams.answers(entry, for: playbook, diagnostics: &diagnostics)
      answers += [read].compactMap(\.self)
    }
    return (playbook, answers)
  }

  /// The keys that the loader takes, by what they are keys of: keys that nobody knows are put into every
  /// map, and the complaints about them list those that are known.
  func allowedKeys() throws -> [String: Set<String>] {
    var diagnostics: [Diagnostic] = []
    _ = try Example(files.mapValues(\.withUnknownKeys)).load(&diagnostics)
    var keys: [String: Set<String>] = [:]
    for diagnostic in diagnostics where diagnostic.id == "authoring.unknown-key" {
      let (noun, allowed) = try diagnostic.unknownKey
      keys[noun, default: []].formUnion(allowed)
    }
    return keys
  }
}

extension String {
  /// The text with one more key before each key of it.
  fileprivate var withUnknownKeys: String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { index, line in
      guard let entry = line.wholeMatch(of: /( *)(- )?([a-z][a-z0-9_-]*:.*)/) else {
        return String(line)
      }
      let (_, indent, dash, rest) = entry.output
      let inner = indent + (dash == nil ? "" : "  ")
      return "\(indent)\(dash ?? "")unheard_of_\(index): x\n\(inner)\(rest)"
    }
    .joined(separator: "\n")
  }
}

extension Diagnostic {
  /// What a complaint about an unknown key speaks of, and the keys that are allowed there.
  fileprivate var unknownKey: (noun: String, allowed: [String]) {
    get throws {
      let noun = try #require(message.firstMatch(of: /in an? (.+?)(; did you mean|$)/)?.output.1)
      let note = try #require(notes.first?.message.wholeMatch(of: /Allowed here: (.+)/)?.output.1)
      return (String(noun), note.split(separator: ", ").map(String.init))
    }
  }
}

/// The tables of the reference.
private struct ReferenceTables {
  /// The keys in the first column of each table, by what they are keys of.
  private(set) var keys: [String: Set<String>] = [:]
  /// The first column of the table of templates.
  private(set) var templates: Set<String> = []

  init(_ page: String) {
    var noun: String?
    var isAboutTemplates = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if let head = line.firstMatch(of: /^\| key of an? (.+?) \|/) {
        noun = String(head.output.1)
      } else if line.hasPrefix("| template |") {
        isAboutTemplates = true
      } else if !line.hasPrefix("|") {
        (noun, isAboutTemplates) = (nil, false)
      } else if let cell = line.split(separator: "|").first {
        let names = cell.matches(of: /`([^`]+)`/).map { String($0.output.1) }
        if let noun { keys[noun, default: []].formUnion(names) }
        if isAboutTemplates { templates.formUnion(names) }
      }
    }
  }
}
