import Diagnostics

extension Renderer {
  mutating func enterLink(_ index: Int) -> Int {
    linkDepth += 1
    if isTitle { return descend(into: index, closing: .nothing) }
    let destination = Destination(tree.text(of: index), in: parsed.text)
    report(opaqueReferencesIn: tree.text(of: index))
    let location = location(of: destination, at: index)
    switch destination.target(options: options) {
    case .content(let link):
      output.links.append(Located(link, at: location))
      writer.put(.linkStart(link))
      // `<step:id>` names no text: the site writes the title.
      let isBare = index + 2 == tree.nodes[index].end && tree.text(of: index + 1) == tree.text(of: index)
      _ = descend(into: index, closing: .contentLink(link))
      return isBare ? tree.nodes[index].end : index + 1
    case .outside(let kind):
      record(kind, destination, isImage: false, at: location)
      writer.write("<a href=\"")
      writeURL(destination.url, kind: kind)
      writer.write("\"")
      writeTitle(of: index)
      writer.write(">")
      return descend(into: index, closing: .inline("</a>"))
    case .malformed(let kind):
      diagnostics.append(.malformedContentLink(kind, destination.url, at: location))
    case .refused(let scheme):
      diagnostics.append(.refusedScheme(scheme, at: location))
    case .openScheme:
      diagnostics.append(.openScheme(at: location))
    }
    return descend(into: index, closing: .nothing)
  }

  mutating func writeImage(_ index: Int) {
    if isTitle {
      writeAlternative(of: index, as: .linkText)
      return
    }
    let destination = Destination(tree.text(of: index), in: parsed.text)
    report(opaqueReferencesIn: tree.text(of: index))
    let location = location(of: destination, at: index)
    switch destination.target(options: options) {
    case .outside(.mail), .outside(.fragment):
      if options.checksSchemes { diagnostics.append(.imageWithoutFile(at: location)) }
      fallthrough
    case .outside(.web), .outside(.relative):
      let kind: OutsideLink.Kind = URLScheme(ofURL: destination.url) == nil ? .relative : .web
      record(kind, destination, isImage: true, at: location)
      writer.write("<img src=\"")
      writeURL(destination.url, kind: kind)
      writer.write("\" alt=\"")
      writeAlternative(of: index, as: .attribute)
      writer.write("\"")
      writeTitle(of: index)
      writer.write(" />")
    case .content, .malformed: diagnostics.append(.imageWithoutFile(at: location))
    case .refused(let scheme): diagnostics.append(.refusedScheme(scheme, at: location))
    case .openScheme: diagnostics.append(.openScheme(at: location))
    }
  }

  /// Writes a link that stands in the text as it is: a bare URL or address.
  mutating func writeBareLink(to url: [UInt8], text: ArraySlice<UInt8>, at location: SourceLocation) {
    guard linkDepth == 0 else {
      write(text, as: .linkText)
      return
    }
    let scheme = URLScheme(ofURL: url)
    if options.checksSchemes, let scheme, !scheme.isAllowed {
      write(text, as: .text)
      return
    }
    let link = OutsideLink(
      kind: scheme?.name == "mailto" ? .mail : .web, destination: String(decoding: url, as: UTF8.self),
      isImage: false)
    output.outsideLinks.append(Located(link, at: location))
    writer.write("<a href=\"")
    writeURL(url[...], kind: link.kind)
    writer.write("\">")
    write(text, as: .linkText)
    writer.write("</a>")
  }

  private mutating func record(
    _ kind: OutsideLink.Kind, _ destination: Destination, isImage: Bool, at location: SourceLocation
  ) {
    let link = OutsideLink(
      kind: kind, destination: String(decoding: destination.url, as: UTF8.self), isImage: isImage)
    output.outsideLinks.append(Located(link, at: location))
  }

  private mutating func writeURL(_ url: ArraySlice<UInt8>, kind: OutsideLink.Kind) {
    var rest = url
    if kind == .fragment, !options.idPrefix.isEmpty {
      writer.write("#")
      for byte in options.idPrefix.utf8 { writer.writeURL(byte) }
      rest = rest.dropFirst()
    }
    while let byte = rest.first {
      if byte >= 0xEE, let scalar = rest.firstScalar, isSlot(scalar) {
        writer.put(.slot(scalar, rest.startIndex == url.startIndex ? .urlStart : .url))
        rest = rest.dropFirst(UTF8.width(scalar))
      } else {
        writer.writeURL(byte)
        rest = rest.dropFirst()
      }
    }
  }

  private mutating func writeTitle(of index: Int) {
    let title = tree.title(of: index)
    guard !title.isEmpty else { return }
    report(opaqueReferencesIn: title)
    writer.write(" title=\"")
    write(parsed.text.restored(title, keepsEscapes: false), as: .attribute)
    writer.write("\"")
  }

  /// Writes the text of an image.
  private mutating func writeAlternative(of image: Int, as context: SlotContext) {
    for index in image + 1..<tree.nodes[image].end {
      switch tree.nodes[index].kind {
      case .text: write(parsed.text.restored(tree.text(of: index), keepsEscapes: false), as: context)
      case .code: write(parsed.text.restored(tree.text(of: index), keepsEscapes: true), as: context)
      case .htmlInline:
        if refusesHTML(index) { continue }
        write(parsed.text.restored(tree.text(of: index), keepsEscapes: true), as: context)
      case .softBreak, .lineBreak: writer.write(" ")
      default: continue
      }
    }
  }
}
