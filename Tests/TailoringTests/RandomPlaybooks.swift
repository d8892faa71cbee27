import TestSupport

/// Small playbooks drawn from seeds: some questions, facts, reasons, conditions and verdicts that hang on each
/// other at random.
struct RandomPlaybook {
  private var generator: SplitMix
  private var names: [String] = []

  init(seed: UInt64) { generator = SplitMix(seed: seed) }

  /// Its header, its questions about the subject, and its criteria.
  mutating func parts() -> (header: String, questions: String, files: [String: String]) {
    var questions = ""
    for index in 0..<Int.random(in: 2...4, using: &generator) {
      let name = "q\(index)"
      questions += "  - id: \(name)\n    label: Q\n    ask: Q?\n" + kind(named: name)
      if index > 0, generator.chance(0.3) { questions += "    when: \(condition())\n" }
      names.append(name)
    }
    var files: [String: String] = [:]
    for index in 0..<Int.random(in: 1...4, using: &generator) {
      files["criteria/c\(index).md"] = generator.chance(0.75) ? reason() : ruling()
    }
    let (low, gap) = (Int.random(in: 0...3, using: &generator), Int.random(in: 1...4, using: &generator))
    let header = """
      id: random
      title: R
      version: 1.0.0
      subject: service
      options:
        - id: move
          title: M
        - id: stay
          title: S
      verdicts:
        - id: move
          title: M
          when: score.move - score.stay >= \(low + gap).0
        - id: pilot
          title: P
          when: score.move - score.stay >= \(low).0\(generator.chance(0.3) ? " && " + condition() : "")
        - id: stay
          title: S
      themes:
        - id: t
          title: T
          at_most: \(Int.random(in: 2...8, using: &generator))
      """
    return (header, questions, files)
  }

  private var kinds: [String: Kind] = [:]

  private enum Kind { case boolean, choice, integer }

  private mutating func kind(named name: String) -> String {
    let kind = [Kind.boolean, .choice, .integer].randomElement(using: &generator) ?? .boolean
    kinds[name] = kind
    switch kind {
    case .boolean: return "    type: boolean\n"
    case .integer: return "    type: integer\n    min: 0\n    max: 3\n"
    case .choice:
      return "    type: one_of\n    choices:\n"
        + ["a", "b", "c"].map { "      - id: \($0)\n        label: \($0)\n" }.joined()
    }
  }

  /// One comparison, or two of them.
  private mutating func condition() -> String {
    let first = comparison()
    guard generator.chance(0.4) else { return first }
    return "\(first) \(generator.chance(0.5) ? "&&" : "||") \(comparison())"
  }

  private mutating func comparison() -> String {
    let name = names.randomElement(using: &generator) ?? "q0"
    switch kinds[name] {
    case .integer?: return "answers.\(name) >= \(Int.random(in: 1...3, using: &generator))"
    case .choice?: return "answers.\(name) == '\(["a", "b", "c"].randomElement(using: &generator) ?? "a")'"
    case .boolean?, nil: return generator.chance(0.5) ? "answers.\(name)" : "answers.\(name) == false"
    }
  }

  private mutating func reason() -> String {
    var text = "---\ntitle: R\nsupports: \(generator.chance(0.7) ? "move" : "stay")\n"
    text += "weight: \(Int.random(in: 1...5, using: &generator))\n"
    if generator.chance(0.5) { text += "theme: t\n" }
    if generator.chance(0.3) { text += "when: \(condition())\n" }
    text += "levels:\n"
    for strength in ["1.0", "0.5"] where strength == "1.0" || generator.chance(0.5) {
      text += "  - when: \(condition())\n    strength: \(strength)\n    because: R.\n"
    }
    if generator.chance(0.8) { text += "  - strength: 0.0\n    because: R.\n" }
    return text + "---\n"
  }

  private mutating func ruling() -> String {
    let verdicts = generator.chance(0.5) ? "move" : "move, pilot"
    return
      "---\ntitle: C\nrules_out:\n  - verdicts: [\(verdicts)]\n    when: \(condition())\n    because: C.\n---\n"
  }
}
