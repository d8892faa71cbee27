/// What CEL has and the rule language leaves out; each is an error that names it.
struct LeftOut: Hashable, Sendable {
  /// The construct, as a sentence begins with it.
  var name: String
  /// What to write instead, as the sentence goes on.
  var instead: String

  static let unsignedNumbers = LeftOut(name: "An unsigned number (uint)", instead: "leave out the 'u'")
  static let bytes = LeftOut(name: "A byte string (bytes)", instead: "use a string without the b")
  static let messages = LeftOut(name: "A message (Type{...})", instead: "use a map")
  static let optionals = LeftOut(name: "An optional value ('?')", instead: "test with has(...) first")
  static let rootNames = LeftOut(name: "A leading '.'", instead: "write the name without it")

  /// The functions of CEL and its usual extensions that are left out.
  static func function(_ name: String) -> LeftOut? {
    functions[name].map { LeftOut(name: "The function '\(name)'", instead: $0) }
  }

  /// Names that stand for types in CEL.
  static func type(_ name: String) -> LeftOut? {
    guard types.contains(name) else { return nil }
    return LeftOut(name: "The type '\(name)' as a value", instead: "types are checked before a rule runs")
  }

  private static let types: Set = [
    "bool", "bytes", "double", "dyn", "int", "list", "map", "null_type", "string", "type", "uint",
  ]

  private static let functions: [String: String] = {
    var functions = [
      "matches": "use startsWith, endsWith or contains",
      "uint": "use int",
      "bytes": "use a string",
      "dyn": "leave it out",
      "type": "types are checked before a rule runs",
      "timestamp": "compare dates as text, as in answers.go_live < '2027-01-11'",
      "duration": "use a number of days",
    ]
    let dateParts = [
      "getDate", "getDayOfMonth", "getDayOfWeek", "getDayOfYear", "getFullYear", "getHours",
      "getMilliseconds", "getMinutes", "getMonth", "getSeconds",
    ]
    for name in dateParts { functions[name] = "compare dates as text" }
    return functions
  }()
}
