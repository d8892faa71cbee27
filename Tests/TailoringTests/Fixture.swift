import Authoring
import Diagnostics
import Foundation
import Tailoring
import Testing

/// A playbook and answers written in a test.
struct Fixture {
  let playbook: Playbook

  /// Loads a playbook of which each part is optional.
  ///
  /// - Parameters:
  ///   - header: keys of playbook.yaml in place of the usual ones: two options, `move` and `stay`, and three
  ///     verdicts, `move` from 8, `pilot` from 3, `stay`.
  ///   - more: keys of playbook.yaml beside them.
  ///   - questions: the list of questions about the subject.
  ///   - files: further files.
  init(
    header: String = usualHeader, more: String = "", questions: String = "", _ files: [String: String] = [:],
    at location: SourceLocation_ = #_sourceLocation
  ) throws {
    var files = files
    files["playbook.yaml"] = header + "\n" + more
    if !questions.isEmpty {
      files["questions/subject.yaml"] = "title: Q\nscope: subject\nquestions:\n" + questions
    }
    var diagnostics: [Diagnostic] = []
    let playbook = Playbook.load(.memory(files, path: "pb"), diagnostics: &diagnostics)
    let errors = diagnostics.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(text(of: errors))", sourceLocation: location)
    self.playbook = try #require(playbook, sourceLocation: location)
  }

  /// Answers from the text of an answers file, without its first line.
  func answers(_ text: String, at location: SourceLocation_ = #_sourceLocation) throws -> Answers {
    try readAnswers("playbook: \(playbook.id)\n" + text, playbook, at: location)
  }

  /// The playbook for an answers file, with what was reported.
  func tailored(_ answers: String, at location: SourceLocation_ = #_sourceLocation) throws
    -> (result: TailoredPlaybook, diagnostics: [Diagnostic])
  {
    var diagnostics: [Diagnostic] = []
    let result = playbook.tailored(to: try self.answers(answers, at: location), diagnostics: &diagnostics)
    return (result, diagnostics)
  }

  /// The playbook for an answers file about which there is nothing to report.
  func callAsFunction(_ answers: String, at location: SourceLocation_ = #_sourceLocation) throws
    -> TailoredPlaybook
  {
    let (result, diagnostics) = try tailored(answers, at: location)
    #expect(diagnostics.isEmpty, "\(text(of: diagnostics))", sourceLocation: location)
    return result
  }

  static let usualHeader = """
    id: test
    title: Test
    version: 1.0.0
    subject: service
    options:
      - id: move
        title: Move
      - id: stay
        title: Stay
    verdicts:
      - id: move
        title: Move
        when: score.move - score.stay >= 8.0
      - id: pilot
        title: Pilot
        when: score.move - score.stay >= 3.0
      - id: stay
        title: Stay
    """
}

/// A question in the list of a file of questions; label and sentence are made of its id.
///
/// - Parameters:
///   - choices: the ids, where the type has choices.
///   - rule: its `when`.
func question(_ id: String, _ type: String, choices: [String] = [], when rule: String? = nil) -> String {
  var text = "  - id: \(id)\n    label: \(id.uppercased())\n    ask: \(id.uppercased())?\n    type: \(type)\n"
  if !choices.isEmpty { text += "    choices:\n" }
  for choice in choices { text += "      - id: \(choice)\n        label: \(choice)\n" }
  if let rule { text += "    when: \(rule)\n" }
  return text
}

typealias SourceLocation_ = Testing.SourceLocation

/// Diagnostics as a person reads them.
func text(of diagnostics: [Diagnostic]) -> String {
  TextPrinter(colours: false) { _ in nil }.text(of: diagnostics)
}

/// Reads an answers file.
func readAnswers(_ text: String, _ playbook: Playbook, at location: SourceLocation_ = #_sourceLocation) throws
  -> Answers
{
  var diagnostics: [Diagnostic] = []
  let folder = TeamsFolder(.memory(["team.yaml": text], path: "teams"), diagnostics: &diagnostics)
  let entry = try #require(folder.entries.first, sourceLocation: location)
  let answers = folder.answers(entry, for: playbook, diagnostics: &diagnostics)
  let errors = diagnostics.filter { $0.severity == .error }
  #expect(errors.isEmpty, "\(TailoringTests.text(of: errors))", sourceLocation: location)
  return try #require(answers, sourceLocation: location)
}

/// The playbook that comes with the program.
enum Flagship {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Content/go-to-rust")

  static func playbook() throws -> Playbook {
    var diagnostics: [Diagnostic] = []
    let playbook = Playbook.load(try .disk(folder.path), diagnostics: &diagnostics)
    #expect(!diagnostics.containsErrors, "\(text(of: diagnostics))")
    return try #require(playbook)
  }

  static func example(_ name: String, of playbook: Playbook) throws -> Answers {
    let file = folder.appending(path: "examples/\(name).yaml")
    return try readAnswers(try String(contentsOf: file, encoding: .utf8), playbook)
  }
}
