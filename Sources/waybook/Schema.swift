import ArgumentParser
import Authoring
import Diagnostics

struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of a kind of file that people write, for an editor.",
    discussion: """
        waybook schema criterion
        waybook schema answers --playbook go-to-rust > answers.schema.json

      Those of 'answers', 'shared-answers' and 'tests' name the questions, choices and verdicts of the playbook, which an option or \
      waybook.yaml names. In a file, an editor with the YAML language server takes a schema from the line

        # yaml-language-server: $schema=answers.schema.json

      A schema knows keys and types; 'waybook check' knows rules, names and all else. That of playbook.json, which \
      'waybook build' writes, is another: Schemas/playbook.schema.json.

      Kinds: \(FileKind.allCases.map(\.rawValue).joined(separator: ", ")).
      """)

  @Argument(
    help: "What kind of file it is.", completion: .list(FileKind.allCases.map(\.rawValue)),
    transform: Self.kind)
  var kind: FileKind

  @Option(help: "The playbook's folder, or the name of a bundled one.", completion: .directory)
  var playbook: String?

  func run() throws {
    try Console.run(Self.self) {
      var diagnostics: [Diagnostic] = []
      let schema = FileSchema(kind.shape(for: try namedPlaybook(diagnostics: &diagnostics)))
      Console.show(diagnostics)
      guard !diagnostics.containsErrors else { throw ExitCode.problemsInInput }
      try Console.write(schema.sortedJSON() + "\n")
    }
  }

  /// The playbook whose names a file uses; nil where none is named, or the kind of file names nothing of it.
  private func namedPlaybook(diagnostics: inout [Diagnostic]) throws -> Playbook? {
    guard kind.namesPlaybook else { return nil }
    let project = Input.project(diagnostics: &diagnostics)
    guard playbook != nil || project.playbook != nil else { return nil }
    return try Input.playbook(playbook, project, diagnostics: &diagnostics)
  }

  private static func kind(_ name: String) throws -> FileKind {
    if let kind = FileKind(rawValue: name) { return kind }
    let known = FileKind.allCases.map(\.rawValue)
    let near = NearMiss.of(name, among: known).map { "; did you mean '\($0)'?" } ?? "."
    throw ValidationError("It is no kind of file\(near) Known: \(known.joined(separator: ", ")).")
  }
}
