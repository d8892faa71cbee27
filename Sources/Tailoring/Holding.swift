import Rules

/// What an outcome means for the thing whose rule it is.
enum Holding: Hashable {
  case holds
  /// The rule is false; a rule that failed is taken as false, too.
  case fails
  /// Not known before these names are known.
  case open(Set<String>)
  /// Settled: no answer could make it hold.
  case notApplicable(Set<String>)
}

extension Outcome {
  /// Whether the thing whose rule came to this holds.
  var holding: Holding {
    switch self {
    case .value(.bool(true)): .holds
    case .value, .error: .fails
    case .unknown(let unknown): .open(unknown.names)
    case .notApplicable(let names): .notApplicable(names)
    }
  }

  /// The outcome as something that later rules can name. What failed is not applicable, so that nothing
  /// that uses it holds.
  ///
  /// - Parameter name: the full name that it is bound to.
  func binding(named name: String) -> Binding {
    switch self {
    case .value(let value): .value(value)
    case .unknown(let unknown): .unknown(unknown)
    case .notApplicable(let names): .notApplicable(names)
    case .error: .notApplicable([name])
    }
  }

  /// The open names that it hangs on, if it is unknown.
  var openNames: Set<String> {
    guard case .unknown(let unknown) = self else { return [] }
    return unknown.names
  }
}
