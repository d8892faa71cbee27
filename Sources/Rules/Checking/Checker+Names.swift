import Diagnostics

extension Checker {
  /// The type of a path of names.
  mutating func resolve(_ path: [Node.Step], _ range: Range<Int>) -> RuleType {
    guard let first = path.first else { return .any }
    guard var type = scope.names[first.name] else {
      reportUnknown(path, at: 0)
      return .any
    }
    for (position, step) in path.enumerated().dropFirst() {
      if case .record(let fields) = type, fields[step.name] == nil {
        let mayBeHidden =
          scope.incomplete.contains(first.name) && NearMiss.of(step.name, among: fields.keys) == nil
        if !mayBeHidden || laterName(path) != nil { reportUnknown(path, at: position) }
        return .any
      }
      type = field(step, of: type, range)
    }
    return type
  }

  /// The type of a field of a value.
  mutating func field(_ step: Node.Step, of type: RuleType, _ range: Range<Int>) -> RuleType {
    switch type {
    case .any: return .any
    case .map(let value): return value
    case .record(let fields):
      if let field = fields[step.name] { return field }
      let hint = NearMiss.hint(for: step.name, among: fields.keys)
      report(.unknownField(step.name, of: "", hint: hint, at: source.location(step.range)))
      return .any
    case .null, .bool, .int, .double, .string, .choice, .date, .list:
      report(.noFields(type, step.name, at: source.location(step.range)))
      return .any
    }
  }

  /// `base[index]`, other than a name with a string literal.
  mutating func element(of base: Node.ID, at index: Node.ID) -> RuleType {
    let baseType = type(of: base)
    let indexType = valueType(of: index)
    switch baseType {
    case .any: return .any
    case .list(let element):
      if !RuleType.int.accepts(indexType) { report(.badIndexType(indexType, at: location(index))) }
      return element
    case .map(let value): return value
    case .record:
      report(.computedName(text(tree[base].range), at: location(index)))
      return .any
    case .null, .bool, .int, .double, .string, .choice, .date:
      report(.noElements(baseType, at: location(base)))
      return .any
    }
  }
}

// Names that are not there.
extension Checker {
  /// Reports the name at a position of a path: it comes later, or it is unknown.
  private mutating func reportUnknown(_ path: [Node.Step], at position: Int) {
    let step = path[position]
    if let (name, range, reason) = laterName(path) {
      report(.laterName(name, reason, at: source.location(range)))
    } else if position == 0 {
      report(.unknownName(step.name, hint: hint(forFirst: step.name), at: source.location(step.range)))
    } else {
      let base = path[..<position].dropFirst().reduce(path[0].name) { Self.path($0, $1.name) }
      let hint = hint(for: step.name, below: path[..<position].map(\.name), base)
      report(.unknownField(step.name, of: base, hint: hint, at: source.location(step.range)))
    }
  }

  /// The longest part of the path that is a name of a later stage.
  private func laterName(_ path: [Node.Step]) -> (name: String, range: Range<Int>, reason: String)? {
    for count in path.indices.reversed() {
      let steps = path[...count]
      let name = steps.map(\.name).joined(separator: ".")
      if let reason = scope.later[name] {
        return (name, path[0].range.lowerBound..<path[count].range.upperBound, reason)
      }
    }
    return nil
  }

  /// What an unknown first name was meant to be.
  private func hint(forFirst name: String) -> String {
    if let literal = ["true", "false", "null"].first(where: { $0 == name.lowercased() }) {
      return "; write \(literal)"
    }
    switch name.lowercased() {
    case "yes", "on": return "; write true"
    case "no", "off": return "; write false"
    default: break
    }
    if let owner = owner(of: name) { return "; did you mean '\(Self.path(owner, name))'?" }
    return NearMiss.hint(for: name, among: scope.names.keys)
  }

  /// What an unknown field was meant to be.
  private func hint(for name: String, below path: [String], _ base: String) -> String {
    guard case .record(let fields)? = type(at: path) else { return "" }
    if let near = NearMiss.of(name, among: fields.keys) {
      return "; did you mean '\(Self.path(base, near))'?"
    }
    if let owner = owner(of: name) { return "; did you mean '\(Self.path(owner, name))'?" }
    return fields.isEmpty ? "; there is none yet" : ""
  }

  /// The first of the scope's groups that has such a field.
  private func owner(of field: String) -> String? {
    scope.names.keys.sorted().first { name in
      guard case .record(let fields)? = scope.names[name] else { return false }
      return fields[field] != nil
    }
  }

  private func type(at path: [String]) -> RuleType? {
    path.reduce(.record(scope.names)) { (type: RuleType?, name) in
      guard case .record(let fields)? = type else { return nil }
      return fields[name]
    }
  }
}

// Names with hyphens, which read as subtractions.
extension Checker {
  /// If a chain of operands begins with a name in kebab-case, the name's parts and its range.
  ///
  /// It is one where the signs are minus without a space on either side, what follows them is no name of
  /// the scope, and either the whole is one or what stands before the first sign is none.
  func kebabCase(_ first: Node.ID, _ terms: [Node.Term]) -> (path: [String], range: Range<Int>)? {
    guard case .name(let left) = tree[first].kind, var last = left.last else { return nil }
    var path = left.map(\.name)
    for term in terms {
      guard term.sign == .minus, term.range.lowerBound == last.range.upperBound,
        case .name(let right) = tree[term.operand].kind, let step = right.first,
        step.range.lowerBound == term.range.upperBound, scope.names[step.name] == nil
      else { break }
      path[path.count - 1] += "-" + step.name
      path += right.dropFirst().map(\.name)
      last = right[right.count - 1]
    }
    guard last != left[left.count - 1], type(at: path) != nil || type(at: left.map(\.name)) == nil else {
      return nil
    }
    return (path, tree[first].range.lowerBound..<last.range.upperBound)
  }
}
