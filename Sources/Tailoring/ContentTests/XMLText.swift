/// XML 1.0, written from top to bottom.
struct XMLText {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var depth = 0

  /// Begins an element.
  mutating func open(_ name: String, _ attributes: [(name: String, value: String)]) {
    text += indentation + Self.tag(name, attributes) + ">\n"
    depth += 1
  }

  /// Ends the element that was begun last.
  mutating func close(_ name: String) {
    depth -= 1
    text += indentation + "</\(name)>\n"
  }

  /// An element with nothing in it.
  mutating func empty(_ name: String, _ attributes: [(name: String, value: String)]) {
    text += indentation + Self.tag(name, attributes) + "/>\n"
  }

  /// An element with a text in it.
  mutating func element(_ name: String, _ attributes: [(name: String, value: String)], _ content: String) {
    text += indentation + Self.tag(name, attributes) + ">" + Self.escaped(content) + "</\(name)>\n"
  }

  private var indentation: String { String(repeating: "  ", count: depth) }

  private static func tag(_ name: String, _ attributes: [(name: String, value: String)]) -> String {
    "<" + name
      + attributes.map { " \($0.name)=\"\(escaped($0.value, isAttribute: true))\"" }.joined()
  }

  /// A text with what means something to XML escaped. White space in an attribute is kept by references, and what
  /// XML cannot hold at all, as "Characters" in www.w3.org/TR/xml has it, becomes U+FFFD.
  private static func escaped(_ text: String, isAttribute: Bool = false) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"" where isAttribute: escaped += "&quot;"
      case "\t" where isAttribute, "\n" where isAttribute, "\r": escaped += "&#\(scalar.value);"
      case "\t", "\n": escaped.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}"..."\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
