import Diagnostics
import Rules
import YAML

/// What one answers file says; what it inherits comes later.
struct AnswersFile {
  var playbook: Located<PlaybookReference>?
  var team: PlainText?
  var subject: PlainText?
  var people: Int?
  var availability: Double?
  var start: CalendarDate?
  var listed: Bool?
  var answers: [Name: Answer]
  var components: [Answers.Component]?
  var decision: Answers.Decision?
  var progress: [Slug: Answers.Progress]
  var measurements: [Name: [Name: Answers.Measurement]]
  var location: SourceLocation
}

/// `go-to-rust@1.2`: a playbook and the version that the answers were given against.
struct PlaybookReference: Sendable {
  var id: Slug
  var version: Version?
}

extension Form where Value == AnswersFile {
  /// An answers file.
  ///
  /// - Parameters:
  ///   - playbook: what it is checked against.
  ///   - questions: the playbook's questions.
  ///   - origin: the kind of file; `_all.yaml` may hold answers alone.
  ///   - inherited: the playbook and version that hold where the file names none.
  static func answersFile(
    for playbook: Playbook, _ questions: QuestionIndex, origin: Answer.Origin,
    inheriting inherited: PlaybookReference?
  ) -> Self {
    .fields(of: origin == .all ? "file of shared answers" : "answers file") { fields in
      var file = AnswersFile(
        answers: [:], progress: [:], measurements: [:], location: fields.node.firstLineLocation)
      readPlaybook(&file, &fields, playbook)
      if origin != .all { readTeam(&file, &fields) }
      let version = (file.playbook?.value ?? inherited)?.version
      let migration = AnswerMigration(from: version, by: playbook.migrations)
      file.answers =
        fields.nullable(
          "answers", .answers(to: questions, scope: .subject, migration: migration, origin: origin)) ?? [:]
      guard origin != .all else { return file }
      file.components = fields.nullable(
        "components", .list(of: .component(questions, migration, origin: origin)))
      file.decision = fields.nullable("decision", .decision(in: playbook))
      file.progress = fields.nullable("progress", .progress(in: playbook)) ?? [:]
      file.measurements = fields.nullable("measurements", .measurements(of: playbook)) ?? [:]
      return file
    }
  }

  private static func readTeam(_ file: inout AnswersFile, _ fields: inout Fields) {
    file.team = fields.optional("team", .text)
    file.subject = fields.optional("subject", .text)
    file.people = fields.nullable("people", .integer(in: 1...10_000))
    file.availability = fields.nullable("availability", .number(in: 0.01...1))
    file.start = fields.nullable("start", .date)
    file.listed = fields.optional("listed", .flag)
  }

  private static func readPlaybook(
    _ file: inout AnswersFile, _ fields: inout Fields, _ playbook: Playbook
  ) {
    file.playbook = fields.optional("playbook", Form<PlaybookReference>.playbookReference.located())
    if let reference = file.playbook?.value, let location = file.playbook?.location {
      if playbook.id == .standIn || playbook.version == .standIn { return }
      if reference.id != playbook.id {
        fields.report(.otherPlaybook(reference.id, than: playbook.id, at: location))
      } else if let version = reference.version, !version.covers(playbook.version), version > playbook.version
      {
        fields.report(.newerPlaybook(version, than: playbook.version, at: location))
      }
    }
  }
}

extension Form where Value == PlaybookReference {
  static var playbookReference: Self {
    Form<String>.text.map { text, node, diagnostics in
      let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let version = parts.count > 1 ? Version(parts[1]) : nil
      if let id = Slug(parts[0]), parts.count == 1 || version != nil {
        return PlaybookReference(id: id, version: version)
      }
      diagnostics.wrongForm(node, expected: "a playbook such as go-to-rust@1.2")
      return nil
    }
    .shaped(.pattern(#"[a-z0-9]+(-[a-z0-9]+)*(@[0-9]+(\.[0-9]+){0,2})?"#))
  }
}

extension Form where Value == Answers.Component {
  static func component(_ questions: QuestionIndex, _ migration: AnswerMigration, origin: Answer.Origin)
    -> Self
  {
    .fields(of: "component") { fields in
      let id = fields.required("id", .slug)
      let title = fields.optional("title", .text)
      let answers = fields.nullable(
        "answers", .answers(to: questions, scope: .component, migration: migration, origin: origin))
      guard let id else { return nil }
      return Answers.Component(
        id: id, title: title ?? id.text, answers: answers ?? [:], location: fields.location(of: "id"))
    }
  }
}

extension Form where Value == Answers.Decision {
  static func decision(in playbook: Playbook) -> Self {
    .fields(of: "decision") { fields in
      let verdicts = playbook.verdicts.map(\.id.text)
      let name = Form<Name>.name.located()
      let verdict = fields.required("verdict", verdicts.isEmpty ? name : name.shaped(.words(verdicts)))
      let by = fields.optional("by", .oneOrMore(of: .text))
      let on = fields.optional("on", .date)
      let because = fields.optional("because", .text)
      let review = fields.optional("review", .date)
      guard let verdict else { return nil }
      if let problem = playbook.problem(verdict, .verdict, among: playbook.verdicts.map(\.id.text)) {
        fields.report(problem)
        return nil
      }
      return Answers.Decision(
        verdict: verdict.value, by: by ?? [], on: on, because: because, review: review,
        location: fields.node.firstLineLocation)
    }
  }
}

extension Form where Value == [Slug: Answers.Progress] {
  static func progress(in playbook: Playbook) -> Self {
    Form<[(key: Located<Slug>, value: Answers.Progress)]>.pairs(of: .slug, .progressEntry).map {
      pairs, _, diagnostics in
      var progress: [Slug: Answers.Progress] = [:]
      for (id, entry) in pairs {
        guard let step = playbook.steps.first(where: { $0.id == id.value }) else {
          diagnostics += [playbook.problem(id, .step, among: playbook.steps.map(\.id.text))].compactMap(
            \.self)
          continue
        }
        for item in entry.done
        where step.areNamesRead && !step.checklist.contains(where: { $0.id == item.value }) {
          diagnostics.append(.unknownChecklistItem(item, of: step))
        }
        progress[id.value] = entry
      }
      return progress
    }
  }
}

extension Form where Value == Answers.Progress {
  static var progressEntry: Self {
    .fields(of: "step's progress") { fields in
      let status = fields.optional("status", .word() as Form<Answers.Progress.Status>)
      let on = fields.optional("on", .date)
      let done = fields.nullable("done", .list(of: Form<Slug>.slug.located()))
      let ticket = fields.optional("ticket", .text)
      let note = fields.optional("note", .text)
      return Answers.Progress(
        status: status ?? .inProgress, on: on, done: done ?? [], ticket: ticket, note: note)
    }
  }
}

extension Form where Value == [Name: [Name: Answers.Measurement]] {
  /// Measurements by measure and moment.
  static func measurements(of playbook: Playbook) -> Self {
    typealias Moments = [(key: Located<Name>, value: Located<Answers.Measurement>)]
    let moments = Form<Moments>.pairs(of: .name, Form<Answers.Measurement>.measurement.located())
    return Form<[(key: Located<Name>, value: Moments)]>.pairs(of: .name, moments).map {
      pairs, _, diagnostics in
      var measurements: [Name: [Name: Answers.Measurement]] = [:]
      for (name, moments) in pairs {
        guard let measure = playbook.measures.first(where: { $0.id == name.value }) else {
          let known = playbook.measures.map(\.id.text)
          diagnostics += [playbook.problem(name, .measure, among: known)].compactMap(\.self)
          continue
        }
        for (moment, measurement) in moments {
          if let problem = playbook.problem(moment, .moment, among: playbook.moments.map(\.text)) {
            diagnostics.append(problem)
            continue
          }
          if let problem = measurement.value.problem(as: measure.kind, at: measurement.location) {
            diagnostics.append(problem)
          }
          measurements[measure.id, default: [:]][moment.value] = measurement.value
        }
      }
      return measurements
    }
  }
}

extension Form where Value == Answers.Measurement {
  static var measurement: Self {
    .fields(of: "measurement") { fields in
      let value = fields.required("value", .number())
      let weeks = fields.optional("weeks", .number(in: 0.1...5200))
      let on = fields.optional("on", .date)
      let source = fields.optional("source", .text)
      let note = fields.optional("note", .text)
      guard let value, weeks != nil || !fields.has("weeks") else { return nil }
      return Answers.Measurement(value: value, weeks: weeks, on: on, source: source, note: note)
    }
  }
}

extension Answers.Measurement {
  /// What is wrong with it as a number of a kind; nil where nothing is.
  fileprivate func problem(as kind: Measure.Kind, at location: SourceLocation) -> Diagnostic? {
    switch kind {
    case .count where weeks == nil: .countWithoutWeeks(at: location)
    case .count where value < 0 || value != value.rounded(): .notACount(value, at: location)
    case .number where weeks != nil, .percent where weeks != nil: .weeksWithoutCount(at: location)
    case .count, .number, .percent: nil
    }
  }
}

extension Version {
  /// Whether a version with its left-out parts stands for another: 1.2 covers 1.2.7.
  func covers(_ other: Version) -> Bool {
    (other.description + ".").hasPrefix(description + ".")
  }
}
