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

  @Test func `its tables say of each key what the loader and the schemas say`() throws {
    var said: [String: Set<ReferenceTables.Key>] = [:]
    for record in FileKind.allCases.flatMap({ $0.shape(for: nil).records }) {
      said[record.noun, default: []].formUnion(
        record.keys.map {
          ReferenceTables.Key(name: $0.name, isRequired: $0.isRequired, meaning: $0.meaning ?? "nothing")
        })
    }
    let shown = ReferenceTables(page).keys
    #expect(Set(said.keys) == Set(shown.keys))
    for (noun, keys) in shown {
      #expect(said[noun]?.subtracting(keys) == [], "of a \(noun) the loader says something else")
      #expect(keys.subtracting(said[noun] ?? []) == [], "of a \(noun) the page says something else")
    }
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
}

/// The tables of the reference.
private struct ReferenceTables {
  /// A line of a table.
  struct Key: Hashable {
    let name: String
    let isRequired: Bool
    /// What it means; links are their texts.
    let meaning: String
  }

  /// The keys in the first column of each table, by what they are keys of.
  private(set) var keys: [String: Set<Key>] = [:]
  /// The first column of the table of templates.
  private(set) var templates: Set<String> = []

  init(_ page: String) {
    var noun: String?
    var isAboutTemplates = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      let cells = line.replacing(#"\|"#, with: "\0").split(separator: "|").map {
        $0.replacing("\0", with: "|").trimmingCharacters(in: .whitespaces)
      }
      if let head = line.firstMatch(of: /^\| key of an? (.+?) \|/) {
        noun = String(head.output.1)
      } else if line.hasPrefix("| template |") {
        isAboutTemplates = true
      } else if !line.hasPrefix("|") {
        (noun, isAboutTemplates) = (nil, false)
      } else if let first = cells.first {
        let names = first.matches(of: /`([^`]+)`/).map { String($0.output.1) }
        if isAboutTemplates { templates.formUnion(names) }
        guard let noun, cells.count == 3 else { continue }
        let meaning = cells[2].replacing(/\[([^\]]+)\]\([^)]*\)/) { $0.output.1 }
        for name in names {
          keys[noun, default: []].insert(Key(name: name, isRequired: cells[1] == "yes", meaning: meaning))
        }
      }
    }
  }
}
