import Authoring
import Diagnostics

extension Score {
  /// The sum of an option's points: those that are known, and what open criteria may add. Each theme is
  /// capped for itself; criteria without a theme are not.
  init(of option: Option, criteria: [TailoredCriterion], themes: [Theme]) {
    var parts: [ThemePart] = []
    var (sum, low, high) = (Points.zero, Points.zero, Points.zero)
    for theme in themes.map(Optional.some) + [nil] {
      let members = criteria.filter { $0.criterion.theme?.value == theme?.id }
      let contributions = members.filter { $0.option == option.id && $0.points > 0 }
      let uncapped = contributions.reduce(.zero) { $0 + Points($1.points) }
      let ranges = members.compactMap { $0.possiblePoints[option.id] }
      let least = ranges.reduce(.zero) { $0 + Points($1.lowerBound) }
      let most = ranges.reduce(.zero) { $0 + Points($1.upperBound) }
      func capped(_ points: Points) -> Points { theme?.capped(points) ?? points }
      sum += capped(uncapped)
      low += capped(least)
      high += capped(most)
      guard !contributions.isEmpty else { continue }
      parts.append(
        ThemePart(
          theme: theme, contributions: contributions.map { ($0.criterion.id, $0.points) },
          uncapped: uncapped.number, points: capped(uncapped).number))
    }
    self.init(option: option, parts: parts, points: sum.number, possible: low.number...high.number)
  }
}
