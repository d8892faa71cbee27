import Authoring
import Diagnostics

/// What a team's pages search in: a script, since pages that were opened from a folder cannot read other files. They
/// load it when somebody begins to search.
///
/// It sets `waybookSearch` to a list of pages: each a list of its path in the team's folder and of its sections, each
/// of which is id, heading and text. The first heading is the page's title.
struct SearchIndex {
  /// Its name in the team's folder.
  static let fileName = "search-index.js"
  /// The most that it may take. A browser loads it on the first search, compressed to about a third where the host
  /// does that.
  static let mostBytes = 500_000

  /// What can be found on a page.
  struct Page {
    /// Its path in the team's folder.
    let path: String
    /// Its line of the script.
    let bytes: [UInt8]

    /// Reads a finished page.
    init(_ path: String, _ html: [UInt8]) {
      var line: [UInt8] = []
      line.reserveCapacity(html.count / 2)
      line.append(UInt8(ascii: "["))
      line.appendLiteral(path.utf8)
      for section in [SearchSection](html) {
        line += ",[".utf8
        line.appendLiteral(section.id)
        line.append(UInt8(ascii: ","))
        line.appendLiteral(section.heading)
        line.append(UInt8(ascii: ","))
        line.appendLiteral(section.text)
        line.append(UInt8(ascii: "]"))
      }
      self.path = path
      bytes = line + "],\n".utf8
    }
  }

  /// The pages, in the order of the navigation.
  let pages: [Page]

  /// The finished script.
  var bytes: [UInt8] {
    pages.reduce(into: Array("globalThis.waybookSearch = [\n".utf8)) { $0 += $1.bytes } + "];\n".utf8
  }

  /// Reports an index that takes more than it may.
  func check(_ bytes: [UInt8], of team: TeamKey, _ diagnostics: inout [Diagnostic]) {
    guard bytes.count > Self.mostBytes else { return }
    let largest = pages.sorted { ($1.bytes.count, $0.path) < ($0.bytes.count, $1.path) }.prefix(3)
    diagnostics.append(
      .searchIndexSize(
        bytes.count, of: team, most: Self.mostBytes, largest: largest.map { ($0.path, $0.bytes.count) }))
  }
}

extension [UInt8] {
  /// Appends what a literal of JSON and JavaScript holds, in quotes.
  fileprivate mutating func appendLiteral(_ text: some Collection<UInt8>) {
    append(UInt8(ascii: "\""))
    self += text
    append(UInt8(ascii: "\""))
  }
}
