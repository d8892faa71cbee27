import Authoring
import Rules
import YAML

/// An answer as it is written in a file: keys and values.
struct AnswerEntries: Hashable {
  /// `value`, or `unknown` with `until`, or `not_applicable`; then the evidence.
  let entries: [YAMLValue.Entry]

  /// What is written for an answer.
  init(_ state: Answer.State, _ evidence: Answer.Evidence) {
    var entries: [YAMLValue.Entry] = []
    func append(_ key: String, _ value: YAMLValue?) {
      if let value { entries.append(YAMLValue.Entry(key, value)) }
    }
    switch state {
    case .given(let value): append("value", YAMLValue(value))
    case .unknown(let finder, let until):
      append("unknown", .text(finder))
      append("until", until.map { .text($0.description) })
    case .notApplicable(let reason): append("not_applicable", .text(reason))
    }
    append("note", evidence.note.map { .text($0) })
    append("source", evidence.source.map { .text($0) })
    append("by", evidence.by.map { .text($0) })
    append("on", evidence.on.map { .text($0.description) })
    self.entries = entries
  }

  /// The edits that write it, the fewest that will do, so that comments stay.
  ///
  /// - Parameters:
  ///   - path: where it goes.
  ///   - node: what stands there; nil where nothing does.
  ///   - old: what that says; nil where it says nothing.
  func edits(at path: [YAMLPathStep], over node: YAMLNode?, saying old: AnswerEntries?) -> [AnswersEdit] {
    let keys = Set(entries.map(\.key))
    if let mapping = node?.mapping, !mapping.entries.isEmpty,
      mapping.entries.allSatisfy({ keys.contains($0.key.text) })
    {
      return entries.filter { !(old?.entries.contains($0) ?? false) }.map {
        AnswersEdit(path: path + [.key($0.key)], value: $0.value)
      }
    }
    let isPlain = entries.count == 1 && entries[0].key == "value"
    return [AnswersEdit(path: path, value: isPlain ? entries[0].value : .map(entries))]
  }
}

/// A value to be set in an answers file.
struct AnswersEdit {
  /// Where.
  var path: [YAMLPathStep]
  /// What.
  var value: YAMLValue
  /// Whether the value is an item to append to a list, and not the whole.
  var isItem = false
}

extension YAMLValue {
  /// The value of an answer. A whole number is written without its `.0`.
  init(_ value: RuleValue) {
    self =
      switch value {
      case .bool(let flag): .bool(flag)
      case .int(let number): .int(number)
      case .double(let number): Int64(exactly: number).map { .int($0) } ?? .double(number)
      case .string(let text): .text(text)
      case .list(let items): .list(items.map(YAMLValue.init))
      case .null, .map: .null
      }
  }
}
