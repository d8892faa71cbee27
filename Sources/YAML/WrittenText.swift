/// Text as it is written in YAML.
enum WrittenText {
  /// Text on one line in double quotes where that needs no escapes, else in single quotes.
  static func quoted(_ text: String) -> String {
    let needsEscapes = text.contains { $0 == "\"" || $0 == "\\" }
    return needsEscapes
      ? "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
      : "\"\(text)\""
  }
}
