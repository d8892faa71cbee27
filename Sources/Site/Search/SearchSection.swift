/// A part of a page that a search can lead to: a heading and what follows it, up to the next one. Its texts are written
/// as `SearchText` writes them.
struct SearchSection: Equatable {
  /// The id that a link to it can name; empty where there is none.
  var id: [UInt8]
  var heading: [UInt8] = []
  /// Its text, with one space between words.
  var text: [UInt8] = []
}

extension [SearchSection] {
  /// Cuts what stands in the `main` of a finished page at its headings.
  ///
  /// An element with `data-search` begins a section, too: under the heading that this names or, where it is empty,
  /// as a heading. Navigation, pictures and elements with `data-no-search` are left out. What stands before the
  /// first heading belongs to it.
  init(_ html: [UInt8]) {
    var reader = SectionReader()
    html.withUnsafeBytes { reader.read($0) }
    self = reader.sections
  }
}

/// Goes through a page once, tag by tag.
private struct SectionReader {
  private(set) var sections: [SearchSection] = []
  private var isInMain = false
  /// The element that is left out, and how many of its name are open.
  private var leftOut: (name: HTMLTag.Name, depth: Int)?
  /// The heading that is being read.
  private var heading: HTMLTag.Name?
  private var text = SearchText()

  mutating func read(_ html: UnsafeRawBufferPointer) {
    // What comes before, the navigation above all, is half of a page. Attributes are escaped, and no theme has a reason
    // to write this into a comment.
    var place = 0
    while let start = html.firstIndex(of: UInt8(ascii: "<"), from: place), !html.has("<main", at: start) {
      place = start + 1
    }
    while let start = html.firstIndex(of: UInt8(ascii: "<"), from: place) {
      if isInMain, leftOut == nil { text.append(UnsafeRawBufferPointer(rebasing: html[place..<start])) }
      let tag = HTMLTag(at: start, in: html)
      read(tag, in: html)
      place = tag.end
      if tag.isEnd, tag.isMain { break }
    }
    endPart()
  }

  private mutating func read(_ tag: HTMLTag, in html: UnsafeRawBufferPointer) {
    if let (name, depth) = leftOut {
      guard name == tag.name else { return }
      leftOut = tag.isEnd ? (depth > 1 ? (name, depth - 1) : nil) : (name, depth + 1)
      return
    }
    guard isInMain else {
      isInMain = tag.isMain
      return
    }
    if !tag.isInline { text.endWord() }
    if tag.isEnd {
      if tag.name == heading { endPart() }
    } else if tag.isNeverSearched || tag.value(of: "data-no-search", in: html) != nil {
      leftOut = (tag.name, 1)
    } else if tag.isHeading {
      begin(tag, in: html)
    } else if let title = tag.value(of: "data-search", in: html) {
      begin(tag, in: html)
      text.append(UnsafeRawBufferPointer(rebasing: html[title]))
      if !title.isEmpty { endPart() }
    }
  }

  private mutating func begin(_ tag: HTMLTag, in html: UnsafeRawBufferPointer) {
    endPart()
    var name = SearchText()
    if let id = tag.value(of: "id", in: html) { name.append(UnsafeRawBufferPointer(rebasing: html[id])) }
    let id = name.take()
    // What was read before the first heading has a section without one.
    if sections.count == 1, sections[0].heading.isEmpty {
      sections[0].id = id
    } else {
      sections.append(SearchSection(id: id))
    }
    heading = tag.name
  }

  /// Puts what was read since the last part where it belongs.
  private mutating func endPart() {
    let read = text.take()
    defer { heading = nil }
    guard !read.isEmpty else { return }
    if sections.isEmpty { sections.append(SearchSection(id: [])) }
    let last = sections.count - 1
    if heading != nil {
      sections[last].heading = read
    } else {
      if !sections[last].text.isEmpty { sections[last].text.append(UInt8(ascii: " ")) }
      sections[last].text += read
    }
  }
}
