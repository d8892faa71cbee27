/// Which steps come before which by their needs, directly or through others.
struct StepNeeds {
  private let needs: [Slug: [Slug]]

  init(_ steps: [Step]) {
    needs = Dictionary(steps.map { ($0.id, $0.needs.map(\.value)) }) { first, _ in first }
  }

  /// The steps before a step, and what it needs though there is no such step; itself where it needs itself.
  func before(_ step: Step) -> Set<Slug> {
    var found: Set<Slug> = []
    var waiting = step.needs.map(\.value)
    while let id = waiting.popLast() {
      if found.insert(id).inserted { waiting += needs[id] ?? [] }
    }
    return found
  }
}
