extension String {
  /// As a POSIX shell reads it back as one word that is just this text.
  ///
  /// It goes by Unicode scalars: a quote with an accent behind it is one character to Swift, and still a quote to a
  /// shell. There is no way to write NUL.
  public var shellQuoted: String {
    let isPlain = !isEmpty && unicodeScalars.allSatisfy(\.isPlainInShells)
    if isPlain { return self }
    var quoted = "'"
    for scalar in unicodeScalars {
      if scalar == "'" { quoted += "'\\''" } else { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "'"
  }
}

extension Unicode.Scalar {
  /// Whether no shell sees more than itself in it, wherever it stands in a word.
  fileprivate var isPlainInShells: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "/", "@", "+", ":", ",": true
    default: false
    }
  }
}
