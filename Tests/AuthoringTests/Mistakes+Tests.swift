// Mistakes to make in the small playbook's own tests.

private let pack = "steps/10-pack.md"
private let drive = "steps/20-drive.md"
private let noise = "criteria/noise.md"
private let tests = "tests/verdicts.yaml"

extension Mistake {
  /// Names and expectations of tests.
  static let inTests =
    inStep.map { id, new in
      Mistake(id, pack, "    title: Wait\n", "    title: Wait\ntests:\n" + new)
    }
    + inStepAfterGate.map { id, new in Mistake(id, drive, "  high: 9\n", "  high: 9\ntests:\n" + new) }
    + inPlaybookTest.map { id, new in Mistake(id, tests, "    expect:\n", new + "    expect:\n") }
    + inExpectation.map { id, new in Mistake(id, tests, "verdict: move\n", "verdict: move\n      " + new) }
    + [
      Mistake(
        "playbook.test-expects-nothing", noise, "      noise: high\n    strength: 1\n", "      noise: high\n")
    ]

  private static let inStep = [
    ("playbook.test-expects-nothing", "  - ⟦verdict: move⟧\n"),
    ("authoring.unknown-key", "  - applies: true\n    ⟦aplies⟧: true\n"),
    ("authoring.wrong-form", "  - applies: ⟦yes⟧\n"),
    ("answers.unknown-question", "  - answers:\n      ⟦nois⟧: high\n    applies: true\n"),
    ("answers.unknown-choice", "  - answers:\n      noise: ⟦loud⟧\n    applies: true\n"),
    ("playbook.unknown-verdict", "  - verdict: ⟦moved⟧\n    applies: true\n"),
    (
      "playbook.unknown-measure",
      "  - measurements:\n      ⟦decibel⟧:\n        old:\n          value: 1\n    gate: go\n"
    ),
    ("playbook.unknown-gate-outcome", "  - gate: ⟦gone⟧\n"),
    ("playbook.gate-of-left-out-step", "  - applies: false\n    gate: ⟦wait⟧\n"),
    ("playbook.gate-not-seen", "  - gates:\n      ⟦pack⟧: go\n    applies: true\n"),
  ]

  private static let inStepAfterGate = [
    ("playbook.no-gate", "  - gate: ⟦go⟧\n"),
    ("playbook.gate-not-seen", "  - gates:\n      ⟦pak⟧: go\n    applies: true\n"),
    ("playbook.unknown-gate-outcome", "  - gates:\n      pack: ⟦gone⟧\n    applies: true\n"),
    ("authoring.wrong-form", "  - gates: ⟦pack⟧\n    applies: true\n"),
  ]

  private static let inPlaybookTest = [
    ("answers.wrong-scope", "    components:\n      - id: hall\n        answers:\n          ⟦noise⟧: high\n"),
    (
      "playbook.duplicate-id",
      "    components:\n      - id: hall\n      - id: ⟦hall⟧\n"
    ),
    ("playbook.unknown-verdict", "    decision:\n      verdict: ⟦moov⟧\n"),
    ("playbook.unknown-step", "    progress:\n      ⟦pak⟧:\n        status: done\n"),
    (
      "answers.count-without-weeks",
      "    measurements:\n      complaints:\n        old:\n          ⟦value⟧: 3\n"
    ),
    ("authoring.unknown-key", "    ⟦decisions⟧: x\n"),
  ]

  private static let inExpectation = [
    ("authoring.unknown-key", "⟦step⟧: x"),
    ("playbook.unknown-step", "steps:\n        ⟦pak⟧: planned"),
    ("authoring.not-a-word", "steps:\n        pack: ⟦left-out⟧"),
    ("playbook.unknown-step", "gates:\n        ⟦pak⟧: go"),
    ("playbook.no-gate", "gates:\n        ⟦drive⟧: go"),
    ("playbook.unknown-gate-outcome", "gates:\n        pack: ⟦goo⟧"),
    ("playbook.unknown-component", "candidate: ⟦hall⟧"),
  ]
}
