import Diagnostics

extension Diagnostic {
  static func rawHTML(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "commonmark.raw-html", at: location,
      "Raw HTML is not allowed here; write Markdown, or say 'html: true' in playbook.yaml")
  }

  static func slotInHTML(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "commonmark.tag-in-html", at: location,
      "A template tag cannot stand inside raw HTML, where its value could become markup")
  }

  static func privateUseCharacter(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "commonmark.private-use", at: location,
      "A private-use character cannot stand in a text; remove it")
  }

  static func opaqueReference(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "commonmark.private-use", at: location,
      "A reference to a private-use character cannot stand in a text; remove it")
  }

  static func tooManyMarks(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "commonmark.too-many-links", at: location,
      "A text holds at most \(MarkCharacter.limit) links, citations and footnotes; this is one more")
  }

  static func refusedScheme(_ scheme: String, at location: SourceLocation) -> Diagnostic {
    let kinds = ContentLink.Kind.allCases.map(\.rawValue)
    let hint = NearMiss.hint(for: scheme, among: kinds + ["http", "https", "mailto"])
    return Diagnostic(
      .error, "commonmark.link-scheme", at: location,
      "'\(scheme):' cannot be linked to; a link is relative or starts with http, https, mailto, "
        + "\(kinds.dropLast().joined(separator: ", ")) or \(kinds.last ?? "")\(hint)")
  }

  static func openScheme(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "commonmark.open-scheme", at: location,
      "A template tag cannot be part of a link's scheme; write the scheme, or the whole URL as one tag")
  }

  static func malformedContentLink(
    _ kind: ContentLink.Kind, _ url: ArraySlice<UInt8>, at location: SourceLocation
  ) -> Diagnostic {
    let written = String(decoding: url, as: UTF8.self)
    return Diagnostic(
      .error, "commonmark.content-link", at: location,
      "'\(written)' names no \(kind.rawValue); write '\(kind.rawValue):' and its id, without tags")
  }

  static func imageWithoutFile(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "commonmark.image", at: location, "An image needs a file or a URL, not a link to content")
  }

  static func unknownFootnote(_ label: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "commonmark.unknown-footnote", at: location,
      "No footnote is called '\(label)', so the text stands as written; define it with '[^\(label)]: ...'")
  }

  static func duplicateFootnote(
    _ label: String, at location: SourceLocation, first: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, "commonmark.duplicate-footnote", at: location,
      "A footnote called '\(label)' is there already; this one is left out",
      notes: [Note("The first one is here", at: first)])
  }

  static func unknownAlert(_ name: String, at location: SourceLocation) -> Diagnostic {
    let kinds = Alert.allCases.map { $0.rawValue.uppercased() }
    let hint = NearMiss.hint(for: name.uppercased(), among: kinds)
    return Diagnostic(
      .warning, "commonmark.unknown-alert", at: location,
      "'\(name)' is no kind of alert; there are \(kinds.joined(separator: ", "))\(hint)")
  }

  static func alertInText(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "commonmark.alert-in-text", at: location,
      "An alert that directly follows the lines of a quote becomes its text; leave an empty line before '[!\(name)]'"
    )
  }

  static func loneCompare(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "commonmark.lone-compare", at: location,
      "A fence marked 'compare' needs a second one directly after it")
  }

  static func openFenceTitle(at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "commonmark.fence-title", at: location, "The title of this fence has no closing quote")
  }

  static func malformedLines(_ text: ArraySlice<UInt8>, at location: SourceLocation) -> Diagnostic {
    let written = String(decoding: text, as: UTF8.self)
    return Diagnostic(
      .error, "commonmark.fence-lines", at: location,
      "'\(written)' names no lines; write them as in '{1,3-5}'")
  }

  static func unknownFenceWord(_ word: String, near: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "commonmark.fence-word", at: location,
      "'\(word)' means nothing after a fence; did you mean '\(near)'?")
  }
}
