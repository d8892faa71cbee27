/// The questions of a playbook by name, as answers files look for them.
struct QuestionIndex {
  private let byName: [Name: Question]

  init(_ questions: [Question]) {
    byName = Dictionary(questions.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The question of a name; nil where there is none.
  subscript(name: Name) -> Question? { byName[name] }

  /// The names of the questions in a scope.
  func names(in scope: Question.Scope) -> [String] {
    byName.values.filter { $0.scope == scope }.map(\.id.text).sorted()
  }

  /// The names that must be answered.
  var required: [Question] {
    byName.values.filter { $0.isRequired && $0.scope == .subject }.sorted { $0.id < $1.id }
  }
}
