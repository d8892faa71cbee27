extension Evaluator {
  /// What a path of names stands for.
  func lookUp(_ path: [Node.Step]) -> Outcome {
    guard let first = path.first, var binding = bindings[first.name] else {
      return .error(.unknownName(path.first?.name ?? "", at: path.first?.range ?? 0..<0))
    }
    for (position, step) in path.enumerated().dropFirst() {
      switch binding {
      case .record(let fields):
        guard let next = fields[step.name] else { return .error(.noSuchKey(step.name, at: step.range)) }
        binding = next
      case .value(let value): return Self.select(path[position...], of: value)
      case .unknown(let unknown): return .unknown(Unknown(names: unknown.names))
      case .notApplicable(let names): return .notApplicable(names)
      }
    }
    return Self.outcome(of: binding)
  }

  private static func select(_ steps: ArraySlice<Node.Step>, of value: RuleValue) -> Outcome {
    Outcome { () throws(RuleError) in
      var value = value
      for step in steps { value = try field(step, of: value) }
      return value
    }
  }

  /// A binding as a whole: a record of values is a map, in the order of its names.
  private static func outcome(of binding: Binding) -> Outcome {
    switch binding {
    case .value(let value): return .value(value)
    case .unknown(let unknown): return .unknown(unknown)
    case .notApplicable(let names): return .notApplicable(names)
    case .record(let fields):
      var map = RuleMap()
      var pending = Pending()
      for (name, binding) in fields.sorted(by: { $0.key < $1.key }) {
        let outcome = outcome(of: binding)
        pending.add(outcome)
        if case .value(let value) = outcome { map[.string(name)] = value }
      }
      return pending.inOperation ?? .value(.map(map))
    }
  }

  /// `value.name`
  static func field(_ step: Node.Step, of value: RuleValue) throws(RuleError) -> RuleValue {
    guard case .map(let map) = value else {
      throw .noFields(of: value.typeName, step.name, at: step.range)
    }
    guard let field = map[.string(step.name)] else { throw .noSuchKey(step.name, at: step.range) }
    return field
  }

  /// `value[index]`
  static func element(
    of value: RuleValue, at index: RuleValue, _ range: Range<Int>
  ) throws(RuleError) -> RuleValue {
    switch (value, index) {
    case (.list(let list), .int), (.list(let list), .double):
      guard case .int(let offset)? = RuleMap.Key(lookingUp: index)?.value,
        let position = Int(exactly: offset), list.indices.contains(position)
      else { throw .badIndex(index.json, count: list.count, at: range) }
      return list[position]
    case (.map(let map), _):
      guard let key = RuleMap.Key(lookingUp: index), let element = map[key] else {
        throw .noSuchKey(index.json, at: range)
      }
      return element
    case (.list, _), (.null, _), (.bool, _), (.int, _), (.double, _), (.string, _):
      throw .wrongTypes("[]", [value, index], at: range)
    }
  }

  /// `has(value.name)`
  mutating func has(_ step: Node.Step, of base: Node.ID) -> Outcome {
    mapping(base) { value throws(RuleError) in .bool(try Self.has(step, value)) }
  }

  /// `has(path)`: whether its last name is there and applicable; unknown while that is open.
  func has(_ path: [Node.Step]) -> Outcome {
    guard let last = path.last else { return .value(.bool(false)) }
    let owner = path.dropLast()
    guard let fields = record(owner) else {
      switch lookUp(Array(owner)) {
      case .value(let value): return Outcome { () throws(RuleError) in .bool(try Self.has(last, value)) }
      case .notApplicable: return .value(.bool(false))
      case .unknown(let unknown): return .unknown(Unknown(names: unknown.names))
      case .error(let error): return .error(error)
      }
    }
    switch fields[last.name] {
    case .value?, .record?: return .value(.bool(true))
    case .notApplicable?, nil: return .value(.bool(false))
    case .unknown(let unknown)?: return .unknown(Unknown(names: unknown.names))
    }
  }

  private static func has(_ step: Node.Step, _ value: RuleValue) throws(RuleError) -> Bool {
    guard case .map(let map) = value else { throw .noFields(of: value.typeName, step.name, at: step.range) }
    return map[.string(step.name)] != nil
  }

  /// The names below a path, if it is a record.
  private func record(_ path: ArraySlice<Node.Step>) -> Bindings? {
    path.reduce(bindings) { (fields: Bindings?, step) in
      guard case .record(let next)? = fields?[step.name] else { return nil }
      return next
    }
  }
}
