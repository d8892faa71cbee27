/// A part of code that looks different from the rest. It never goes over a line end.
public struct CodePart: Hashable, Sendable {
  /// What a part is; the raw value is its class in the HTML.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case keyword, type, string, number, comment, function
    /// A key, an attribute, an option or a variable.
    case name
    /// What is said about code, such as an attribute in Rust.
    case meta
    /// A line that a diff takes away.
    case removed
    /// A line that a diff brings.
    case added
  }

  /// The bytes, from the start of the code.
  public var range: Range<Int>
  /// What it is.
  public var kind: Kind
}

extension CodePart.Kind {
  /// The elements of Source-highlight's definitions that are told apart, and what each is. All others, such as
  /// symbols, are plain.
  static let elements: KeyValuePairs<String, CodePart.Kind> = [
    "attribute": .name, "classname": .type, "comment": .comment, "function": .function, "keyword": .keyword,
    "newfile": .added, "number": .number, "oldfile": .removed, "predef_func": .function, "predef_var": .name,
    "preproc": .meta, "property": .name, "regexp": .string, "selector": .name, "specialchar": .string,
    "string": .string, "todo": .comment, "type": .type, "url": .comment, "usertype": .type, "variable": .name,
  ]
}
