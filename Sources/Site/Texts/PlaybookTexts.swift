import Authoring
import CommonMark
import Diagnostics
import SiteFiles
import Templating

/// Every text of a playbook, prepared; a text is known by the place where it is written.
struct PlaybookTexts: Sendable {
  private let texts: [SourceLocation: CompiledText]
  /// What stands for the items of checklists that are the same for all teams.
  private let versions: [SourceLocation: String]

  init(_ playbook: Playbook, words: Words, highlighting: CodeHighlighting?) {
    var options = playbook.markdownOptions
    options.scrollLabels = MarkdownOptions.ScrollLabels(code: words[.code], table: words[.table])
    options.words = MarkdownOptions.Words(words)
    var texts: [SourceLocation: CompiledText] = [:]
    func add(_ text: MarkdownText, anchor: String? = nil) {
      guard let checked = playbook.checkedTexts[text.location] else {
        preconditionFailure("Every text of a playbook is checked, and the one at \(text.location) is not")
      }
      texts[text.location] = CompiledText(
        text, checked, options: options, highlighting: highlighting, anchor: anchor)
    }
    func add(_ all: [MarkdownText], body: MarkdownText?, _ kind: ContentLink.Kind, _ id: Slug) {
      for text in all where text.location != body?.location { add(text) }
      if let body { add(body, anchor: LinkStyle.anchors.anchor(of: kind, id.text)) }
    }
    for criterion in playbook.criteria {
      add(criterion.texts, body: criterion.body, .criterion, criterion.id)
    }
    for step in playbook.steps { add(step.texts, body: step.body, .step, step.id) }
    for guide in playbook.guides { add([], body: guide.body, .guide, guide.id) }
    let lines =
      playbook.questions.compactMap(\.findOut) + playbook.sources.flatMap(\.claims)
      + playbook.terms.map(\.text)
    for text in lines { add(text) }
    self.texts = texts
    let items = playbook.steps.flatMap(\.checklist).map(\.text.location)
    versions = Dictionary(
      items.compactMap { location in
        playbook.checkedTexts[location]?.constant.map { (location, Self.version(of: $0)) }
      }
    ) { first, _ in first }
  }

  /// What stands for a line's text, where it is the same for all teams; nil for all other lines.
  func version(of line: MarkdownText) -> String? { versions[line.location] }

  /// What stands for a text as a team reads it.
  static func version(of plainText: String) -> String { Fingerprint(of: Array(plainText.utf8)).description }

  /// The prepared text.
  subscript(text: MarkdownText) -> CompiledText {
    guard let compiled = texts[text.location] else {
      preconditionFailure("Every text of the playbook is prepared, and the one at \(text.location) is not")
    }
    return compiled
  }
}

extension MarkdownOptions.Words {
  fileprivate init(_ words: Words) {
    self.init(
      alerts: [
        "note": words[.note], "tip": words[.tip], "important": words[.important],
        "warning": words[.warning], "caution": words[.caution],
      ], done: words[.taskDone], toDo: words[.taskToDo], backToReference: words[.backToReference])
  }
}
