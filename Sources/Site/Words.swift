public import Authoring
public import Diagnostics
import Tailoring
import Templating

/// The words and signs that stand in running text, in lists and in numbers, where no template can put them.
///
/// They come from the theme's file of words, as those in templates do; here each has its name and says which
/// values it takes.
public struct Words: Sendable {
  /// What can be said.
  enum Key: String, CaseIterable {
    // Answers.
    case yes = "text.yes"
    case no = "text.no"
    case noneChosen = "text.none_chosen"
    case notAnswered = "text.not_answered"
    case notApplicable = "text.not_applicable"
    case isPrivate = "text.private"
    // What a step hangs on, beside questions.
    case verdict = "text.the_verdict"
    case startingPoint = "text.where_to_start"
    // Who answers, before it is known.
    case yourTeam = "text.your_team"
    case yourSubject = "text.your_subject"
    // Lists.
    case listSeparator = "text.list_separator"
    case listEnd = "text.list_end"
    case listAndOthers = "text.list_and_others"
    case alternativesEnd = "text.alternatives_end"
    case numberRange = "text.number_range"
    case threeEstimates = "text.three_estimates"
    // Numbers.
    case thousandsSeparator = "text.thousands_separator"
    case decimalSeparator = "text.decimal_separator"
    case percent = "text.percent"
    case withUnit = "text.with_unit"
    case onePoint = "text.one_point"
    case points = "text.points"
    case oneWorkingDay = "text.one_working_day"
    case workingDays = "text.working_days"
    case onePersonDay = "text.one_person_day"
    case personDays = "text.person_days"
    case oneWeek = "text.one_week"
    case weeks = "text.weeks"
    case weekNumber = "text.week_number"
    case onePerson = "text.one_person"
    case people = "text.people"
    case oneMoreQuestion = "text.one_more_question"
    case moreQuestions = "text.more_questions"
    // Pictures.
    case withoutTheme = "text.without_theme"
    case pointsChart = "text.points_chart"
    case candidatesChart = "text.candidates_chart"
    case timelineChart = "text.timeline_chart"
    case weeksAxis = "text.weeks_axis"
    // Markdown.
    case code = "text.code"
    case table = "text.table"
    case taskDone = "text.task_done"
    case taskToDo = "text.task_to_do"
    case backToReference = "text.back_to_reference"
    case note = "text.alert_note"
    case tip = "text.alert_tip"
    case important = "text.alert_important"
    case warning = "text.alert_warning"
    case caution = "text.alert_caution"
    // Markdown files.
    case madeFor = "document.made_for"
    case summary = "document.summary"
    case noVerdict = "document.no_verdict"
    case verdictLeaning = "document.verdict_leaning"
    case verdictSettled = "document.verdict_settled"
    case stillPossible = "document.still_possible"
    case decided = "document.decided"
    case decidedBy = "document.decided_by"
    case decidedBecause = "document.decided_because"
    case nobodyDecided = "document.nobody_decided"
    case whatWouldChange = "document.what_would_change"
    case nextSteps = "document.next_steps"
    case whereToStart = "document.where_to_start"
    case candidate = "document.candidate"
    case tiedCandidate = "document.tied_candidate"
    case criteria = "document.criteria"
    case saysNothingYet = "document.says_nothing_yet"
    case pointsFor = "document.points_for"
    case rulesOut = "document.rules_out"
    case plan = "document.plan"
    case takes = "document.takes"
    case takesToGate = "document.takes_to_gate"
    case phase = "document.phase"
    case status = "document.status"
    case stepOpen = "document.open"
    case done = "document.done"
    case inProgress = "document.in_progress"
    case skipped = "document.skipped"
    case ticket = "document.ticket"
    case owner = "document.owner"
    case effort = "document.effort"
    case after = "document.after"
    case possibleSteps = "document.possible_steps"
    case guides = "document.guides"
    case answers = "document.answers"
    case sources = "document.sources"
    case toDo = "document.to_do"
    case doneWhen = "document.done_when"
    case toDecide = "document.to_decide"
    case wayBack = "document.way_back"
    case chosen = "document.chosen"
    case chosenBecause = "document.chosen_because"
    case computedIsOpen = "document.computed_is_open"
    case computedDiffers = "document.computed_differs"
    case nothingProposed = "document.nothing_proposed"
    case proposed = "document.proposed"
    case reviewed = "document.reviewed"
    case isRuledOutBy = "document.is_ruled_out_by"

    /// The names of its values.
    var values: [String] {
      switch self {
      case .listEnd, .alternativesEnd: ["first", "last"]
      case .listAndOthers: ["first", "count"]
      case .numberRange: ["low", "high"]
      case .threeEstimates: ["range", "likely"]
      case .percent, .weekNumber: ["number"]
      case .yourSubject: ["kind"]
      case .withUnit: ["number", "unit"]
      case .onePoint, .points, .oneWorkingDay, .workingDays, .onePersonDay, .personDays, .oneWeek, .weeks,
        .onePerson, .people, .oneMoreQuestion, .moreQuestions:
        ["count"]
      case .madeFor: ["team", "playbook", "version"]
      case .verdictLeaning, .verdictSettled, .decided, .chosen, .computedDiffers, .proposed: ["verdict"]
      case .chosenBecause: ["verdict", "because"]
      case .stillPossible, .rulesOut: ["verdicts"]
      case .decidedBy: ["by"]
      case .decidedBecause: ["because"]
      case .candidate: ["component", "points", "most"]
      case .tiedCandidate: ["component", "points", "most", "others"]
      case .pointsFor: ["points", "option"]
      case .takes: ["length"]
      case .takesToGate: ["length", "gate"]
      case .phase, .status, .ticket, .owner, .effort: [rawValue.replacing("document.", with: "")]
      case .after: ["steps"]
      case .reviewed: ["day"]
      case .isRuledOutBy: ["verdict", "criteria"]
      default: []
      }
    }
  }

  private let phrases: [Key: Phrase]
  private let sentences: [Sentence: Phrase]

  /// Takes what pages say out of a theme's words.
  ///
  /// - Returns: nil where something cannot be said; each is among the diagnostics.
  init?(_ file: WordsFile, diagnostics: inout [Diagnostic]) {
    func phrase(_ name: String, _ values: [String]) -> Phrase? {
      if let template = file.words[name] {
        return Phrase(template, names: values, diagnostics: &diagnostics)
      }
      diagnostics.append(.missingWords(name))
      return nil
    }
    phrases = Key.allCases.reduce(into: [:]) { $0[$1] = phrase($1.rawValue, $1.values) }
    sentences = Sentence.allCases.reduce(into: [:]) { $0[$1] = phrase("sentence.\($1.name)", $1.values) }
    guard phrases.count == Key.allCases.count, sentences.count == Sentence.allCases.count else { return nil }
  }

  /// Loads them from a theme's file of words.
  ///
  /// - Parameters:
  ///   - defaults: the default theme's folder.
  ///   - overrides: a project's own folder, whose words stand in for the default's of the same name.
  /// - Returns: nil where something cannot be said; each is among the diagnostics.
  public static func load(
    defaults: InputFolder, overrides: InputFolder? = nil, diagnostics: inout [Diagnostic]
  ) -> Words? {
    var file = WordsFile.load(from: defaults, diagnostics: &diagnostics)
    if let overrides { file.merge(WordsFile.load(from: overrides, diagnostics: &diagnostics)) }
    return Words(file, diagnostics: &diagnostics)
  }

  /// Words without values.
  subscript(key: Key) -> String { self(key) }

  /// Words with values in them, in the order of their names.
  func callAsFunction(_ key: Key, _ values: String...) -> String {
    phrases[key]?.text(values) ?? ""
  }

  /// How results are put into these words.
  var wording: Wording {
    Wording(
      answer: text(of:to:), list: list, share: percent, number: rounded,
      say: { sentences[$0]?.text($1) ?? "" })
  }
}

extension Answers.Progress.Status {
  /// What it is called.
  var key: Words.Key {
    switch self {
    case .open: .stepOpen
    case .done: .done
    case .inProgress: .inProgress
    case .skipped: .skipped
    }
  }
}

extension Words {
  /// For whom, and of which playbook, a file was made.
  func made(for tailored: TailoredPlaybook) -> String {
    self(.madeFor, tailored.answers.team, tailored.playbook.title, tailored.playbook.version.description)
  }

  /// `a, b and c`; words for none where the list is empty.
  func list(_ items: [String]) -> String {
    guard let last = items.last else { return self[.noneChosen] }
    return items.count == 1 ? last : self(.listEnd, separated(items.dropLast()), last)
  }

  /// `a, b or c`; words for none where the list is empty.
  func alternatives(_ items: [String]) -> String {
    guard let last = items.last else { return self[.noneChosen] }
    return items.count == 1 ? last : self(.alternativesEnd, separated(items.dropLast()), last)
  }

  /// `a, b, c, d and 96 others`, where it would be long.
  func shortList(_ items: [String]) -> String {
    let shown = 4
    return items.count < shown + 2
      ? list(items)
      : self(.listAndOthers, separated(items.prefix(shown)), number(Int64(items.count - shown)))
  }

  private func separated(_ items: some Collection<String>) -> String {
    items.joined(separator: self[.listSeparator])
  }
}
