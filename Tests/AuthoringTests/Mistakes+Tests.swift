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
    ("playbook.gate-of-left-out-step", "  - applies: false\n    gate: ⟦still-waiting⟧\n"),
    ("authoring.not-a-name", "  - gate: ⟦not-waiting⟧\n"),
    ("playbook.unknown-exit", "  - exit:\n      ⟦emty⟧: met\n"),
    ("authoring.not-a-word", "  - exit:\n      empty: ⟦true⟧\n"),
    ("authoring.wrong-form", "  - exit: ⟦empty⟧\n"),
    ("authoring.wrong-form", "  - exit: ⟦{}⟧\n"),
    ("playbook.test-expects-nothing", "  - ⟦exit: ~⟧\n"),
    ("playbook.exit-of-left-out-step", "  - applies: false\n    exit:\n      ⟦empty: met⟧\n"),
  ]

  private static let inStepAfterGate = [
    ("playbook.no-gate", "  - gate: ⟦go⟧\n"),
    ("playbook.no-gate", "  - gate: ⟦still-waiting⟧\n"),
    ("playbook.unknown-exit", "  - exit:\n      ⟦empty⟧: met\n"),
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
    ("playbook.no-gate", "gates:\n        drive: ⟦go⟧"),
    ("playbook.unknown-gate-outcome", "gates:\n        pack: ⟦goo⟧"),
    ("playbook.no-gate", "gates:\n        drive: ⟦still-waiting⟧"),
    ("authoring.not-a-name", "gates:\n        pack: ⟦still_waiting-⟧"),
    ("playbook.unknown-component", "candidate: ⟦hall⟧"),
    ("playbook.unknown-component", "candidate: ⟦none⟧"),
    ("authoring.not-an-id", "candidate: ⟦none_eligibel⟧"),
    ("playbook.unknown-step", "exits:\n        ⟦pak⟧:\n          empty: met"),
    ("playbook.unknown-exit", "exits:\n        pack:\n          ⟦emty⟧: met"),
    ("authoring.not-a-word", "exits:\n        pack:\n          empty: ⟦notmet⟧"),
    ("authoring.wrong-form", "exits:\n        pack: ⟦met⟧"),
    ("authoring.wrong-form", "exits:\n        pack: ⟦{}⟧"),
  ]
}
