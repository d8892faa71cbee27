/// The text files of a new project, beside a playbook of its own.
struct NewProject {
  /// A service that runs the project's checks on every change.
  enum CI: String, CaseIterable {
    case github, gitlab, shell, none

    /// The recipe's file among those that come with the tool, and where it goes in a project.
    var recipe: (name: String, path: String)? {
      switch self {
      case .github: ("github-actions.yml", ".github/workflows/waybook.yml")
      case .gitlab: ("gitlab-ci.yml", ".gitlab-ci.yml")
      case .shell: ("waybook-ci.sh", "waybook-ci.sh")
      case .none: nil
      }
    }
  }

  /// What waybook.yaml says: the name of a bundled playbook, or the folder of the project's own.
  let playbook: String
  /// The playbook's id and version, as answers files name it.
  let reference: String
  /// The first team.
  let team: String

  /// Each file by its path in the project.
  var files: [(path: String, text: String)] {
    [("waybook.yaml", project), ("teams/\(team).yaml", answers)]
  }

  /// What git leaves alone, where a project has not said so itself: what is made from the other files.
  static let ignored = (path: ".gitignore", text: "/site/\n/reports/\n")

  private var project: String {
    """
    # The project. Each path is relative to this file.
    playbook: \(playbook)
    teams: teams
    output: site

    """
  }

  private var answers: String {
    """
    # The answers of one team. `waybook ask \(team)` asks for them and writes them here.
    playbook: \(reference)
    team: \(team)
    subject: \(team)
    answers:

    """
  }
}
