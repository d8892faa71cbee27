import Diagnostics

/// What the names in an older answers file are called now.
struct AnswerMigration {
  /// Nothing was renamed.
  static let none = AnswerMigration(steps: [])

  private let steps: [Playbook.Migration]

  private init(steps: [Playbook.Migration]) { self.steps = steps }

  /// The renamings after a version.
  ///
  /// - Parameters:
  ///   - version: what the answers were given against; nil for the newest.
  ///   - migrations: all of the playbook's, oldest first.
  init(from version: Version?, by migrations: [Playbook.Migration]) {
    steps = version.map { version in migrations.filter { $0.version.value > version } } ?? []
  }

  /// The present name of a question.
  func newName(of name: Name) -> Name {
    steps.reduce(name) { name, step in step.renames[name]?.value ?? name }
  }

  /// The present name of a choice.
  ///
  /// - Parameter question: the question's present name.
  func newChoice(of choice: Name, in question: Name) -> Name {
    steps.reduce(choice) { choice, step in
      step.choiceRenames.first { $0.question.value == question }?.renames[choice]?.value ?? choice
    }
  }
}
