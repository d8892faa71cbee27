extension DecodingError {
  /// What is wrong with a JSON file, in words for a person.
  var inWords: String {
    switch self {
    case .keyNotFound(let key, let context): "'\(Self.path(context.codingPath + [key]))' is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      context.codingPath.isEmpty
        ? "it is not JSON, or no object"
        : "what stands at '\(Self.path(context.codingPath))' has another form"
    @unknown default: "it has another form"
    }
  }

  private static func path(_ keys: [any CodingKey]) -> String {
    keys.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
  }
}
