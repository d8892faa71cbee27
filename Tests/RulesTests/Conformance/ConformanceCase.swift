import Diagnostics
import Rules

/// One case of a CEL conformance file.
struct ConformanceCase {
  enum Expectation {
    case value(RuleValue)
    case error
    /// The case asks for something that the rule language leaves out.
    case leftOut(String)
  }

  enum Result: Equatable {
    case passed
    case leftOut(String)
    case failed(String)
  }

  var name: String
  var expression: String
  var bindings: Bindings = [:]
  var expectation: Expectation

  /// The cases of a file, with names of the form `section/test`.
  static func cases(in file: TextProto) -> [ConformanceCase] {
    file.messages("section").flatMap { section in
      section.messages("test").map { ConformanceCase($0, section: section.string("name") ?? "") }
    }
  }

  private init(_ test: TextProto, section: String) {
    name = "\(section)/\(test.string("name") ?? "")"
    expression = test.string("expr") ?? ""
    if test.message("eval_error") != nil {
      expectation = .error
    } else if let value = test.message("value") {
      expectation = Self.value(value).map { .value($0) } ?? .leftOut("a value of a type that is left out")
    } else if test.word("check_only") == "true" || test.message("typed_result") != nil {
      expectation = .leftOut("what CEL's own checker says")
    } else {
      expectation = .value(.bool(true))
    }
    for binding in test.messages("bindings") {
      let path = (binding.string("key") ?? "").split(separator: ".").map(String.init)
      guard let value = binding.message("value")?.message("value").flatMap(Self.value) else {
        expectation = .leftOut("a binding of a type that is left out")
        continue
      }
      bindings.bind(path, to: .value(value))
    }
  }

  /// Parses and evaluates the expression, without a check, as `waybook eval` does.
  func run() -> Result {
    var diagnostics: [Diagnostic] = []
    let source = LocatedText(SourceFile(path: name, text: expression))
    guard let rule = Rule(parsing: source, diagnostics: &diagnostics) else {
      if let leftOut = diagnostics.first(where: { $0.id == "rules.left-out" }) {
        return .leftOut(leftOut.message)
      }
      if case .error = expectation { return .passed }
      return .failed(diagnostics.map(\.message).joined(separator: "; "))
    }
    switch (rule.evaluate(bindings), expectation) {
    case (_, .leftOut(let reason)): return .leftOut(reason)
    case (.error, .error): return .passed
    case (.value(let value), .value(let expected)) where Self.isSame(value, expected): return .passed
    case (let outcome, _): return .failed("\(outcome)")
    }
  }

  /// Exact, with NaN the same as NaN.
  private static func isSame(_ a: RuleValue, _ b: RuleValue) -> Bool {
    guard case .double(let a) = a, case .double(let b) = b else { return a == b }
    return a == b || (a.isNaN && b.isNaN)
  }

  private static func value(_ message: TextProto) -> RuleValue? {
    guard let field = message.fields.first else { return nil }
    switch (field.name, field.value) {
    case ("null_value", _): return .null
    case ("bool_value", .word(let word)): return .bool(word == "true")
    case ("int64_value", .word(let word)): return Int64(word).map { .int($0) }
    case ("double_value", .word(let word)): return Double(word).map { .double($0) }
    case ("string_value", .string(let bytes)): return .string(String(decoding: bytes, as: UTF8.self))
    case ("list_value", .message(let list)):
      let values = list.messages("values").map(Self.value)
      return values.contains(nil) ? nil : .list(values.compactMap { $0 })
    case ("map_value", .message(let map)): return Self.map(map)
    default: return nil
    }
  }

  private static func map(_ message: TextProto) -> RuleValue? {
    var map = RuleMap()
    for entry in message.messages("entries") {
      guard let key = entry.message("key").flatMap(value), let value = entry.message("value").flatMap(value)
      else { return nil }
      switch key {
      case .string(let name): map[.string(name)] = value
      case .int(let number): map[.int(number)] = value
      case .bool(let flag): map[.bool(flag)] = value
      case .null, .double, .list, .map: return nil
      }
    }
    return .map(map)
  }
}
