import Diagnostics

/// Where a link or image leads, and where its author wrote that.
struct Destination {
  /// What it is, as far as rendering goes.
  enum Target: Equatable {
    case content(ContentLink)
    case outside(OutsideLink.Kind)
    /// A link to content that has no valid id, or holds a slot.
    case malformed(ContentLink.Kind)
    /// A scheme that may not be linked to.
    case refused(scheme: String)
    /// A slot decides which scheme it is.
    case openScheme
  }

  /// The URL as the author meant it: without escapes and marks, slots in it.
  let url: ArraySlice<UInt8>
  /// The place of the URL in the source, where it was marked.
  let place: Int?

  /// Reads the destination of a node.
  init(_ bytes: ArraySlice<UInt8>, in text: MarkedText) {
    var place: Int?
    var rest = bytes
    while text.holdsMarks, place == nil, let lead = rest.firstIndex(of: 0xF4) {
      rest = rest[lead...]
      if case .mark(let index) = MarkCharacter(utf8: rest), index < text.marks.count,
        text.marks[index].kind == .destination
      {
        // After the scheme of an autolink; before the whole of any other.
        place = text.marks[index].source.lowerBound - (lead - bytes.startIndex)
      }
      rest = rest.dropFirst(MarkCharacter.width)
    }
    self.place = place
    url = text.restored(bytes, keepsEscapes: false)
  }

  /// What it leads to.
  func target(options: MarkdownOptions) -> Target {
    if options.extensions.contains(.contentLinks), let link = contentLink() { return link }
    let scheme = url.prefix { !URLScheme.endsScheme($0) }
    let hasColon = scheme.endIndex < url.endIndex && url[scheme.endIndex] == UInt8(ascii: ":")
    if hasColon, options.opaqueCharacters == .slots, scheme.containsSlot { return .openScheme }
    if url.first == UInt8(ascii: "#") { return .outside(.fragment) }
    guard let scheme = URLScheme(ofURL: url) else { return .outside(.relative) }
    if options.checksSchemes, !scheme.isAllowed { return .refused(scheme: scheme.name) }
    return .outside(scheme.name == "mailto" ? .mail : .web)
  }

  private func contentLink() -> Target? {
    guard let colon = url.firstIndex(of: UInt8(ascii: ":")),
      let kind = ContentLink.Kind(rawValue: String(decoding: url[..<colon], as: UTF8.self))
    else { return nil }
    let rest = url[(colon + 1)...]
    let hash = rest.firstIndex(of: UInt8(ascii: "#")) ?? rest.endIndex
    let id = rest[..<hash]
    let isValid = !id.isEmpty && id.allSatisfy(\.isIDCharacter) && !rest.containsSlot
    guard isValid else { return .malformed(kind) }
    let fragment = rest[hash...].dropFirst()
    return .content(
      ContentLink(
        kind: kind, id: String(decoding: id, as: UTF8.self),
        fragment: fragment.isEmpty ? nil : String(decoding: fragment, as: UTF8.self)))
  }
}

extension UInt8 {
  fileprivate var isIDCharacter: Bool {
    isASCIILetter || isASCIIDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
  }
}

extension ArraySlice<UInt8> {
  /// Whether a private-use character is among them.
  fileprivate var containsSlot: Bool {
    indices.contains { self[$0] >= 0xEE && self[$0...].firstScalar?.isPrivateUse == true }
  }
}
