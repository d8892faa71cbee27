import Authoring
import Diagnostics
import Serving

/// The files that a preview is made from, and how they stood when they were read last.
struct Watched {
  /// How the files stand.
  struct State: Equatable {
    fileprivate(set) var project = FileStamps(of: [])
    /// The playbook, but for its examples.
    fileprivate(set) var playbook = FileStamps(of: [])
    fileprivate(set) var theme = FileStamps(of: [])
    /// The answers files.
    fileprivate(set) var answers = FileStamps(of: [])

    /// Whether one of the files has become empty.
    func hasEmptied(since earlier: State) -> Bool {
      project.hasEmptied(since: earlier.project) || playbook.hasEmptied(since: earlier.playbook)
        || theme.hasEmptied(since: earlier.theme) || answers.hasEmptied(since: earlier.answers)
    }
  }

  /// How they stood when they were read last.
  private(set) var seen = State()
  private var playbook: [String] = []
  private var theme: [String] = []
  private var answers: [String] = []
  private var examples = ""

  /// How they stand now.
  var state: State {
    State(
      project: FileStamps(of: [ProjectFile.name]),
      playbook: FileStamps(of: playbook, except: examples),
      theme: FileStamps(of: theme),
      answers: FileStamps(of: answers))
  }

  /// Reads the project file, which says where the others are, before they are read.
  mutating func begin(_ options: InputOptions, templates: String?, diagnostics: inout [Diagnostic])
    -> ProjectFile
  {
    let stamps = FileStamps(of: [ProjectFile.name])
    let project = Input.project(diagnostics: &diagnostics)
    let folder = (options.playbook ?? project.playbook?.value).map { InstalledFiles.playbook($0) ?? $0 }
    examples = (folder ?? "") + "/examples"
    playbook = [folder].compactMap(\.self)
    theme = [templates ?? project.templates?.value, InstalledFiles.templates].compactMap(\.self)
    let named = options.answers + [options.teams ?? project.teams?.value].compactMap(\.self)
    answers = named.isEmpty ? [examples] : named
    seen = state
    seen.project = stamps
    return project
  }
}
