// The interview that leads to a verdict: questions in the order of what they decide, answers saved one by one.
//
// 1. `AnswersSheet` is the answers file in memory: each answer is spliced into its text, read back as any command
//    reads it, and tailored.
// 2. `Agenda` says what is left to ask, in which order, from the tailored playbook alone.
// 3. `Interview` is a value: a line that somebody typed goes in, what to say comes out, and `file` holds the text
//    to save. `Stage` is what it waits for; `TeamPicker` finds the team before it.
// 4. `Typesetter` makes lines of what is said.
//
// It knows no terminal, no disk and no clock: the day comes in, and whoever runs it saves `file` after every line.
public import Authoring
public import Diagnostics
public import Tailoring

/// An interview about one answers file.
///
///     var words = interview.begin()
///     while !interview.isFinished {
///       show(words)
///       words = interview.receive(nextLine())
///       save(interview.file)
///     }
public struct Interview: Sendable {
  var sheet: AnswersSheet
  var stage: Stage = .finished
  /// The stages before this one, to go back to.
  var history: [Stage] = []
  /// What has been asked.
  var handled: Set<Topic> = []
  var profile: [ProfileField]
  /// The offers that were made.
  var offered: Set<Offer> = []
  /// Whether the rest is to be asked as well.
  var asksRest = false
  /// Whether components are being named.
  var isNamingComponents = false
  let isNew: Bool
  let today: CalendarDate
  let commands: Commands
  let lines: Lines

  /// Makes plain words of a playbook's line for a team.
  public typealias Lines = @Sendable (_ line: MarkdownText, _ tailored: TailoredPlaybook) -> String

  /// The commands to go on with, as they are typed.
  public struct Commands: Sendable {
    /// Takes the interview up again.
    public var ask: String
    /// Makes the site.
    public var build: String

    /// Commands as they are typed.
    public init(ask: String, build: String) {
      self.ask = ask
      self.build = build
    }
  }

  /// Prepares an interview; nil where the answers have mistakes, which are then among the diagnostics.
  ///
  /// - Parameters:
  ///   - file: the answers file as it is; without text for a new one.
  ///   - entry: where it stands in the folder.
  ///   - today: what evidence is dated with.
  ///   - lines: fills the team's values into the lines that are shown.
  public init?(
    _ file: SourceFile, _ entry: TeamsFolder.Entry, of teams: TeamsFolder, by tailor: Tailor,
    today: CalendarDate, commands: Commands, lines: @escaping Lines, diagnostics: inout [Diagnostic]
  ) {
    guard let sheet = AnswersSheet(file, entry, of: teams, tailor, diagnostics: &diagnostics) else {
      return nil
    }
    self.sheet = sheet
    self.today = today
    self.commands = commands
    self.lines = lines
    // A file in which nothing has been answered was begun and left.
    isNew = !sheet.keys.contains("answers")
    profile = isNew ? ProfileField.allCases.filter { !sheet.keys.contains($0.rawValue) } : []
  }
}

extension Interview {
  /// The answers file with everything that was answered so far.
  public var file: SourceFile { sheet.file }

  /// Whether there is nothing more to say.
  public var isFinished: Bool { stage == .finished }

  /// The greeting, and the first question.
  public mutating func begin() -> [Utterance] {
    var words: [Utterance] = [.words("\(sheet.playbook.title): \(sheet.playbook.summary ?? "an interview.")")]
    words.append(
      .words(
        "Type an answer and press Enter. ? stands for 'I don't know', h shows the other keys. "
          + "Every answer is saved at once to \(file.path)."))
    if !isNew { words.append(.standing(standing)) }
    if sheet.hasFailingRule { words.append(.failingRule) }
    return words + advance()
  }

  /// Takes a line that somebody typed: what to say to it, and what is asked next.
  public mutating func receive(_ line: String) -> [Utterance] {
    if Reply.isGarbled(line) {
      return [
        .problem(
          "That holds a character that cannot be shown, from an arrow key perhaps. Please type it again.")
      ]
        + prompt
    }
    let reply = Reply(line)
    switch reply {
    case .key(.stop):
      stage = .finished
      return farewell
    case .key(.help): return help + prompt
    case .key(.back): return back()
    case .nothing, .key, .text: break
    }
    switch stage {
    case .profile(let field): return receive(reply, about: field)
    case .question(let topic): return receive(reply, to: topic, withEvidence: false)
    case .questionWithEvidence(let topic): return receive(reply, to: topic, withEvidence: true)
    case .finder(let topic): return receive(finder: reply, of: topic)
    case .deadline(let topic): return receive(deadline: reply, of: topic)
    case .reason(let topic): return receive(reason: reply, for: topic)
    case .evidence(let topic, let field): return receive(reply, as: field, for: topic)
    case .offer(let offer): return receive(reply, to: offer)
    case .componentTitle: return receive(componentTitle: reply)
    case .componentID(let title): return receive(componentID: reply, title: title)
    case .finished: return []
    }
  }

  /// Takes the file as somebody else has changed it meanwhile.
  ///
  /// - Returns: false, with diagnostics, where it has mistakes now.
  public mutating func take(_ file: SourceFile, diagnostics: inout [Diagnostic]) -> Bool {
    guard let changed = sheet.reading(file, diagnostics: &diagnostics) else { return false }
    sheet = changed
    return true
  }

  /// What is said when it ends, at whatever point.
  public var farewell: [Utterance] {
    let questions = sheet.tailored.questions.filter(\.isOpen)
    let handedOut = questions.count { if case .unknown? = $0.answer?.state { true } else { false } }
    var words: [Utterance] = [.blank]
    if file.text.isEmpty {
      words.append(.words("Nothing was answered, and nothing was saved."))
    } else {
      words.append(.words("Saved in \(file.path)."))
      words.append(.standing(standing))
    }
    if !questions.isEmpty {
      let people =
        handedOut == 0
        ? "."
        : handedOut == 1
          ? "; for 1 of them somebody finds out." : "; for \(handedOut) of them somebody finds out."
      let verb = questions.count == 1 ? "is" : "are"
      words.append(.words("\(questions.count.counted("question")) \(verb) open\(people) Go on later with:"))
      words.append(.line(commands.ask))
    }
    if !file.text.isEmpty {
      words.append(.words("Make the pages with:"))
      words.append(.line(commands.build))
    }
    return words
  }
}

extension Utterance {
  /// An entry that is not what is expected.
  static func misfit(_ text: String, expected: String) -> Utterance {
    .problem("'\(text)' does not fit here. Please type \(expected).")
  }

  /// A rule of the playbook fails.
  static let failingRule = Utterance.problem(
    "A rule of the playbook fails with these answers; 'waybook check' shows it.")
}
