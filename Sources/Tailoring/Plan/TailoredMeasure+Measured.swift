import Authoring
import Rules

extension TailoredMeasure {
  /// How many events must be expected before fewer say something: with three expected, chance alone
  /// leaves none in one of twenty cases (Hanley and Lippman-Hand, JAMA 249, 1983).
  static let fewestExpected = 3.0

  /// Puts what a team measured beside a measure.
  init(_ measure: Measure, moments: [Name], measured: [Name: Answers.Measurement]) {
    let first = moments.first.flatMap { measured[$0] }?.rate(of: measure)
    let values = moments.enumerated().map { index, moment in
      let measurement = measured[moment]
      var expected: Double?
      if index > 0, let first, let weeks = measurement?.weeks, measure.kind == .count {
        expected = first * weeks
      }
      return Value(
        moment: moment, measurement: measurement, rate: measurement?.rate(of: measure), expected: expected)
    }
    self.init(measure: measure, values: values, comparison: Self.comparison(measure, values))
  }

  private static func comparison(_ measure: Measure, _ values: [Value]) -> Comparison {
    func name(_ value: Value) -> String { "measurements.\(measure.id).\(value.moment)" }
    let later = values.dropFirst()
    guard let before = values.first, let next = later.first else {
      return .missing(["measurements.\(measure.id)"])
    }
    guard let after = later.last(where: { $0.measurement != nil }), before.measurement != nil else {
      let hasLater = later.contains { $0.measurement != nil }
      return .missing(Set((before.measurement == nil ? [name(before)] : []) + (hasLater ? [] : [name(next)])))
    }
    guard let old = before.compared(in: measure), let new = after.compared(in: measure) else {
      return .missing([name(after)])
    }
    let isBetter =
      switch measure.better {
      case .lower: new < old
      case .higher: new > old
      }
    if let expected = after.expected, mayBeChance(measure, after, expected) {
      return .tooEarly(expected: expected)
    }
    return isBetter ? .better : .notBetter
  }

  /// Whether a count is too small to say anything. Fewer than none is impossible, however long one waits; and
  /// where more is better, what came counts as well as what was expected.
  private static func mayBeChance(_ measure: Measure, _ value: Value, _ expected: Double) -> Bool {
    switch measure.better {
    case .lower: expected > 0 && expected < fewestExpected
    case .higher: max(expected, value.measurement?.value ?? 0) < fewestExpected
    }
  }

  /// What rules see: `value`, `rate` and `expected` of each moment, and whether it got `better`.
  var binding: Binding {
    let path = "measurements.\(measure.id)"
    var fields: [String: Binding] = [:]
    for (index, value) in values.enumerated() {
      let missing = Binding.unknown(Unknown(names: ["\(path).\(value.moment)"]))
      func number(_ number: Double?) -> Binding { number.map { .value(.double($0)) } ?? missing }
      var numbers = ["value": number(value.measurement?.value)]
      if measure.kind == .count { numbers["rate"] = number(value.rate) }
      if measure.kind == .count, index > 0 { numbers["expected"] = expected(value, missing) }
      fields[value.moment.text] = .record(numbers)
    }
    switch comparison {
    case .better: fields["better"] = .value(.bool(true))
    case .notBetter: fields["better"] = .value(.bool(false))
    case .missing(let names): fields["better"] = .unknown(Unknown(names: names))
    case .tooEarly:
      let last = values.last { $0.measurement != nil }?.moment.text ?? ""
      fields["better"] = .unknown(Unknown(names: ["\(path).\(last)"]))
    }
    return .record(fields)
  }

  /// Hangs on the later moment, or else on the first.
  private func expected(_ value: Value, _ missing: Binding) -> Binding {
    if let expected = value.expected { return .value(.double(expected)) }
    guard value.measurement != nil, let first = values.first else { return missing }
    return .unknown(Unknown(names: ["measurements.\(measure.id).\(first.moment)"]))
  }
}

extension TailoredMeasure.Value {
  /// The number that is compared: a count's rate, else the value.
  fileprivate func compared(in measure: Measure) -> Double? {
    measure.kind == .count ? rate : measurement?.value
  }
}

extension Answers.Measurement {
  /// How many in a week; nil for what is no count.
  fileprivate func rate(of measure: Measure) -> Double? {
    guard measure.kind == .count, let weeks, weeks > 0 else { return nil }
    return value / weeks
  }
}
