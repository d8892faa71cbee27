import Foundation

/// What a test needs of an HTML page: its links, its anchors, and its text.
struct HTMLPage {
  let source: String
  /// The values of `href` and `src`.
  let links: [String]
  /// The values of `id`.
  let anchors: [String]

  init(_ data: Data) {
    source = String(decoding: data, as: UTF8.self)
    links = Self.values(of: "href", in: data) + Self.values(of: "src", in: data)
    anchors = Self.values(of: "id", in: data)
  }

  /// Everything between and inside the tags, with character references resolved.
  var unescaped: String { Self.unescaped(source) }

  private static func values(of attribute: String, in data: Data) -> [String] {
    var values: [String] = []
    var start = data.startIndex
    let begin = Data(" \(attribute)=\"".utf8)
    while let found = data.range(of: begin, in: start..<data.endIndex) {
      let end = data[found.upperBound...].firstIndex(of: UInt8(ascii: "\"")) ?? data.endIndex
      values.append(unescaped(String(decoding: data[found.upperBound..<end], as: UTF8.self)))
      start = end
    }
    return values
  }

  private static func unescaped(_ text: String) -> String {
    let references = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&"),
    ]
    return references.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
