import Diagnostics

/// Resolves every name in a loaded playbook, and reports those that lead nowhere.
struct PlaybookCheck {
  let playbook: Playbook
  let ids: ContentIDs

  init(_ playbook: Playbook, ids: ContentIDs) {
    self.playbook = playbook
    self.ids = ids
  }

  /// Checks everything.
  ///
  /// - Returns: what was made of each text, by its place.
  func run(_ diagnostics: inout [Diagnostic]) -> [SourceLocation: CheckedText] {
    checkDecision(&diagnostics)
    checkReferences(&diagnostics)
    checkMigrations(&diagnostics)
    checkSteps(&diagnostics)
    checkStepTests(&diagnostics)
    checkCircles(&diagnostics)
    checkRules(&diagnostics)
    let texts = checkTexts(&diagnostics)
    // What a broken file would use seems unused; so only a sound playbook is asked.
    if !diagnostics.containsErrors { checkUse(cited: texts.cited, &diagnostics) }
    return texts.checked
  }
}

extension PlaybookCheck {
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
        require(theme, .theme, playbook.themes.map(\.id.text), &diagnostics)
      }
      if let reason = criterion.reason {
        for option in [reason.supports] + reason.levels.compactMap(\.supports) {
          require(option, .option, options, &diagnostics)
        }
      }
      for names in criterion.rulingsOut.map(\.verdicts) + criterion.tests.map(\.verdicts) {
        for verdict in names { require(verdict, .verdict, verdicts, &diagnostics) }
      }
    }
    for source in citedInLists {
      require(source, .source, playbook.sources.map(\.id.text), &diagnostics)
    }
    let parts = playbook.candidates?.parts ?? []
    for part in parts { checkRanking(part, &diagnostics) }
  }

  /// Renamings lead to what there is now, and came with this version or an earlier one.
  private func checkMigrations(_ diagnostics: inout [Diagnostic]) {
    let questions = QuestionIndex(playbook)
    for migration in playbook.migrations {
      if playbook.version != .standIn, migration.version.value > playbook.version {
        diagnostics.append(.migrationFromLater(migration.version, than: playbook.version))
      }
      let later = AnswerMigration(from: migration.version.value, by: playbook.migrations)
      for name in migration.renames.values where questions[later.newName(of: name.value)] == nil {
        require(name, .question, questions.names, &diagnostics)
      }
      for change in migration.choiceRenames {
        guard let question = questions[change.question.value] else {
          require(change.question, .question, questions.names, &diagnostics)
          continue
        }
        let choices = question.choices.map(\.id.text)
        for name in change.renames.values where question.areChoicesRead {
          let newName = later.newChoice(of: name.value, in: question.id)
          if !choices.contains(newName.text) {
            diagnostics.append(.unknownName(name, noun: "choice", among: choices))
          }
        }
      }
    }
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

  /// Reports a name that is not among the known ones.
  func require(
    _ name: Located<some CustomStringConvertible>, _ kind: NameKind, _ known: some Collection<String>,
    _ diagnostics: inout [Diagnostic]
  ) {
    if let problem = playbook.problem(name, kind, among: known) { diagnostics.append(problem) }
  }

  /// A part of the ranking reads a component question of a fitting type.
  private func checkRanking(_ part: CandidateRanking.Part, _ diagnostics: inout [Diagnostic]) {
    let components = playbook.questions.filter { $0.scope == .component }
    guard let question = components.first(where: { $0.id == part.question.value }) else {
      let names = playbook.questions.map(\.id.text)
      let name = part.question.value.text
      let isHidden =
        playbook.unread.contains(.question) && !names.contains(name) && NearMiss.of(name, among: names) == nil
      if !isHidden {
        diagnostics.append(
          .unknownName(part.question, noun: "component question", among: components.map(\.id.text)))
      }
      return
    }
    if question.isPrivate {
      diagnostics.append(.privateAmount(part.question.value.text, at: part.question.location))
    }
    switch (part.scale, question.kind) {
    case (_, _) where !question.areChoicesRead: break
    case (.linear, .integer), (.linear, .number): break
    case (.choices(let values), .oneOf(let choices)):
      let ids = choices.map(\.id)
      let unknown = values.filter { !ids.contains($0.key) }
      for (name, value) in unknown {
        diagnostics.append(
          .unknownName(Located(name, at: value.location), noun: "choice", among: ids.map(\.text)))
      }
      // A misspelt choice is also one without a value.
      for choice in ids where values[choice] == nil && unknown.isEmpty {
        diagnostics.append(.choiceWithoutValue(choice, at: part.question))
      }
    case (.linear, _), (.choices, _):
      diagnostics.append(.scaleDoesNotFit(part.question))
    }
  }
}

extension Criterion.Test {
  /// The verdicts that it names.
  fileprivate var verdicts: [Located<Name>] {
    switch expectation {
    case .rulesOut(let verdicts): verdicts
    case .leftOut, .strength: []
    }
  }
}
