import Authoring
import Diagnostics
import Rules
import Tailoring
import YAML

/// A fact about the team that is asked for when its file is made, by its key in the file.
enum ProfileField: String, CaseIterable {
  case team, subject, people, availability, start

  /// The question.
  func ask(_ playbook: Playbook) -> String {
    switch self {
    case .team: "What is the team called?"
    case .subject: "What is the \(playbook.subject) called?"
    case .people: "How many people can do the work?"
    case .availability: "Which part of their time can they give to it?"
    case .start: "When could the work begin?"
    }
  }

  /// What can be typed.
  var expectation: String {
    switch self {
    case .team, .subject: "a name"
    case .people: "a whole number from 1 to 10000"
    case .availability: "a share such as 50% or 0.5"
    case .start: "a date such as 2027-01-31"
    }
  }

  /// Reads what was typed; nil where it is not what is expected.
  func value(typed text: String) -> YAMLValue? {
    switch self {
    case .team, .subject: return .text(text)
    case .people: return Int64(text).flatMap { (1...10_000).contains($0) ? .int($0) : nil }
    case .availability:
      let number =
        text.hasSuffix("%")
        ? Double(plain: String(text.dropLast()).trimmed).map { $0 / 100 } : Double(plain: text)
      guard let number, (0.01...1).contains(number) else { return nil }
      return YAMLValue(.double(number))
    case .start: return CalendarDate(text).map { .text($0.description) }
    }
  }

  /// What answers say about it, their own or inherited; nil where that is nothing.
  func value(in answers: Answers) -> String? {
    switch self {
    case .team: answers.team
    case .subject: answers.subject
    case .people: answers.people.map { "\($0)" }
    case .availability: answers.availability.map(\.plain)
    case .start: answers.start?.description
    }
  }
}

extension Interview {
  /// What is said before a fact about the team is asked for.
  func announcement(of field: ProfileField) -> [Utterance] {
    let number = (ProfileField.allCases.firstIndex(of: field) ?? 0) + 1
    var words: [Utterance] = [
      .blank, .aside("About the team, \(number) of \(ProfileField.allCases.count)"),
      .question(field.ask(sheet.playbook)),
    ]
    if let value = field.value(in: sheet.answers) {
      if sheet.keys.contains(field.rawValue) {
        words.append(.words("So far: \(value). Enter keeps it."))
      } else if isOwnName(field) {
        words.append(.words("Enter takes: \(value)"))
      } else {
        words.append(.words("So far: \(value), from the team's _team.yaml. Enter keeps it."))
      }
    } else {
      words.append(.words("Enter leaves it open."))
    }
    return words
  }

  mutating func receive(_ reply: Reply, about field: ProfileField) -> [Utterance] {
    switch reply {
    case .nothing, .key(.skip), .key(.dontKnow):
      // The names that stand in for missing ones are written, so that the file can be read without its own name.
      if !sheet.keys.contains(field.rawValue), field.isName, reply == .nothing, isOwnName(field),
        let name = field.value(in: sheet.answers)
      {
        return save(.text(name), as: field)
      }
      profile.removeFirst()
      return advance(from: .profile(field))
    case .text(let text):
      guard let value = field.value(typed: text) else {
        return [.misfit(text, expected: field.expectation)] + prompt
      }
      return save(value, as: field)
    case .key: return [.words("That key is for the questions that follow.")] + prompt
    }
  }

  /// Whether a name is no one's word but taken from the file's.
  private func isOwnName(_ field: ProfileField) -> Bool {
    switch field {
    case .team: sheet.answers.team == sheet.key.team.text
    case .subject: sheet.answers.subject == (sheet.key.subject ?? sheet.key.team).text
    case .people, .availability, .start: false
    }
  }

  private mutating func save(_ value: YAMLValue, as field: ProfileField) -> [Utterance] {
    let refusal = sheet.apply(header + [AnswersEdit(path: [.key(field.rawValue)], value: value)]) {
      $0.keys.contains(field.rawValue)
    }
    profile.removeFirst()
    return notSaved(refusal) + advance(from: .profile(field))
  }

  /// The edit that names the playbook in a new file.
  var header: [AnswersEdit] {
    guard file.text.isEmpty else { return [] }
    let playbook = sheet.playbook
    return [AnswersEdit(path: ["playbook"], value: .text("\(playbook.id)@\(playbook.version)"))]
  }
}

extension ProfileField {
  fileprivate var isName: Bool { self == .team || self == .subject }
}
