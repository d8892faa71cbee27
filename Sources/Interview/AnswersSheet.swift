import Authoring
import Diagnostics
import Rules
import Tailoring
import YAML

/// A team's answers file in memory, with what it comes to.
///
/// Every edit is spliced into the text and read back as `check` would read it; one that would not say what was
/// meant is refused, and the text stays as it was.
struct AnswersSheet: Sendable {
  let tailor: Tailor
  /// The file with all edits so far.
  private(set) var file: SourceFile
  /// The playbook for the answers in it.
  private(set) var tailored: TailoredPlaybook
  /// Whether a rule of the playbook fails with these answers.
  private(set) var hasFailingRule = false
  private let teams: TeamsFolder
  private let entry: TeamsFolder.Entry

  /// Reads a file; nil where it has mistakes.
  init?(
    _ file: SourceFile, _ entry: TeamsFolder.Entry, of teams: TeamsFolder, _ tailor: Tailor,
    diagnostics: inout [Diagnostic]
  ) {
    var found: [Diagnostic] = []
    let answers = teams.answers(entry, reading: file, for: tailor.playbook, diagnostics: &found)
    // What must be answered and is not yet is what the interview is for.
    found.removeAll { $0.id == "answers.required" }
    diagnostics += found
    guard let answers, !found.containsErrors else { return nil }
    var failures: [Diagnostic] = []
    tailored = tailor.tailored(to: answers, diagnostics: &failures)
    diagnostics += failures.filter { $0.severity == .warning }
    hasFailingRule = failures.containsErrors
    (self.file, self.teams, self.entry, self.tailor) = (file, teams, entry, tailor)
  }
}

extension AnswersSheet {
  var playbook: Playbook { tailor.playbook }
  var answers: Answers { tailored.answers }
  var key: TeamKey { entry.key }

  /// Where a question stands; nil where there is none of that name.
  func question(_ topic: Topic) -> TailoredQuestion? {
    guard let id = topic.component else {
      return tailored.questions.first { $0.question.id == topic.question }
    }
    return tailored.components.first { $0.component.id == id }?.questions.first {
      $0.question.id == topic.question
    }
  }

  /// The same site with another text; nil where that has mistakes.
  func reading(_ file: SourceFile, diagnostics: inout [Diagnostic]) -> AnswersSheet? {
    AnswersSheet(file, entry, of: teams, tailor, diagnostics: &diagnostics)
  }

  /// The keys at the top of the file.
  var keys: Set<String> { Set(root?.mapping?.entries.filter { !$0.value.isNull }.map(\.key.text) ?? []) }

  /// Writes an answer.
  ///
  /// - Returns: why that is refused, with the line to write by hand; nil where it is done.
  mutating func write(_ state: Answer.State, _ evidence: Answer.Evidence, to topic: Topic) -> String? {
    let path = path(of: topic)
    let old = question(topic)?.answer.flatMap { $0.origin == .own ? $0 : nil }
    let edits = AnswerEntries(state, evidence).edits(
      at: path, over: node(at: path), saying: old.map { AnswerEntries($0.state, $0.evidence) })
    return apply(mention(of: topic.component) + edits) { sheet in
      guard let answer = sheet.question(topic)?.answer, answer.origin == .own else { return false }
      return answer.state == state && answer.evidence == evidence
    }
  }

  /// Makes edits to the text, all or none.
  ///
  /// - Parameter isMeant: whether the file as it is read back says what was meant.
  /// - Returns: why they are refused, with what to write by hand; nil where they are made.
  mutating func apply(_ edits: [AnswersEdit], isMeant: (AnswersSheet) -> Bool) -> String? {
    var edit = YAMLEdit(file)
    do {
      for one in edits {
        if one.isItem {
          try edit.append(one.value, to: one.path)
        } else {
          try edit.set(one.path, to: one.value)
        }
      }
    } catch {
      return error.message
    }
    var diagnostics: [Diagnostic] = []
    guard let sheet = reading(edit.file, diagnostics: &diagnostics) else {
      return diagnostics.sortedForReading().first { $0.severity == .error }?.message ?? ""
    }
    guard isMeant(sheet) else { return "The file would not be read back as meant" }
    self = sheet
    return nil
  }
}

extension AnswersSheet {
  private var root: YAMLNode? {
    var diagnostics: [Diagnostic] = []
    return YAMLDocument(parsing: file, diagnostics: &diagnostics).root
  }

  /// Where the answer to a question goes: under the name by which an older file knows it, where it has that.
  private func path(of topic: Topic) -> [YAMLPathStep] {
    var path: [YAMLPathStep] = ["answers"]
    if let component = topic.component {
      path = ["components", .item(where: "id", is: component.text), "answers"]
    }
    var names = [topic.question]
    for migration in playbook.migrations.reversed() {
      names += migration.renames.filter { names.contains($0.value.value) }.map(\.key).sorted()
    }
    let written = Set(node(at: path)?.mapping?.entries.map(\.key.text) ?? [])
    let name = names.first { written.contains($0.text) } ?? topic.question
    return path + [.key(name.text)]
  }

  /// The edit that names an inherited component in this file, so that answers about it can stand here.
  private func mention(of component: Slug?) -> [AnswersEdit] {
    guard let id = component?.text, node(at: ["components", .item(where: "id", is: id)]) == nil else {
      return []
    }
    return [AnswersEdit(path: ["components"], value: .map([.init("id", .text(id))]), isItem: true)]
  }

  private func node(at path: [YAMLPathStep]) -> YAMLNode? {
    path.reduce(root) { node, step in
      switch step {
      case .key(let key): node?.mapping?[key]
      case .index(let index): node?.sequence.flatMap { $0.indices.contains(index) ? $0[index] : nil }
      case .item(let key, let text): node?.sequence?.first { $0.mapping?[key]?.scalar?.text == text }
      }
    }
  }
}
