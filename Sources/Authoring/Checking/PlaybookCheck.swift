import Diagnostics

/// Resolves every name in a loaded playbook, and reports those that lead nowhere.
struct PlaybookCheck {
  let playbook: Playbook
  let ids: ContentIDs

  init(_ playbook: Playbook, ids: ContentIDs) {
    self.playbook = playbook
    self.ids = ids
  }

  func run(_ diagnostics: inout [Diagnostic]) {
    checkDuplicates(&diagnostics)
    checkDecision(&diagnostics)
    checkReferences(&diagnostics)
    checkSteps(&diagnostics)
    checkStepTests(&diagnostics)
    checkCircles(&diagnostics)
    checkRules(&diagnostics)
    let cited = checkTexts(&diagnostics)
    // What a broken file would use seems unused; so only a sound playbook is asked.
    if !diagnostics.containsErrors { checkUse(cited: cited, &diagnostics) }
  }
}

extension PlaybookCheck {
  /// Ids that stand twice in one list.
  private func checkDuplicates(_ diagnostics: inout [Diagnostic]) {
    report(playbook.options.map { ($0.id.text, $0.location) }, "option", &diagnostics)
    report(playbook.verdicts.map { ($0.id.text, $0.location) }, "verdict", &diagnostics)
    report(playbook.themes.map { ($0.id.text, $0.location) }, "theme", &diagnostics)
    report(playbook.phases.map { ($0.id.text, $0.location) }, "phase", &diagnostics)
    report(playbook.measures.map { ($0.id.text, $0.location) }, "measure", &diagnostics)
    report(playbook.sources.map { ($0.id.text, $0.location) }, "source", &diagnostics)
    report(playbook.terms.map { ($0.id.text, $0.location) }, "term", &diagnostics)
    report(playbook.questions.map { ($0.id.text, $0.location) }, "question", &diagnostics)
    for question in playbook.questions {
      report(question.choices.map { ($0.id.text, $0.location) }, "choice", &diagnostics)
    }
    for step in playbook.steps {
      report(step.checklist.map { ($0.id.text, $0.location) }, "checklist item", &diagnostics)
      report(step.exits.map { ($0.id.text, $0.location) }, "exit", &diagnostics)
      report(step.gate.map { ($0.id.text, $0.location) }, "gate outcome", &diagnostics)
      report(step.needs.map { ($0.value.text, $0.location) }, "need", &diagnostics)
    }
  }

  private func report(
    _ items: [(id: String, location: SourceLocation)], _ noun: String, _ diagnostics: inout [Diagnostic]
  ) {
    var first: [String: SourceLocation] = [:]
    for item in items {
      if let earlier = first[item.id] {
        diagnostics.append(.duplicate(item.id, noun: noun, at: item.location, first: earlier))
      } else {
        first[item.id] = item.location
      }
    }
  }

  /// The last verdict has no rule, all others have one, and nothing rules the last one out.
  private func checkDecision(_ diagnostics: inout [Diagnostic]) {
    guard let last = playbook.verdicts.last else { return }
    if last.when != nil { diagnostics.append(.lastVerdictHasRule(last)) }
    for verdict in playbook.verdicts.dropLast() where verdict.when == nil {
      diagnostics.append(.verdictWithoutRule(verdict, last: last))
    }
    for verdict in playbook.criteria.flatMap(\.rulingsOut).flatMap(\.verdicts) where verdict.value == last.id
    {
      diagnostics.append(.lastVerdictRuledOut(verdict))
    }
  }

  /// Names of options, verdicts, themes, sources, questions and content.
  private func checkReferences(_ diagnostics: inout [Diagnostic]) {
    let options = playbook.options.map(\.id.text)
    let verdicts = playbook.verdicts.map(\.id.text)
    for criterion in playbook.criteria {
      if let theme = criterion.theme {
        require(theme, "theme", playbook.themes.map(\.id.text), &diagnostics)
      }
      if let reason = criterion.reason {
        for option in [reason.supports] + reason.levels.compactMap(\.supports) {
          require(option, "option", options, &diagnostics)
        }
      }
      for ruling in criterion.rulingsOut {
        for verdict in ruling.verdicts { require(verdict, "verdict", verdicts, &diagnostics) }
      }
    }
    for source in citedInLists {
      require(source, "source", playbook.sources.map(\.id.text), &diagnostics)
    }
    let parts = playbook.candidates?.parts ?? []
    report(parts.map { ($0.id.text, $0.question.location) }, "part of the ranking", &diagnostics)
    for part in parts { checkRanking(part, &diagnostics) }
  }

  /// The sources that criteria, steps, guides and terms name in their `sources`.
  var citedInLists: [Located<Slug>] {
    let lists =
      playbook.criteria.map(\.sources) + playbook.steps.map(\.sources) + playbook.guides.map(\.sources)
      + playbook.terms.map(\.sources)
    return Array(lists.joined())
  }

  /// What nothing uses: most often what is left of a rewrite.
  private func checkUse(cited: Set<String>, _ diagnostics: inout [Diagnostic]) {
    for source in playbook.sources where !cited.contains(source.id.text) {
      diagnostics.append(
        .unused(source.id.text, noun: "source", use: "nothing cites it", at: source.location))
    }
    let themes = Set(playbook.criteria.compactMap(\.theme?.value))
    for theme in playbook.themes where !themes.contains(theme.id) {
      diagnostics.append(
        .unused(theme.id.text, noun: "theme", use: "no criterion has it", at: theme.location))
    }
    let phases = Set(playbook.steps.map(\.phase.value))
    for phase in playbook.phases where !phases.contains(phase.id) {
      diagnostics.append(.unused(phase.id.text, noun: "phase", use: "no step is in it", at: phase.location))
    }
  }

  private func require(
    _ name: Located<some CustomStringConvertible>, _ noun: String, _ known: [String],
    _ diagnostics: inout [Diagnostic]
  ) {
    guard !ids.unread.contains(noun), !known.contains(name.value.description) else { return }
    diagnostics.append(.unknownName(name, noun: noun, among: known))
  }

  /// A part of the ranking reads a component question of a fitting type.
  private func checkRanking(_ part: CandidateRanking.Part, _ diagnostics: inout [Diagnostic]) {
    let components = playbook.questions.filter { $0.scope == .component }
    guard let question = components.first(where: { $0.id == part.question.value }) else {
      diagnostics.append(
        .unknownName(part.question, noun: "component question", among: components.map(\.id.text)))
      return
    }
    if question.isPrivate {
      diagnostics.append(.privateAmount(part.question.value.text, at: part.question.location))
    }
    switch (part.scale, question.kind) {
    case (.linear, .integer), (.linear, .number): break
    case (.choices(let values), .oneOf(let choices)):
      let ids = choices.map(\.id)
      for name in values.keys.filter({ !ids.contains($0) }).sorted() {
        let located = Located(name, at: part.question.location)
        diagnostics.append(.unknownName(located, noun: "choice", among: ids.map(\.text)))
      }
      for choice in ids where values[choice] == nil {
        diagnostics.append(.choiceWithoutValue(choice, at: part.question))
      }
    case (.linear, _), (.choices, _):
      diagnostics.append(.scaleDoesNotFit(part.question))
    }
  }
}
