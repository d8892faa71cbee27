import Authoring
import Tailoring

/// The points of each option by theme, as bars of one scale.
struct PointsChart {
  private static let width = 480.0
  private static let label = 150.0

  let svg: [UInt8]

  /// Nil where no criterion brings points.
  init?(_ scores: [Score], themes: [Theme], words: Words) {
    let groups = (themes.map(Optional.some) + [nil]).compactMap { theme -> (Theme?, [(Score, Double)])? in
      let points = scores.map { score in
        (score, score.parts.first { $0.theme?.id == theme?.id }?.points ?? 0)
      }
      return points.contains { $0.1 > 0 } ? (theme, points) : nil
    }
    guard let most = groups.flatMap(\.1).map(\.1).max(), most > 0 else { return nil }
    let scale = (Self.width - Self.label - 48) / most
    var drawing = Drawing(width: Self.width)
    var y = 0.0
    for (theme, points) in groups {
      drawing.text(theme?.title ?? words[.withoutTheme], x: 0, y: y + 14, "chart-heading")
      y += 22
      for (index, (score, value)) in points.enumerated() {
        drawing.text(score.option.title, x: Self.label - 8, y: y + 13, "chart-label", anchor: .end)
        drawing.bar(
          x: Self.label, y: y + 2, width: value * scale, height: 14, "chart-bar chart-bar-\(index + 1)")
        drawing.text(words.rounded(value), x: Self.label + value * scale + 6, y: y + 13, "chart-value")
        y += 20
      }
      y += 10
    }
    let sums = scores.map { "\($0.option.title): \(words.rounded($0.points))" }
    svg = drawing.svg(
      id: "chart-points", title: words[.pointsChart], description: words.list(sums), height: y)
  }
}
