public import Diagnostics

/// What an author writes: everything in a playbook's folder, loaded and checked.
public struct Playbook: Sendable {
  /// A renaming between versions, so that old answers files keep working.
  public struct Migration: Sendable {
    /// The version that brought it.
    public var version: Located<Version>
    /// Old names of questions, and their new names.
    public var renames: [Name: Located<Name>]
    /// Old names of choices, and their new names.
    public var choiceRenames: [ChoiceRenames]

    /// The renamed choices of a question.
    public struct ChoiceRenames: Sendable {
      /// The question's new name.
      public var question: Located<Name>
      /// Old names, and new names.
      public var renames: [Name: Located<Name>]
    }
  }

  /// A case in the author's own tests of the whole playbook.
  public struct Test: Sendable {
    /// What the case shows.
    public var title: PlainText
    /// The answers about the subject.
    public var answers: [Name: Answer]
    /// The parts of the subject that could move alone.
    public var components: [Answers.Component]
    /// What the people decided.
    public var decision: Answers.Decision?
    /// How far each step is.
    public var progress: [Slug: Answers.Progress]
    /// What was measured, by measure and moment.
    public var measurements: [Name: [Name: Answers.Measurement]]
    /// What must come out.
    public var expectation: Expectation
    /// Where the case begins.
    public var location: SourceLocation
  }

  /// What a test of the whole playbook expects; nil where it does not say.
  public struct Expectation: Sendable {
    /// The computed verdict.
    public var verdict: Located<Name>?
    /// How sure it is.
    public var standing: Located<Standing>?
    /// The strengths of criteria.
    public var strengths: [(criterion: Located<Slug>, strength: Double)]
    /// The component that comes first, or that none is eligible.
    public var candidate: Located<CandidateExpectation>?
    /// Where steps stand.
    public var places: [(step: Located<Slug>, place: StepPlace)]
    /// What gates say.
    public var gates: [(step: Located<Slug>, gate: Located<GateExpectation>)]
    /// Where exits stand, step by step.
    public var exits: [(step: Located<Slug>, exits: [(exit: Located<Slug>, state: ExitExpectation)])]
  }

  /// Where a step stands for a team.
  public enum StepPlace: String, Sendable, CaseIterable {
    /// It is in the plan.
    case planned
    /// It is open whether it concerns the team.
    case possible
    /// It does not concern the team.
    case leftOut = "left_out"
  }

  /// How sure a verdict is.
  public enum Standing: String, Sendable, CaseIterable {
    /// Only one verdict is possible, whatever the open answers are.
    case settled
    /// Enough is known, and others are still possible.
    case leaning
    /// Too little is known.
    case open
  }

  /// The folder as shown to the user.
  public var folder: String
  /// Its id.
  public var id: Slug
  /// Its title.
  public var title: PlainText
  /// Its version.
  public var version: Version
  /// One sentence about it.
  public var summary: PlainText?
  /// What may move: service, application.
  public var subject: PlainText
  /// What may be decided.
  public var options: [Option]
  /// What may be advised, boldest first.
  public var verdicts: [Verdict]
  /// The part of the weight that must be known, 0 to 1.
  public var enough: Double
  /// After how many days an answer is marked as old; never where nil.
  public var answersValidDays: Int?
  /// The groups of criteria.
  public var themes: [Theme]
  /// Derived values, each after those that it uses.
  public var facts: [Fact]
  /// The stretches of the plan, in order.
  public var phases: [Phase]
  /// How components are ranked; nil where the playbook has none.
  public var candidates: CandidateRanking?
  /// The moments of measuring, in order.
  public var moments: [Name]
  /// What is measured.
  public var measures: [Measure]
  /// How old answers files are brought up to date, oldest first.
  public var migrations: [Migration]
  /// Whether bodies may hold raw HTML.
  public var allowsHTML: Bool
  /// The questions, by file.
  public var questionGroups: [QuestionGroup]
  /// The criteria, by file name.
  public var criteria: [Criterion]
  /// The steps, by file name.
  public var steps: [Step]
  /// The guides, by file name.
  public var guides: [Guide]
  /// What templates see as `data`, by file.
  public var data: [Name: DataValue]
  /// What content cites.
  public var sources: [Source]
  /// Words and their meanings.
  public var terms: [Term]
  /// The author's own tests.
  public var tests: [Test]
  /// The kinds of names of which some could not be read, which is reported: an unknown name of this kind is a
  /// second mistake only where it is close to a known one.
  var unread: Set<NameKind> = []
  /// What was made of every text when it was checked, by the text's place.
  public var checkedTexts: [SourceLocation: CheckedText]
}

/// What stands in a data file: text in templates, never a template itself.
public indirect enum DataValue: Sendable {
  case text(String)
  case flag(Bool)
  case list([DataValue])
  case map([Name: DataValue])
}

extension Playbook {
  /// The questions of all files, in order.
  public var questions: [Question] { questionGroups.flatMap(\.questions) }
}
