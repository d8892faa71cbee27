import ArgumentParser
import CommonMark
import Diagnostics
import Foundation

struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Prints the HTML fragment of a Markdown file, as a page would hold it.",
    discussion: """
        echo '**Bold** and `code`.' | waybook render

      Raw HTML is refused, as in a playbook. With --html it is let through, and the HTML is that of the \
      specification of GitHub Flavored Markdown; with --commonmark, that of CommonMark 0.30 alone. Code is \
      plain: its colours come with a theme.
      """)

  @Argument(help: "A Markdown file; '-' for standard input.", completion: .file(extensions: ["md"]))
  var file = "-"

  @Flag(help: "Let raw HTML through, and write the HTML of GitHub's specification.")
  var html = false

  @Flag(help: "Understand CommonMark 0.30 alone, raw HTML included.")
  var commonmark = false

  func run() throws {
    try Console.run(Self.self) {
      var diagnostics: [Diagnostic] = []
      guard let source = try TextInput.read(file, diagnostics: &diagnostics) else {
        Console.show(diagnostics)
        throw ExitCode.problemsInInput
      }
      let options: MarkdownOptions = commonmark ? .commonMark : html ? .gitHub : MarkdownOptions()
      let markdown = Markdown(LocatedText(source), options: options, diagnostics: &diagnostics)
      Console.show(diagnostics, Console.Sources([source]))
      if diagnostics.containsErrors { throw ExitCode.problemsInInput }
      try Console.write(markdown.pieces.htmlAlone)
    }
  }
}

extension [HTMLPiece] {
  /// The HTML of a text that stands alone: links into a playbook are their text, citations their ids.
  fileprivate var htmlAlone: [UInt8] {
    flatMap { piece -> [UInt8] in
      switch piece {
      case .bytes(let bytes): bytes
      case .citation(let citation): [UInt8]("[@\(citation.id)]".utf8)
      case .slot, .linkStart, .linkEnd: []
      }
    }
  }
}
