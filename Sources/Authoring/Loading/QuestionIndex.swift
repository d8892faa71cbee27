import Diagnostics

/// The questions of a playbook by name, as answers files look for them.
struct QuestionIndex {
  /// Whether all of the playbook's questions could be read.
  private let areAll: Bool
  private let byName: [Name: Question]

  init(_ playbook: Playbook) {
    byName = Dictionary(playbook.questions.map { ($0.id, $0) }) { first, _ in first }
    areAll = !playbook.unread.contains(.question) && byName.count == playbook.questions.count
  }

  /// The question of a name; nil where there is none.
  subscript(name: Name) -> Question? { byName[name] }

  /// Whether a name may be that of a question which a reported mistake hides.
  func mayHide(_ name: Name, in scope: Question.Scope) -> Bool {
    !areAll && self[name] == nil && NearMiss.of(name.text, among: names(in: scope)) == nil
  }

  /// The questions in a scope, by name.
  func questions(in scope: Question.Scope) -> [Question] {
    byName.values.filter { $0.scope == scope }.sorted { $0.id < $1.id }
  }

  /// The names of the questions in a scope.
  func names(in scope: Question.Scope) -> [String] { questions(in: scope).map(\.id.text) }

  /// All names.
  var names: [String] { byName.keys.map(\.text).sorted() }

  /// The names that must be answered.
  var required: [Question] {
    byName.values.filter { $0.isRequired && $0.scope == .subject }.sorted { $0.id < $1.id }
  }
}
