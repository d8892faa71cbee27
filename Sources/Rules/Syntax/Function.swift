/// A function of the rule language.
enum Function: String, CaseIterable, Sendable {
  case size, startsWith, endsWith, contains
  case int, double, string, bool

  /// How a function is called.
  enum Form {
    /// `f(x)`
    case ofArgument
    /// `text.f(x)`
    case ofText
    /// `f(x)` or `x.f()`
    case either
  }

  var form: Form {
    switch self {
    case .size: .either
    case .startsWith, .endsWith, .contains: .ofText
    case .int, .double, .string, .bool: .ofArgument
    }
  }

  /// How many operands it takes, its receiver included.
  var operandCount: Int {
    switch form {
    case .ofArgument, .either: 1
    case .ofText: 2
    }
  }

  /// An example of the right form.
  var example: String {
    switch form {
    case .ofArgument, .either: "\(rawValue)(x)"
    case .ofText: "text.\(rawValue)('x')"
    }
  }
}

extension Node.Kind {
  /// A call by name, sound or broken.
  static func call(_ name: Node.Step, receiver: Node.ID?, arguments: [Node.ID]) -> Self {
    let operands = (receiver.map { [$0] } ?? []) + arguments
    func broken(_ problem: Node.BrokenCall.Problem) -> Self {
      .brokenCall(Node.BrokenCall(name: name, problem: problem, operands: operands))
    }
    guard let function = Function(rawValue: name.name) else { return broken(.unknownName) }
    switch (function.form, receiver) {
    case (.ofText, nil): return broken(.wantsReceiver)
    case (.ofArgument, _?): return broken(.wantsArgument)
    case (.ofText, _?), (.ofArgument, nil), (.either, _):
      return operands.count == function.operandCount
        ? .call(function, operands)
        : broken(.wrongCount(expected: function.operandCount - (receiver == nil ? 0 : 1)))
    }
  }
}
