import Diagnostics
import SiteFiles

extension TeamChanges {
  /// One thing that has changed, in words.
  struct Line: Hashable {
    /// What it is about.
    let label: String
    /// What has changed.
    let text: String
  }

  /// What has changed but for the texts of pages, one line each.
  var lines: [Line] {
    var lines: [Line] = []
    func add(_ label: String, _ text: String?) {
      if let text { lines.append(Line(label: label, text: text)) }
    }
    add("verdict", verdict.map { "\($0.old.title) → \($0.new.title)" })
    add("standing", standing.map { "\($0.old) → \($0.new)" })
    add("possible", possible.map { "\($0.old.list) → \($0.new.list)" })
    add("decision", decision.map { "\($0.old?.title ?? "none") → \($0.new?.title ?? "none")" })
    for score in scores {
      add(
        "points",
        "\(score.option.title) \(score.points.old.inPlainDigits) → \(score.points.new.inPlainDigits)")
    }
    for criterion in criteria { add("criterion", criterion.text) }
    for ruling in ruledOut { add("ruled out", "\(ruling.verdict.title), by \(ruling.criterion.title)") }
    for ruling in noLongerRuledOut {
      add("allowed", "\(ruling.verdict.title), no longer ruled out by \(ruling.criterion.title)")
    }
    for step in steps.added { add("step", "+ \(step.title)") }
    for step in steps.removed { add("step", "− \(step.title)") }
    for step in steps.moved { add("step", "\(step.title) stands elsewhere") }
    for tick in lostTicks { add("tick lost", "'\(tick.item)' of \(tick.step.title)") }
    for gate in gates {
      add("gate", "\(gate.step.title): \(gate.outcome.old ?? "open") → \(gate.outcome.new ?? "open")")
    }
    return lines
  }

  /// What matters most of it, for a title.
  var headline: String? {
    let told = lines.filter { ["verdict", "standing", "decision"].contains($0.label) }
    return told.isEmpty ? nil : told.map { "\($0.label) \($0.text)" }.joined(separator: "; ")
  }
}

extension TeamChanges.Criterion {
  fileprivate var text: String {
    switch (weight.old, weight.new) {
    case (nil, let new?): "+ \(criterion.title)\(new.words.map { ": \($0)" } ?? "")"
    case (_?, nil): "− \(criterion.title)"
    case (let old?, let new?):
      "\(criterion.title): \(old.words ?? "condition") → \(new.words ?? "condition")"
    case (nil, nil): criterion.title
    }
  }
}

extension TeamChanges.Criterion.Weight {
  /// `5 for Move to Rust`; nil for a condition that is known.
  fileprivate var words: String? {
    if state == .open { return "open" }
    guard let points else { return nil }
    return option.map { "\(points.inPlainDigits) for \($0)" } ?? points.inPlainDigits
  }
}

extension [PlaybookRecord.Named] {
  fileprivate var list: String { map(\.title).joined(separator: ", ") }
}
