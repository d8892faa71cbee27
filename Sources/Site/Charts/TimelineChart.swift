import Authoring
import Tailoring

/// The plan on an axis of time, by the likely estimates: work, waiting, what the end hangs on, the gate.
struct TimelineChart {
  private static let width = 640.0
  private static let row = 34.0

  let schedule: Schedule
  let plan: Plan
  let words: Words

  /// Drawn where a page shows it.
  var svg: [UInt8] {
    let length = max(schedule.length.likely, 1)
    let scale = (Self.width - 24) / length
    let items = Dictionary(schedule.items.map { ($0.step, $0) }) { first, _ in first }
    var drawing = Drawing(width: Self.width)
    var y = 0.0
    for phase in plan.phases {
      let steps = phase.steps.filter { items[$0.step.id] != nil || $0.isFinished }
      guard !steps.isEmpty else { continue }
      drawing.text(phase.phase.title, x: 0, y: y + 15, "chart-heading")
      y += 24
      for step in steps {
        let item = items[step.step.id]
        let marks = step.isFinished ? " ✓" : item?.isCritical == true ? " ●" : ""
        drawing.text("\(step.number). \(step.step.title)\(marks)", x: 0, y: y + 12, "chart-label")
        if let span = item?.likely {
          let critical = item?.isCritical == true ? " chart-critical" : ""
          let (start, work, end) = (span.start * scale, span.workEnd * scale, span.end * scale)
          drawing.bar(
            x: start, y: y + 16, width: max(work - start, 2), height: 10, "chart-bar chart-work\(critical)")
          drawing.bar(x: work, y: y + 19, width: end - work, height: 4, "chart-wait")
          if step.gate != nil { drawing.diamond(x: end + 8, y: y + 21, size: 7, "chart-gate") }
        }
        y += Self.row
      }
      y += 6
    }
    y = Self.axis(below: y, length, scale, words, &drawing)
    return drawing.svg(
      id: "chart-timeline", title: words[.timelineChart], description: words.length(of: schedule), height: y)
  }

  /// Draws an axis with a mark for every so many weeks.
  private static func axis(
    below y: Double, _ length: Double, _ scale: Double, _ words: Words, _ drawing: inout Drawing
  ) -> Double {
    let weeks = length / 5
    let step = [1, 2, 4, 8, 13, 26, 52, 104].first { weeks / $0 <= 10 } ?? (weeks / 10).rounded(.up)
    drawing.line((0, y), (length * scale, y), "chart-axis")
    for week in stride(from: 0, through: weeks, by: step) {
      drawing.line((week * 5 * scale, y), (week * 5 * scale, y + 5), "chart-axis")
      drawing.text(
        words.number(week), x: week * 5 * scale, y: y + 19, "chart-value",
        anchor: week == 0 ? .start : .middle)
    }
    drawing.text(words[.weeksAxis], x: length * scale, y: y + 34, "chart-value", anchor: .end)
    return y + 40
  }
}
