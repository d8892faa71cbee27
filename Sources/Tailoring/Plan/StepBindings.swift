import Authoring
import Rules

extension Bindings {
  /// What the rules of phases, guides and steps see beyond those of verdicts, gates still to come.
  ///
  /// `verdict.computed` is open while the standing is; `verdict.id` is what people decided, else the same.
  func adding(
    _ verdict: TailoredVerdict, _ candidates: TailoredCandidates?, _ measurements: [TailoredMeasure]
  ) -> Bindings {
    let computed: Binding =
      switch verdict.standing {
      case .open: .unknown(Unknown(names: verdict.hangsOn))
      case .leaning, .settled: .value(.string(verdict.computed.id.text))
      }
    let decided = verdict.decision == nil ? computed : .value(.string(verdict.followed.id.text))
    let noCandidate: Binding = .notApplicable(["candidate"])
    var bindings = self
    bindings["verdict"] = .record(["id": decided, "computed": computed])
    bindings["candidate"] = candidates?.binding ?? .record(["id": noCandidate, "tied": noCandidate])
    bindings.add(measurements)
    bindings["gates"] = .record([:])
    return bindings
  }

  /// Adds what was measured.
  mutating func add(_ measurements: [TailoredMeasure]) {
    self["measurements"] = .record(
      Dictionary(measurements.map { ($0.measure.id.text, $0.binding) }) { first, _ in first })
  }
}
