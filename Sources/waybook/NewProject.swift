/// The text files of a new project, beside a playbook of its own.
struct NewProject {
  /// A service that runs the project's checks on every change.
  enum CI: String, CaseIterable {
    case github, gitlab, none
  }

  /// What waybook.yaml says: the name of a bundled playbook, or the folder of the project's own.
  let playbook: String
  /// The playbook's id and version, as answers files name it.
  let reference: String
  /// The first team.
  let team: String
  let ci: CI

  /// Each file by its path in the project.
  var files: [(path: String, text: String)] {
    [("waybook.yaml", project), ("teams/\(team).yaml", answers)] + recipe
  }

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

  /// Checks every change, and keeps the site as a result of the run. The runner has to have waybook.
  private var recipe: [(path: String, text: String)] {
    switch ci {
    case .none: []
    case .github:
      [
        (
          ".github/workflows/waybook.yml",
          """
          # Checks the playbook and all answers on every change, and keeps the site. The runner needs waybook on its PATH.
          name: waybook
          on: [push, pull_request]
          permissions:
            contents: read
          jobs:
            site:
              runs-on: ubuntu-latest
              steps:
                - uses: actions/checkout@v4
                - run: waybook check --strict
                - run: waybook test
                - run: waybook build
                - uses: actions/upload-artifact@v4
                  with:
                    name: site
                    path: site
                    include-hidden-files: true

          """
        )
      ]
    case .gitlab:
      [
        (
          ".gitlab-ci.yml",
          """
          # Checks the playbook and all answers on every change, and keeps the site. The image needs waybook on its PATH.
          waybook:
            script:
              - waybook check --strict
              - waybook test --report junit=tests.xml
              - waybook build
            artifacts:
              paths: [site]
              reports:
                junit: tests.xml

          """
        )
      ]
    }
  }
}
