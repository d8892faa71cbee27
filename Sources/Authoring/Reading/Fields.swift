import Diagnostics
import YAML

/// The keys of one YAML map, taken one by one; what nobody took is unknown and reported.
struct Fields {
  /// The map.
  let node: YAMLNode
  private let noun: String
  private let mapping: YAMLMapping
  private let entries: [String: YAMLMapping.Entry]
  private var asked: [String] = []
  private var missing: [String: Diagnostic] = [:]
  private var blank: Set<String> = []
  private var found: [Diagnostic] = []
  /// The keys that were asked for and what may stand behind them, where this is what somebody wants to know.
  private var taken: Shape.Record?

  /// Opens a map; nil, after a diagnostic, where the node is none.
  init?(of node: YAMLNode, noun: String, diagnostics: inout [Diagnostic]) {
    guard let mapping = node.mapping else {
      diagnostics.wrongForm(node, expected: "a map with the keys of \(Diagnostic.withArticle(noun))")
      return nil
    }
    self.node = node
    self.noun = noun
    self.mapping = mapping
    self.entries = Dictionary(mapping.entries.map { ($0.key.text, $0) }) { first, _ in first }
  }

  /// The keys that are taken from a map.
  ///
  /// - Parameters:
  ///   - text: the map, in YAML.
  ///   - read: takes them.
  static func keys(takenFrom text: String, noun: String, _ read: (inout Fields) -> Void) -> Shape.Record {
    var ignored: [Diagnostic] = []
    let document = YAMLDocument(parsing: SourceFile(path: noun, text: text), diagnostics: &ignored)
    guard let root = document.root, var fields = Fields(of: root, noun: noun, diagnostics: &ignored) else {
      preconditionFailure("The variants of a form are maps")
    }
    fields.taken = Shape.Record(noun)
    read(&fields)
    return fields.taken ?? Shape.Record(noun)
  }

  /// The value of a key, if it is there.
  mutating func optional<Value>(_ key: String, _ form: Form<Value>) -> Value? {
    take(key, form, isRequired: false)
    return value(of: key, form)
  }

  private mutating func take<Value>(_ key: String, _ form: Form<Value>, isRequired: Bool) {
    taken?.keys.append(
      Shape.Record.Key(
        name: key, shape: form.shape(), isRequired: isRequired, meaning: KeyMeanings.of(key, in: noun)))
  }

  private mutating func value<Value>(of key: String, _ form: Form<Value>) -> Value? {
    asked.append(key)
    guard let entry = entries[key] else { return nil }
    return form.read(entry.value, &found)
  }

  /// The value of a key that may be there with nothing behind it.
  mutating func nullable<Value>(_ key: String, _ form: Form<Value>) -> Value? {
    if let scalar = entries[key]?.value.scalar, scalar.isNull {
      asked.append(key)
      blank.insert(key)
      return nil
    }
    return optional(key, form.shaped(.either([form.shape(), .empty])))
  }

  /// The value of a key that must be there.
  mutating func required<Value>(_ key: String, _ form: Form<Value>) -> Value? {
    if entries[key] == nil, mapping.isComplete { missing[key] = .missingKey(key, noun: noun, at: node) }
    take(key, form, isRequired: true)
    return value(of: key, form)
  }

  /// The place of a key's value, else of the map.
  func location(of key: String) -> SourceLocation { entries[key]?.value.location ?? node.location }

  /// The place of a key, if it is there.
  func keyLocation(_ key: String) -> SourceLocation? { entries[key]?.key.location }

  /// Whether a key is there.
  func has(_ key: String) -> Bool { entries[key] != nil }

  /// Whether all that stands behind a key could be read; what could not is reported.
  ///
  /// - Parameter count: of the entries that were read; nil where there is no value.
  func isWhole(_ key: String, count: Int?) -> Bool {
    guard let value = entries[key]?.value else {
      return mapping.isComplete && missing[key] == nil && !isMisspelt(key)
    }
    guard let count else { return blank.contains(key) }
    if let mapping = value.mapping { return mapping.isComplete && mapping.entries.count == count }
    return value.sequence.map { $0.count == count } ?? true
  }

  /// Whether a key that nobody took was most likely meant to be this one.
  private func isMisspelt(_ key: String) -> Bool {
    entries.keys.contains { !asked.contains($0) && NearMiss.of($0, among: [key]) != nil }
  }

  /// Whether a key has a list without anything in it.
  func isEmptyList(_ key: String) -> Bool { entries[key]?.value.sequence?.isEmpty ?? false }

  /// Takes keys without reading them, since something else was said about them.
  mutating func accept(_ keys: [String]) { asked += keys }

  /// Adds a diagnostic of the caller's own.
  mutating func report(_ diagnostic: Diagnostic) { found.append(diagnostic) }

  /// Reports names that stand twice in a list, each at its second place.
  ///
  /// - Returns: whether there are any.
  mutating func reportDuplicates(_ names: [Located<Name>], noun: String) -> Bool {
    found.reportDuplicates(names.map { Located($0.value.text, at: $0.location) }, noun: noun)
  }

  /// Hands over what was found, unknown keys included.
  consuming func finish(_ diagnostics: inout [Diagnostic]) {
    for (key, entry) in entries where !asked.contains(key) {
      // A misspelt key is not missing as well.
      if let near = NearMiss.of(key, among: asked) { missing[near] = nil }
      found.append(.unknownKey(key, noun: noun, allowed: asked, at: entry.key.location))
    }
    diagnostics += found + missing.sorted { $0.key < $1.key }.map(\.value)
  }
}
