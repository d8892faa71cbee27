import Authoring
import Diagnostics
import Tailoring

extension TeamSite {
  /// The work to tick, what shows that it is done, the gate and the way back, in Markdown. Each line begins with
  /// words of ours, so that no issue tracker takes one for a command.
  func work(of planned: PlannedStep) -> String {
    let (step, words) = (planned.step, shared.words)
    let done = Set(planned.progress?.done.map(\.value) ?? [])
    var parts: [String] = []
    func add(_ title: String, _ items: [String]) {
      if !items.isEmpty {
        parts.append("**\(title.asMarkdownText)**\n\n" + items.map { "- \($0)" }.joined(separator: "\n"))
      }
    }
    func tick(_ item: Step.ChecklistItem) -> String {
      let isDone = planned.progress?.status == .done || done.contains(item.id)
      return "[\(isDone ? "x" : " ")] \(markdown(item.text))"
    }
    add(words[.toDo], step.checklist.map(tick))
    add(words[.doneWhen], step.exits.map { markdown($0.text) })
    add(words[.toDecide], step.gate.map(\.title.asMarkdownText))
    if let rollback = step.rollback {
      parts.append("**\(words[.wayBack].asMarkdownText)** " + markdown(rollback))
    }
    return parts.joined(separator: "\n\n")
  }
}
