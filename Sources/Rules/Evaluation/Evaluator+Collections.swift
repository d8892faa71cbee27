extension Evaluator {
  mutating func list(_ elements: [Node.ID]) -> Outcome {
    var values: [RuleValue] = []
    var pending = Pending()
    for element in elements {
      let outcome = outcome(of: element)
      if case .value(let value) = outcome { values.append(value) } else { pending.add(outcome) }
    }
    return pending.inOperation ?? .value(.list(values))
  }

  mutating func map(_ entries: [Node.MapEntry]) -> Outcome {
    var map = RuleMap()
    var pending = Pending()
    for entry in entries {
      let (key, value) = (outcome(of: entry.key), outcome(of: entry.value))
      pending.add(key)
      pending.add(value)
      guard case .value(let keyValue) = key else { continue }
      let range = tree[entry.key].range
      guard let mapKey = RuleMap.Key(lookingUp: keyValue), mapKey.value == keyValue else {
        pending.add(.error(.badMapKey(keyValue.typeName, at: range)))
        continue
      }
      if map[mapKey] != nil { pending.add(.error(.duplicateMapKey(keyValue.json, at: range))) }
      if case .value(let value) = value { map[mapKey] = value }
    }
    return pending.inOperation ?? .value(.map(map))
  }

  /// A macro over the elements of a list or the keys of a map.
  mutating func macro(_ macro: Macro, _ over: Node.ID, _ body: Node.ID, _ range: Range<Int>) -> Outcome {
    let collection = outcome(of: over)
    let elements: [RuleValue]
    switch collection {
    case .value(.list(let list)): elements = list
    case .value(.map(let map)): elements = map.entries.map(\.key.value)
    case .value(let value): return .error(.wrongTypes(macro.rawValue, [value], at: tree[over].range))
    case .unknown(let unknown): return .unknown(Unknown(names: unknown.names))
    case .notApplicable, .error: return collection
    }
    var results = MacroResults(macro)
    for element in elements {
      guard spend(element.size) else { return .error(.tooMuchWork(at: range)) }
      variables.append(element)
      let outcome = macro == .map ? outcome(of: body) : truth(of: body, operation: macro.rawValue)
      variables.removeLast()
      if let decided = results.add(outcome, for: element) { return decided }
    }
    return results.outcome
  }
}

/// What a macro's body came to for the elements so far.
private struct MacroResults {
  private let macro: Macro
  private var pending = Pending()
  private var kept: [RuleValue] = []

  init(_ macro: Macro) { self.macro = macro }

  /// Notes the body's outcome for an element. Returns the macro's outcome where this one decides it.
  mutating func add(_ outcome: Outcome, for element: RuleValue) -> Outcome? {
    pending.add(outcome)
    guard case .value(let value) = outcome else { return nil }
    switch macro {
    case .all: return outcome.bool == false ? outcome : nil
    case .exists: return outcome.bool == true ? outcome : nil
    case .existsOne, .filter: if outcome.bool == true { kept.append(element) }
    case .map: kept.append(value)
    }
    return nil
  }

  /// The macro's outcome after the last element.
  var outcome: Outcome {
    if let pending = pending.inLogic { return pending }
    switch macro {
    case .all: return .value(.bool(true))
    case .exists: return .value(.bool(false))
    case .existsOne: return .value(.bool(kept.count == 1))
    case .map, .filter: return .value(.list(kept))
    }
  }
}
