/// The path of a file inside a site: `payments/steps/baseline.html`.
///
/// It cannot lead out of the folder that it is relative to, and every disk and web server can hold it:
/// names are separated by `/`, none is empty, `.` or `..`, none ends in a dot or a space, and none has a
/// control character or one that Windows refuses.
public struct RelativePath: Hashable, Sendable {
  /// The path as text, its names separated by `/`.
  public let text: String

  /// Parses a path.
  public init(_ text: String) throws(Problem) {
    if let flaw = Self.flaw(in: text) { throw Problem(text: text, flaw: flaw) }
    self.text = text
  }

  /// The names in the path, outermost first; never empty.
  public var names: [Substring] { text.split(separator: "/") }

  /// The last name.
  public var name: Substring {
    text[(text.utf8.lastIndex(of: slash).map(text.index(after:)) ?? text.startIndex)...]
  }

  /// The folder that the file is in, or nil for the site's own folder.
  public var folder: RelativePath? {
    text.utf8.lastIndex(of: slash).map { RelativePath(trusted: String(text[..<$0])) }
  }

  /// The path that begins with this one and goes on with another.
  public func appending(_ rest: RelativePath) -> RelativePath {
    RelativePath(trusted: text + "/" + rest.text)
  }

  private init(trusted text: String) { self.text = text }
}

extension RelativePath {
  /// Why a text is no path inside a site.
  public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    let text: String
    let flaw: Flaw

    /// A sentence that quotes the path.
    public var description: String {
      switch flaw {
      case .empty: "A path cannot be empty"
      case .absolute: "'\(text)' begins with '/', and a path inside the site cannot"
      case .emptyName: "'\(text)' has an empty name between two '/'"
      case .dots(let name): "'\(text)' has the name '\(name)', and a path inside the site cannot"
      case .ending(let name): "'\(name)' in '\(text)' ends in a dot or a space, which not every disk can hold"
      case .tooLong(let name): "'\(name)' in '\(text)' is longer than 255 bytes"
      case .character(let scalar):
        "'\(text)' has the character \(scalar.escaped(asASCII: true)), which not every disk can hold"
      }
    }
  }

  /// The first thing wrong with a text.
  enum Flaw: Hashable, Sendable {
    case empty, absolute, emptyName
    case dots(String), ending(String), tooLong(String)
    case character(Unicode.Scalar)
  }

  /// Looks at bytes, not characters: a manifest is full of paths.
  private static func flaw(in text: String) -> Flaw? {
    if text.isEmpty { return .empty }
    if text.utf8.first == slash { return .absolute }
    if let byte = text.utf8.first(where: isRefused) { return .character(Unicode.Scalar(byte)) }
    for name in text.utf8.split(separator: slash, omittingEmptySubsequences: false) {
      switch name.last {
      case nil: return .emptyName
      case UInt8(ascii: "."), UInt8(ascii: " "):
        let name = String(Substring(name))
        return name == "." || name == ".." ? .dots(name) : .ending(name)
      default: if name.count > 255 { return .tooLong(String(Substring(name))) }
      }
    }
    return nil
  }

  private static func isRefused(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x7F: true
    case UInt8(ascii: "\\"), UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "\""),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"):
      true
    default: false
    }
  }
}

extension RelativePath: ExpressibleByStringLiteral {
  /// A path written in our own source; a mistake in it is ours.
  public init(stringLiteral text: String) {
    let flaw = Self.flaw(in: text)
    precondition(flaw == nil, "'\(text)' is no path inside a site")
    self.text = text
  }
}

extension RelativePath: Comparable, CustomStringConvertible {
  /// By text.
  public static func < (a: Self, b: Self) -> Bool { a.text < b.text }

  /// The path as text.
  public var description: String { text }
}

extension RelativePath: Codable {
  /// Decodes the text, and refuses what is no path inside a site.
  public init(from decoder: any Decoder) throws {
    try self.init(decoder.singleValueContainer().decode(String.self))
  }

  /// Encodes the text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

private let slash = UInt8(ascii: "/")
