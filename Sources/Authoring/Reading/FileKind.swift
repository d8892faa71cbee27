import Diagnostics
import YAML

/// A kind of file that people write.
public enum FileKind: String, CaseIterable, Sendable {
  /// `playbook.yaml`.
  case playbook
  /// A file of `questions/`.
  case questions
  /// The front matter of a file of `criteria/`.
  case criterion
  /// The front matter of a file of `steps/`.
  case step
  /// The front matter of a file of `guides/`.
  case guide
  /// A file of `data/`.
  case data
  /// `sources.yaml`.
  case sources
  /// `glossary.yaml`.
  case glossary
  /// A file of `tests/`.
  case tests
  /// An answers file or a `_team.yaml`.
  case answers
  /// `_all.yaml`, the answers that all teams share.
  case sharedAnswers = "shared-answers"
  /// `waybook.yaml`.
  case project
  /// `words.yaml` of a theme.
  case words

  /// Whether what it may hold depends on the playbook that it is for.
  public var namesPlaybook: Bool { [.answers, .sharedAnswers, .tests].contains(self) }

  /// What such a file may hold.
  ///
  /// - Parameter playbook: whose questions, choices and verdicts answers name; nil where any may be named.
  public func shape(for playbook: Playbook?) -> Shape {
    let playbook = playbook ?? .unknown
    let questions = QuestionIndex(playbook)
    return switch self {
    case .playbook: Form<PlaybookHeader>.playbookHeader.shape()
    case .questions: Form<QuestionGroup>.questionGroup(id: .standIn).shape()
    case .criterion: Form<Criterion>.criterion(id: .standIn, body: nil, questions: questions).shape()
    case .step: Form<Step>.step(id: .standIn, fileName: "", body: nil, in: playbook, questions).shape()
    case .guide: Form<Guide>.guide(id: .standIn, fileName: "", body: nil).shape()
    case .data: Form<DataValue>.data.shape()
    case .sources: Form<Listing<Source>>.sourcesFile.shape()
    case .glossary: Form<Listing<Term>>.glossaryFile.shape()
    case .tests: Form<[Playbook.Test]>.playbookTests(of: playbook).shape()
    case .answers, .sharedAnswers:
      Form<AnswersFile>.answersFile(
        for: playbook, questions, origin: self == .answers ? .own : .all, inheriting: nil
      )
      .shape()
    case .project: Form<ProjectFile>.projectFile.shape()
    case .words: Form<WordsFile>.words.shape()
    }
  }
}

extension Playbook {
  /// One of which nothing is known.
  fileprivate static var unknown: Playbook {
    var ignored: [Diagnostic] = []
    let document = YAMLDocument(parsing: SourceFile(path: "", text: "{}"), diagnostics: &ignored)
    guard let header = document.root.flatMap({ Form<PlaybookHeader>.playbookHeader.read($0, &ignored) })
    else {
      preconditionFailure("The keys of a playbook that are left out have stand-ins")
    }
    return Playbook(header, folder: "")
  }
}
