extension String {
  /// With control characters replaced, so that no name can steer a terminal or begin a line of its own.
  package var withoutControls: String {
    var shown = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      shown.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
    }
    return String(shown)
  }
}
