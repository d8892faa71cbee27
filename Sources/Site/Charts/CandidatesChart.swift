import Authoring
import Tailoring

/// The components that could go first, each as the sum of its parts.
struct CandidatesChart {
  private static let width = 640.0

  let svg: [UInt8]

  /// Nil where none is ranked.
  init?(_ candidates: TailoredCandidates, words: Words) {
    guard let first = candidates.ranked.first else { return nil }
    let most = max(first.parts.map(\.part.weight).reduce(0, +), 1e-9)
    let scale = (Self.width - 60) / most
    var drawing = Drawing(width: Self.width)
    var y = 0.0
    for ranked in candidates.ranked {
      drawing.text(ranked.component.title, x: 0, y: y + 14, "chart-heading")
      y += 20
      var x = 0.0
      for (index, part) in ranked.parts.enumerated() {
        let width = part.part.weight * part.value.lowerBound * scale
        drawing.bar(x: x, y: y, width: width, height: 16, "chart-bar chart-part-\(index % 4 + 1)")
        if width > 24 {
          drawing.text(String(index + 1), x: x + width / 2, y: y + 12.5, "chart-number", anchor: .middle)
        }
        x += width
      }
      let open = ranked.total.upperBound - ranked.total.lowerBound
      drawing.bar(x: x, y: y, width: open * scale, height: 16, "chart-open")
      drawing.text(words.rounded(ranked.total.lowerBound), x: x + open * scale + 6, y: y + 13, "chart-value")
      y += 28
    }
    let parts = first.parts.enumerated().map { "\($0 + 1) \($1.part.title)" }
    drawing.text(parts.joined(separator: " · "), x: 0, y: y + 12, "chart-label")
    let sums = candidates.ranked.map { "\($0.component.title): \(words.rounded($0.total.lowerBound))" }
    svg = drawing.svg(
      id: "chart-candidates", title: words[.candidatesChart], description: words.list(sums), height: y + 20)
  }
}
