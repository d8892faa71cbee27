import Authoring
import Diagnostics
import Tailoring
import Templating

/// A step as the answers file records it, with the items of its checklist: what a script needs to tell ticks of the
/// browser from the file's, and to write the step's entry under `progress:` anew.
struct ProgressEntry: TemplateModel {
  /// An item of the checklist.
  struct Item: TemplateModel {
    let id: String
    /// Stands for the text as this team reads it, and is another one where the text is.
    let version: String
    let isDone: Bool

    static let fields: [Field<Self>] = [
      .text("id", \.id), .text("version", \.version), .flag("done", \.isDone),
    ]
  }

  /// The step's id.
  let id: String
  let title: String
  let items: [Item]
  /// Nil where the file says nothing.
  let recorded: RecordedProgress?

  static let fields: [Field<Self>] = [
    .text("id", \.id), .text("title", \.title), .list("items", \.items),
    .optionalRecord("recorded", \.recorded),
  ]
}

/// The keys of a step's entry under `progress:` as the answers file has them.
struct RecordedProgress: TemplateModel {
  let progress: Answers.Progress

  static let fields: [Field<Self>] = [
    .text("status") { $0.progress.status.rawValue },
    .optionalText("on") { $0.progress.on?.description },
    // Ids have no blanks.
    .optionalText("done") {
      $0.progress.done.isEmpty ? nil : $0.progress.done.map(\.value.text).joined(separator: " ")
    },
    .optionalText("ticket") { $0.progress.ticket }, .optionalText("note") { $0.progress.note },
  ]
}

extension Answers.Progress {
  /// Whether an item of the step's checklist is recorded as done.
  func hasDone(_ item: Slug) -> Bool { status == .done || done.contains { $0.value == item } }
}

extension TeamSite {
  /// The entries of `progress:`, written and possible: those of the plan in its order, then what the file says of others.
  var progressEntries: [ProgressEntry] {
    let possible = tailored.plan.possible.map(\.step)
    let onPages = steps.map(\.step) + possible
    let ids = Set(onPages.map(\.id))
    let others = tailored.playbook.steps.filter {
      !ids.contains($0.id) && tailored.answers.progress[$0.id] != nil
    }
    return onPages.map { entry(for: $0, items: $0.checklist) } + others.map { entry(for: $0, items: []) }
  }

  private func entry(for step: Step, items: [Step.ChecklistItem]) -> ProgressEntry {
    let progress = tailored.answers.progress[step.id]
    return ProgressEntry(
      id: step.id.text, title: step.title,
      items: items.map {
        ProgressEntry.Item(
          id: $0.id.text, version: version(of: $0.text), isDone: progress?.hasDone($0.id) ?? false)
      },
      recorded: progress.map(RecordedProgress.init))
  }

  /// What stands for a line's text as this team reads it; markup and citations make no difference.
  func version(of line: MarkdownText) -> String {
    shared.texts.version(of: line) ?? PlaybookTexts.version(of: plainText(of: line))
  }
}
