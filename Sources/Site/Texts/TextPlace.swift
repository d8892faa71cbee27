import Authoring
import CommonMark
import Diagnostics
import Templating

/// A place where texts stand with their values: what links, citations and open values become there.
protocol TextPlace {
  var shared: PreparedPlaybook { get }
  /// Whose values they are.
  var key: TeamKey { get }
  var names: NamedValues { get }
  var style: LinkStyle { get }
  var marks: Marks { get }
  /// What was found on the way.
  var diagnostics: [Diagnostic] { get set }
  /// The author's links that are not to content, with their places.
  var outsideLinks: [Located<OutsideLink>] { get set }

  /// The address of a piece of content; nil where it is not to be had here.
  func url(of link: ContentLink) -> String?
  /// The mark of a citation; nil where it is left out, with the blanks before it.
  func mark(of citation: Citation) -> [UInt8]?
  /// What stands in the place of an address that is not known yet.
  func url(of open: OpenValue) -> String
}

extension TextPlace {
  /// A text with its values.
  mutating func html(_ text: MarkdownText) -> [UInt8] {
    let compiled = shared.texts[text]
    do {
      let (rendered, values) = try compiled.filled(from: names, style: style)
      if !rendered.diagnostics.isEmpty { diagnostics += rendered.diagnostics }
      if !rendered.outsideLinks.isEmpty { outsideLinks += rendered.outsideLinks }
      return rendered.constant ?? filled(rendered.pieces, with: values, at: compiled.location)
    } catch {
      diagnostics.append(error)
      return []
    }
  }

  /// A text that may be missing; nothing then.
  mutating func html(_ text: MarkdownText?) -> [UInt8] {
    guard let text else { return [] }
    return html(text)
  }

  /// Copies the pieces, with the values in their slots.
  private mutating func filled(
    _ pieces: [HTMLPiece], with values: [SlotValue], at location: SourceLocation
  ) -> [UInt8] {
    var buffer: [UInt8] = []
    buffer.reserveCapacity(pieces.reduce(256) { $0 + $1.size })
    var isLinked = false
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .bytes(let bytes): buffer += bytes
      case .slot(let character, let context):
        guard let slot = BodyPattern.slot(ofCharacter: character), values.indices.contains(slot) else {
          preconditionFailure("A pattern's slots are those of its text")
        }
        write(values[slot], in: context, at: location, into: &buffer)
      case .linkStart(let link):
        let url = url(of: link)
        isLinked = url != nil
        if let url {
          buffer += "<a class=\"to-\(link.kind.rawValue)\" href=\"".utf8
          buffer.appendEscaped(url)
          buffer += "\">".utf8
        }
        if index + 1 < pieces.count, pieces[index + 1] == .linkEnd(link) {
          buffer.appendEscaped(shared.title(of: link))
        }
      case .linkEnd:
        if isLinked { buffer += "</a>".utf8 }
      case .citation(let citation):
        if let mark = mark(of: citation) {
          buffer += mark
        } else {
          while buffer.last == UInt8(ascii: " ") { buffer.removeLast() }
        }
      }
    }
    return buffer
  }

  private mutating func write(
    _ value: SlotValue, in context: SlotContext, at location: SourceLocation, into buffer: inout [UInt8]
  ) {
    switch (value, context) {
    case (.text(let text), _):
      do {
        try context.write(text, into: &buffer)
      } catch {
        diagnostics.append(.refusedURL(scheme: error.scheme, team: key, at: location))
      }
    case (.open(let open), .text): buffer += marks.open(open)
    case (.open, .linkText), (.open, .code), (.open, .attribute):
      buffer.appendEscaped(shared.words[.notAnswered])
    case (.open(let open), .urlStart): buffer.appendEscaped(url(of: open))
    case (.open, .url): break
    }
  }
}

extension HTMLPiece {
  /// About how many bytes it becomes.
  fileprivate var size: Int {
    switch self {
    case .bytes(let bytes): bytes.count
    case .slot, .linkStart, .linkEnd: 64
    case .citation: 256
    }
  }
}
