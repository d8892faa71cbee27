import Diagnostics

extension Renderer {
  /// Writes a text node: marks, slots, strikethrough and addresses among plain characters.
  mutating func writeText(_ index: Int) {
    var text = tree.text(of: index)
    if let task = afterTaskMarker, task.node == index {
      text = text[task.start...]
      afterTaskMarker = nil
    }
    let tags = strikes.tags.isEmpty ? [] : strikes.tags[index] ?? []
    var nextTag = tags[...]
    if linkDepth == 0, options.extensions.contains(.autolinks), text.contains(UInt8(ascii: "@")) {
      for address in MailAddress.all(in: text) {
        writeText(text[..<address.range.lowerBound], tags: &nextTag)
        write(address, in: text, at: address.range.lowerBound - tree.nodes[index].text.lowerBound, of: index)
        text = text[address.range.upperBound...]
      }
    }
    writeText(text, tags: &nextTag)
  }

  private mutating func writeText(_ text: ArraySlice<UInt8>, tags: inout ArraySlice<Strikethrough.Tag>) {
    var place = text.startIndex
    while let next = text[place...].firstIndex(where: { !$0.isPlain }) {
      writer.write(text[place..<next])
      place = next
      let byte = text[place]
      switch byte {
      case UInt8(ascii: "~"):
        place += writeTilde(at: place, tags: &tags)
      case UInt8(ascii: "["):
        place += writeBracketed(text[place...])
      case 0xEE...0xF4:
        place += writeOpaque(text[place...])
      default:
        writer.writeEscaped(byte)
        place += 1
      }
    }
    writer.write(text[place...])
  }

  /// Writes a tag or a tilde; the result is how many bytes it stands for.
  private mutating func writeTilde(at place: Int, tags: inout ArraySlice<Strikethrough.Tag>) -> Int {
    while let tag = tags.first, tag.offset < place { tags.removeFirst() }
    guard let tag = tags.first, tag.offset == place else {
      writer.write("~")
      return 1
    }
    tags.removeFirst()
    writer.write(tag.isOpening ? "<del>" : "</del>")
    return tag.length
  }

  /// Writes a citation or footnote reference, or a bracket.
  private mutating func writeBracketed(_ text: ArraySlice<UInt8>) -> Int {
    let inner = text.dropFirst()
    let end = text.startIndex + 1 + MarkCharacter.width
    guard inner.first == 0xF4, end < text.endIndex, text[end] == UInt8(ascii: "]"),
      case .mark(let number) = MarkCharacter(utf8: inner), linkDepth == 0 || isTitle
    else {
      writer.write("[")
      return 1
    }
    let mark = parsed.text.marks[number]
    switch mark.kind {
    case .citation where !isTitle:
      let id = parsed.text.source[mark.source].dropFirst()
      let citation = Citation(id: String(decoding: id, as: UTF8.self))
      output.citations.append(Located(citation, at: location(ofSource: mark.source)))
      writer.put(.citation(citation))
    case .footnoteReference where !isTitle: writeFootnoteReference(mark)
    case .citation, .footnoteReference: break
    case .destination, .bareURL, .opaqueReference:
      writer.write("[")
      return 1
    }
    return MarkCharacter.width + 2
  }

  /// Writes a character that may be a mark or a slot.
  private mutating func writeOpaque(_ text: ArraySlice<UInt8>) -> Int {
    guard let scalar = text.firstScalar else { return 1 }
    if let character = MarkCharacter(scalar) {
      write(character)
    } else {
      write(text.prefix(UTF8.width(scalar)), as: linkDepth == 0 ? .text : .linkText)
    }
    return UTF8.width(scalar)
  }

  private mutating func write(_ character: MarkCharacter) {
    guard case .mark(let index) = character, index < parsed.text.marks.count else {
      writer.writeEscaped(parsed.text.written(character))
      return
    }
    let mark = parsed.text.marks[index]
    let source = parsed.text.source[mark.source]
    switch mark.kind {
    case .destination: break
    case .bareURL:
      let hasScheme = !source.starts(with: "www.".utf8)
      writeBareLink(
        to: (hasScheme ? [] : Array("http://".utf8)) + source, text: source,
        at: location(ofSource: mark.source))
    case .citation, .footnoteReference: write(source, as: linkDepth == 0 ? .text : .linkText)
    case .opaqueReference:
      if !isTitle { diagnostics.append(.opaqueReference(at: location(ofSource: mark.source))) }
    }
  }

  /// - Parameter distance: how far into the text it stands.
  private mutating func write(
    _ address: MailAddress, in text: ArraySlice<UInt8>, at distance: Int, of index: Int
  ) {
    let written = text[address.range]
    writeBareLink(
      to: (address.hasScheme ? [] : Array("mailto:".utf8)) + written, text: written,
      at: location(ofInline: index, from: distance, length: written.count))
  }

  /// Writes text that holds no marks, escaped for its context, with its slots.
  mutating func write(_ text: ArraySlice<UInt8>, as context: SlotContext) {
    var place = text.startIndex
    while let next = text[place...].firstIndex(where: { !$0.isPlain }) {
      writer.write(text[place..<next])
      place = next
      let byte = text[place]
      if byte >= 0xEE, let scalar = text[place...].firstScalar, isSlot(scalar) {
        writer.put(.slot(scalar, context))
        place += UTF8.width(scalar)
      } else {
        writer.writeEscaped(byte)
        place += 1
      }
    }
    writer.write(text[place...])
  }

  /// Whether a character is the place of a value.
  func isSlot(_ scalar: Unicode.Scalar) -> Bool {
    options.opaqueCharacters == .slots && scalar.isPrivateUse && MarkCharacter(scalar) == nil
  }
}

extension UInt8 {
  /// Whether it stands for itself in text: no mark or slot begins with it, and HTML does not need it escaped.
  fileprivate var isPlain: Bool {
    switch self {
    case UInt8(ascii: "~"), UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"),
      UInt8(ascii: "\""), 0xEE...:
      false
    default: true
    }
  }
}
