import CommonMark
public import Diagnostics
import Rules

// The wordings for a playbook's files: single values that fit, but not together.
extension Diagnostic {
  private static func error(_ id: ID, _ location: SourceLocation?, _ message: String, notes: [Note] = [])
    -> Diagnostic
  {
    Diagnostic(.error, id, at: location, message, notes: notes)
  }

  // MARK: Files

  static func noPlaybook(in folder: String) -> Diagnostic {
    error(
      "playbook.no-playbook", SourceLocation(file: folder.isEmpty ? "." : folder),
      "There is no playbook.yaml in this folder; name a playbook's folder, or make one with a playbook.yaml")
  }

  static func emptyFile(_ path: String) -> Diagnostic {
    error("playbook.empty-file", SourceLocation(file: path), "The file says nothing; fill it or remove it")
  }

  static func noFrontMatter(_ path: String) -> Diagnostic {
    error(
      "playbook.no-front-matter", SourceLocation(file: path),
      "The file has no front matter: begin it with its keys in YAML between two lines '---'")
  }

  static func strangeFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, "playbook.strange-file", at: SourceLocation(file: path),
      "Nothing reads this file: a playbook has playbook.yaml, sources.yaml, glossary.yaml, questions/*.yaml, "
        + "criteria/*.md, steps/*.md, guides/*.md, data/*.yaml, examples/*.yaml and tests/*.yaml")
  }

  static func fileIsNoID(_ path: String, stem: String) -> Diagnostic {
    error(
      "playbook.file-name", SourceLocation(file: path),
      "'\(stem)' is no id: name the file with lower-case letters and digits and single '-' between them, "
        + "after a number such as '10-' where the order matters")
  }

  static func fileIsNoName(_ path: String, stem: String) -> Diagnostic {
    error(
      "playbook.file-name", SourceLocation(file: path),
      "'\(stem)' is no name: templates say data.\(stem), so use lower-case letters, digits and '_'")
  }

  static func sameID(_ id: Slug, _ path: String, _ other: String) -> Diagnostic {
    error(
      "playbook.duplicate-id", SourceLocation(file: path),
      "The id '\(id)' is taken by another file; rename one",
      notes: [Note("The other file", at: SourceLocation(file: other))])
  }

  static func misspeltLanguage(_ language: Located<String>, near: String) -> Diagnostic {
    Diagnostic(
      .warning, "playbook.code-language", at: language.location,
      "No language is called '\(language.value)', so that this code is plain; did you mean '\(near)'?")
  }

  // MARK: Names

  static func duplicate(_ id: String, noun: String, at location: SourceLocation, first: SourceLocation)
    -> Diagnostic
  {
    error(
      "playbook.duplicate-id", location, "The \(noun) '\(id)' stands twice; give one of them another id",
      notes: [Note("First here", at: first)])
  }

  static func unknownName(
    _ name: Located<some CustomStringConvertible>, noun: String, among known: some Collection<String>
  ) -> Diagnostic {
    let text = name.value.description
    return error(
      "playbook.unknown-\(noun.replacing(" ", with: "-"))".asID, name.location,
      "Unknown \(noun) '\(text)'\(NearMiss.hint(for: text, among: known))",
      notes: known.isEmpty || known.count > 12
        ? [] : [Note("There are: \(Set(known).sorted().joined(separator: ", "))")])
  }

  static func unused(_ id: String, noun: String, use: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "playbook.unused-\(noun)".asID, at: location, "The \(noun) '\(id)' is not used: \(use)")
  }

  static func circle(_ names: [String], verb: String, at location: SourceLocation?) -> Diagnostic {
    let turn = (names + names.prefix(1)).map { "'\($0)'" }
    let chain = turn.count == 2 ? "'\(names[0])' \(verb) itself" : turn.joined(separator: " \(verb) ")
    return error("playbook.circle", location, "\(chain): a circle; take one of these away")
  }

  static func relativeLink(_ link: Located<OutsideLink>) -> Diagnostic {
    error(
      "playbook.relative-link", link.location,
      "'\(link.value.destination)' leads to no page: link to content as step:, criterion:, guide:, question: or "
        + "term:, and to the web with https:")
  }

  static func migrationFromLater(_ version: Located<Version>, than playbook: Version) -> Diagnostic {
    error(
      "playbook.later-migration", version.location,
      "The playbook has version \(playbook), so it cannot have come by version \(version.value); raise 'version'"
    )
  }

  static func emptyList(_ key: String, at location: SourceLocation) -> Diagnostic {
    error("playbook.empty-list", location, "'\(key)' is empty; it needs at least one entry")
  }

  static func privateAmount(_ name: String, at location: SourceLocation) -> Diagnostic {
    error(
      "playbook.private-amount", location,
      "'\(name)' is private, and pages would show a number made of it; use another question here")
  }

  // MARK: Decision

  static func lastVerdictHasRule(_ verdict: Verdict) -> Diagnostic {
    error(
      "playbook.last-verdict-rule", verdict.when?.source.location ?? verdict.location,
      "The last verdict '\(verdict.id)' is what remains when no other holds; remove its rule")
  }

  static func verdictWithoutRule(_ verdict: Verdict, last: Verdict) -> Diagnostic {
    error(
      "playbook.verdict-without-rule", verdict.location,
      "The verdict '\(verdict.id)' has no rule and would hide those after it; only the last, '\(last.id)', goes without"
    )
  }

  static func lastVerdictRuledOut(_ verdict: Located<Name>) -> Diagnostic {
    error(
      "playbook.last-verdict-ruled-out", verdict.location,
      "The last verdict '\(verdict.value)' cannot be ruled out: it is what remains")
  }

  static func reasonKeyInCondition(_ key: String, at location: SourceLocation) -> Diagnostic {
    error(
      "playbook.reason-and-condition", location,
      "'\(key)' belongs to a reason, and this criterion is a condition, since it has 'rules_out'; make it two criteria"
    )
  }

  static func noLevels(at location: SourceLocation) -> Diagnostic {
    error("playbook.no-levels", location, "A reason needs at least one level")
  }

  static func levelAfterCatchAll(at location: SourceLocation) -> Diagnostic {
    error(
      "playbook.level-hidden", location,
      "This level has no 'when' and hides the levels after it; only the last may stand without a rule")
  }

  static func outcomeAfterCatchAll(_ outcome: Name, at location: SourceLocation) -> Diagnostic {
    error(
      "playbook.outcome-hidden", location,
      "The outcome '\(outcome)' has no 'when' and hides those after it; only the last may stand without a rule"
    )
  }

  // MARK: Questions and candidates

  static func noChoices(at location: SourceLocation) -> Diagnostic {
    error("playbook.no-choices", location, "A question with choices needs at least one")
  }

  static func emptyRange(_ minimum: Double, _ maximum: Double, at location: SourceLocation) -> Diagnostic {
    error(
      "playbook.empty-range", location,
      "'max' is \(written(maximum)), less than 'min', which is \(written(minimum)): no answer fits")
  }

  static func choiceNamedLikeField(_ choice: Question.Choice) -> Diagnostic {
    error(
      "playbook.reserved-choice", choice.location,
      "A choice cannot be called '\(choice.id)': templates write that for a part of every answer; take another id"
    )
  }

  static func scaleOfRanking(at location: SourceLocation) -> Diagnostic {
    error(
      "playbook.ranking-scale", location,
      "A part of the ranking needs either 'from' and 'to', which differ, or 'values' for each choice")
  }

  static func scaleDoesNotFit(_ question: Located<Name>) -> Diagnostic {
    error(
      "playbook.ranking-scale", question.location,
      "The question '\(question.value)' does not fit: 'from' and 'to' need an integer or number, 'values' a one_of"
    )
  }

  static func choiceWithoutValue(_ choice: Name, at question: Located<Name>) -> Diagnostic {
    error(
      "playbook.ranking-scale", question.location,
      "The choice '\(choice)' of '\(question.value)' has no value here; give each choice one from 0 to 1")
  }

  // MARK: Steps

  static func effortOutOfOrder(at location: SourceLocation) -> Diagnostic {
    error("playbook.effort-order", location, "'low', 'likely' and 'high' must not fall; order them")
  }

  static func needsLaterPhase(_ need: Located<Slug>, phase: Phase, own: Phase) -> Diagnostic {
    error(
      "playbook.needs-later-phase", need.location,
      "'\(need.value)' is in the phase '\(phase.id)', after '\(own.id)'; a step cannot need a step of a later phase"
    )
  }

  static func stepsWithoutPhases(at location: SourceLocation) -> Diagnostic {
    error(
      "playbook.no-phases", location, "There are steps, but playbook.yaml has no 'phases'; list them there")
  }

  static func tooFewMoments(at location: SourceLocation) -> Diagnostic {
    error(
      "playbook.too-few-moments", location,
      "Measures need at least two 'moments' to compare; list these, the first before the move")
  }
}

extension Diagnostic {
  /// A folder that waybook.yaml names, and that is not there.
  public static func noSuchFolder(_ folder: Located<String>, hint: String = "") -> Diagnostic {
    error(
      "project.no-folder", folder.location,
      "There is no folder '\(folder.value)' beside \(ProjectFile.name)\(hint)")
  }

  /// A path that a shell would understand, and that begins with `~`.
  static func homeFolder(_ path: String, at location: SourceLocation) -> Diagnostic {
    error(
      "project.home-folder", location,
      "'~' is the home folder to a shell alone; write the whole path, or './\(path)' for a folder of that name"
    )
  }

  /// A target under `publish` that nothing can be published to.
  public static func noTarget(_ reason: String, at location: SourceLocation) -> Diagnostic {
    error("project.no-target", location, reason)
  }
}

extension String {
  /// As the id of a diagnostic.
  var asID: Diagnostic.ID { Diagnostic.ID(rawValue: self) }
}
