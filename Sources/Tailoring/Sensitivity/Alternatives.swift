import Authoring
import Rules

/// Another answer to a question that was answered.
struct Alternative {
  /// The other answer.
  var value: RuleValue
  /// How it is called.
  var target: TippingPoint.Target
  /// How many steps it is away from the answer as it is, from 1.
  var distance: Int
  /// Whether it is a smaller or greater number; nil for what is no number.
  var isGreater: Bool?
}

extension Question {
  /// The other answers that are tried: all other choices; of several choices one more or one less; of numbers
  /// those that rules can tell apart. Texts and dates are left as they are.
  func alternatives(to value: RuleValue, _ thresholds: Thresholds) -> [Alternative] {
    switch (kind, value) {
    case (.boolean, .bool(let flag)): return [Alternative(.bool(!flag), distance: 1)]
    case (.oneOf(let choices), .string(let chosen)):
      let place = choices.firstIndex { $0.id.text == chosen } ?? 0
      return choices.indices.filter { $0 != place }.map {
        Alternative(.string(choices[$0].id.text), distance: abs($0 - place))
      }
    case (.manyOf(let choices), .list(let chosen)):
      return choices.map { choice in
        let others = choices.filter { chosen.contains(.string($0.id.text)) != ($0.id == choice.id) }
        return Alternative(.list(others.map { .string($0.id.text) }), distance: 1)
      }
    case (.integer, _), (.number, _):
      guard let number = value.number, let probes = Probes(self, thresholds) else { return [] }
      let below = probes.values.filter { $0.number.map { $0 < number } ?? false }.reversed()
      let above = probes.values.filter { $0.number.map { $0 > number } ?? false }
      return below.enumerated().map { Alternative($1, thresholds, distance: $0 + 1, isGreater: false) }
        + above.enumerated().map { Alternative($1, thresholds, distance: $0 + 1, isGreater: true) }
    case (.boolean, _), (.oneOf, _), (.manyOf, _), (.text, _), (.date, _): return []
    }
  }
}

extension Question {
  /// The answers that are tried where there is none: all choices; of several choices none, each alone, and all;
  /// numbers that rules can tell apart, upwards and then downwards. None for texts and dates.
  func alternativesToNone(_ thresholds: Thresholds) -> [Alternative] {
    switch kind {
    case .boolean: return [true, false].map { Alternative(.bool($0), distance: 1) }
    case .oneOf(let choices): return choices.map { Alternative(.string($0.id.text), distance: 1) }
    case .manyOf(let choices):
      let each = choices.map { RuleValue.string($0.id.text) }
      return [Alternative(.list([]), distance: 1)] + each.map { Alternative(.list([$0]), distance: 2) }
        + [Alternative(.list(each), distance: 3)]
    case .integer, .number:
      let values = Probes(self, thresholds)?.values ?? []
      return values.map { Alternative($0, thresholds, distance: 1, isGreater: true) }
        + values.reversed().map { Alternative($0, thresholds, distance: 1, isGreater: false) }
    case .text, .date: return []
    }
  }
}

extension Alternative {
  /// The number next to those before it that does what this one does, found by trying; itself where it is no
  /// number, or the very next one.
  ///
  /// - Parameters:
  ///   - before: a number that does not do it.
  ///   - doesTheSame: whether a number between them does.
  func nearest(after before: RuleValue, doesTheSame: (RuleValue) -> Bool) -> (
    value: RuleValue, target: TippingPoint.Target
  ) {
    guard var near = before.number, var far = value.number else { return (value, target) }
    let isWhole = if case .int = value { true } else { false }
    func answer(_ number: Double) -> RuleValue { isWhole ? .int(Int64(number)) : .double(number) }
    while abs(far - near) > (isWhole ? 1 : 0.001 * max(abs(near), abs(far))) {
      let middle = isWhole ? ((near + far) / 2).rounded(.down) : (near + far) / 2
      guard middle != near, middle != far else { break }
      if doesTheSame(answer(middle)) { far = middle } else { near = middle }
    }
    return far == value.number ? (value, target) : (answer(far), .about(answer(far)))
  }
}

extension Alternative {
  /// A choice.
  fileprivate init(_ value: RuleValue, distance: Int) {
    self.init(value: value, target: .value(value), distance: distance)
  }

  /// A number, called by the constant that it lies beside.
  fileprivate init(_ value: RuleValue, _ thresholds: Thresholds, distance: Int, isGreater: Bool) {
    self.init(value: value, target: .value(value), distance: distance, isGreater: isGreater)
    guard case .double(let number) = value else { return }
    if thresholds.constants.contains(number) { return }
    if thresholds.constants.contains(number.nextUp) { target = .lessThan(.double(number.nextUp)) }
    if thresholds.constants.contains(number.nextDown) { target = .moreThan(.double(number.nextDown)) }
  }
}
