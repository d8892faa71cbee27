/// What a name stands for when a rule runs.
public enum Binding: Hashable, Sendable {
  /// A value.
  case value(RuleValue)
  /// Not known yet.
  case unknown(Unknown)
  /// Settled as not applicable, together with the names that it hangs on.
  case notApplicable(Set<String>)
  /// Further names: answers, facts, criteria.
  case record([String: Binding])
}

/// What the first names of rules stand for.
public typealias Bindings = [String: Binding]

extension Bindings {
  /// Binds a name, dotted or not, beside what is bound already.
  ///
  /// A dotted name goes into the record, or the map, that its first part stands for; where both say
  /// something the longer name counts, as in CEL.
  public mutating func bind(_ path: some Collection<String>, to binding: Binding) {
    guard let first = path.first else { return }
    let rest = path.dropFirst()
    if rest.isEmpty {
      self[first] = self[first]?.overlaid(on: binding) ?? binding
    } else {
      var fields = self[first]?.fields ?? [:]
      fields.bind(rest, to: binding)
      self[first] = .record(fields)
    }
  }
}

extension Binding {
  /// The names below this one; a map with string keys has them, too.
  fileprivate var fields: Bindings? {
    switch self {
    case .record(let fields): return fields
    case .value(.map(let map)):
      var fields: Bindings = [:]
      for entry in map.entries {
        guard case .string(let name) = entry.key else { return nil }
        fields[name] = .value(entry.value)
      }
      return fields
    case .value, .unknown, .notApplicable: return nil
    }
  }

  fileprivate func overlaid(on other: Binding) -> Binding {
    guard case .record(let mine) = self, let theirs = other.fields else { return other }
    return .record(theirs.merging(mine) { _, mine in mine })
  }
}
