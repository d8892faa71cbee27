import Diagnostics
import Rules
import YAML

extension Form where Value == Step {
  /// The front matter of a step's file.
  ///
  /// - Parameters:
  ///   - id: from the file's name.
  ///   - fileName: with the number that orders.
  ///   - body: the text after the front matter.
  ///   - playbook: with everything that is read before steps; its tests name verdicts and measures.
  ///   - questions: those of the playbook, which its tests name.
  static func step(
    id: Slug, fileName: String, body: MarkdownText?, in playbook: Playbook, _ questions: QuestionIndex
  ) -> Self {
    .fields(of: "step") { fields in
      let title = fields.required("title", .plainText)
      let phase = fields.required("phase", Form<Slug>.slug.located())
      let needs = fields.nullable("needs", .list(of: Form<Slug>.slug.located()))
      let when = fields.optional("when", .condition)
      let effort = fields.optional("effort", .effort)
      let wait = fields.optional("wait", .amount)
      let owner = fields.optional("owner", .plainText)
      let checklist = fields.optional("checklist", .list(of: .checklistItem))
      let exits = fields.optional("exit", .list(of: .exit))
      let rollback = fields.optional("rollback", .markdownLine)
      let gate = fields.optional("gate", .list(of: .gateOutcome))
      let sources = fields.optional("sources", .list(of: Form<Slug>.slug.located()))
      let areNamesRead =
        fields.isWhole("checklist", count: checklist?.count) && fields.isWhole("gate", count: gate?.count)
      let areExitsRead = fields.isWhole("exit", count: exits?.count)
      let tests = fields.optional(
        "tests",
        .list(
          of: .stepTest(
            of: id, gate: gate ?? [], exits: exits ?? [], isRead: areNamesRead && areExitsRead, in: playbook,
            questions))
      )
      for outcome in (gate ?? []).dropLast() where outcome.when == nil {
        fields.report(.outcomeAfterCatchAll(outcome.id, at: outcome.location))
      }
      guard let phase else { return nil }
      return Step(
        id: id, fileName: fileName, title: title ?? id.text, phase: phase, needs: needs ?? [], when: when,
        effort: effort, wait: wait, owner: owner, checklist: checklist ?? [], exits: exits ?? [],
        rollback: rollback, gate: gate ?? [], areNamesRead: areNamesRead, areExitsRead: areExitsRead,
        sources: sources ?? [],
        tests: tests ?? [], body: body, location: fields.node.firstLineLocation)
    }
  }
}

extension Form where Value == Step.Effort {
  static var effort: Self {
    .fields(of: "effort") { fields in
      let low = fields.required("low", .amount)
      let likely = fields.required("likely", .amount)
      let high = fields.required("high", .amount)
      guard let low, let likely, let high else { return nil }
      if case (.fixed(let a), .fixed(let b), .fixed(let c)) = (low, likely, high), !(a <= b && b <= c) {
        fields.report(.effortOutOfOrder(at: fields.node.firstLineLocation))
      }
      return Step.Effort(low: low, likely: likely, high: high)
    }
  }
}

extension Form where Value == Step.Amount {
  /// A number, or a rule that yields one.
  static var amount: Self {
    Self(.text) { node, diagnostics in
      if node.scalar?.asDouble != nil {
        return Form<Double>.number(in: 0...100_000).read(node, &diagnostics).map { .fixed($0) }
      }
      return Form<Rule>.rule.read(node, &diagnostics).map { .rule($0) }
    }
  }
}

extension Form where Value == Step.ChecklistItem {
  static var checklistItem: Self {
    .fields(of: "checklist item") { fields in
      let id = fields.required("id", .slug)
      let text = fields.required("text", .markdownLine)
      guard let id, let text else { return nil }
      return Step.ChecklistItem(id: id, text: text, location: fields.location(of: "id"))
    }
  }
}

extension Form where Value == Step.Exit {
  static var exit: Self {
    .fields(of: "exit") { fields in
      let id = fields.required("id", .slug)
      let text = fields.required("text", .markdownLine)
      let when = fields.optional("when", .condition)
      guard let id, let text else { return nil }
      return Step.Exit(id: id, text: text, when: when, location: fields.location(of: "id"))
    }
  }
}

extension Form where Value == Step.GateOutcome {
  static var gateOutcome: Self {
    .fields(of: "gate outcome") { fields in
      let id = fields.required("id", .name)
      let title = fields.required("title", .plainText)
      let when = fields.optional("when", .condition)
      guard let id else { return nil }
      return Step.GateOutcome(
        id: id, title: title ?? id.text, when: when, location: fields.location(of: "id"))
    }
  }
}
