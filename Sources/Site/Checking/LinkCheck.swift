import CommonMark
import Diagnostics

/// Checks that every link of some pages leads to a file and an id that were made, and that no id stands twice.
///
/// It sees thousands of links for each team, most of them in the navigation; so it compares bytes, and works
/// out each different path once for each folder.
struct LinkCheck {
  /// A finished page, and where its author wrote links that are not to content.
  struct Page {
    /// The path from the site's folder.
    let path: String
    let html: [UInt8]
    let written: [Located<OutsideLink>]
  }

  /// What a path leads to.
  private enum Destination {
    case page(Int)
    case otherFile
    case anotherSite
    case nothing
  }

  /// What is known of links as pages of one folder write them.
  private struct Folder {
    var destinations: [HTMLSlice: Destination] = [:]
    /// The links of the page before, where none of them was broken.
    var linksBefore: [HTMLSlice] = []
  }

  private let pages: [Page]
  private let otherFiles: Set<String>
  private let pageNumbers: [String: Int]
  private var ids: [Set<HTMLSlice>] = []
  private var links: [[HTMLSlice]] = []

  /// - Parameters:
  ///   - pages: the pages to check.
  ///   - otherFiles: the paths of files that exist beside them.
  init(_ pages: [Page], otherFiles: Set<String>) {
    self.pages = pages
    self.otherFiles = otherFiles
    pageNumbers = Dictionary(pages.enumerated().map { ($0.element.path, $0.offset) }) { first, _ in first }
  }

  /// Reports what is wrong.
  mutating func run(diagnostics: inout [Diagnostic]) {
    for page in pages { collect(from: page, &diagnostics) }
    var known: [String: Folder] = [:]
    for (number, page) in pages.enumerated() {
      let folder = page.path.split(separator: "/").dropLast().joined(separator: "/")
      let broken = broken(on: number, in: folder, known: &known[folder, default: Folder()])
      for address in Set(broken.map(\.text)).sorted() {
        let place = page.written.first { $0.value.destination == address }?.location
        diagnostics.append(.brokenLink(address, on: page.path, at: place))
      }
    }
  }

  private mutating func collect(from page: Page, _ diagnostics: inout [Diagnostic]) {
    var ids: Set<HTMLSlice> = []
    var links: [HTMLSlice] = []
    for attribute in HTMLAttributes(page.html) {
      let value = HTMLSlice(page.html, attribute.value)
      switch attribute.name {
      case .href, .src: links.append(value)
      case .id:
        if !ids.insert(value).inserted { diagnostics.append(.duplicateID(value.text, on: page.path)) }
      }
    }
    self.ids.append(ids)
    self.links.append(links)
  }

  private func broken(on number: Int, in folder: String, known: inout Folder) -> [HTMLSlice] {
    var before = known.linksBefore.makeIterator()
    let broken = links[number].filter { link in
      // The navigation comes first and is the same on all pages of a folder; so each of its links was looked at
      // on the page before.
      if before.next() == link, !link.begins(with: UInt8(ascii: "#")) { return false }
      let (path, id) = link.split(at: UInt8(ascii: "#"))
      let destination: Destination
      if path.isEmpty {
        destination = .page(number)
      } else if let found = known.destinations[path] {
        destination = found
      } else {
        destination = self.destination(of: path.text, in: folder)
        known.destinations[path] = destination
      }
      switch destination {
      case .page(let target): return id.map { !$0.isEmpty && !ids[target].contains($0) } ?? false
      case .otherFile, .anotherSite: return false
      case .nothing: return true
      }
    }
    known.linksBefore = broken.isEmpty ? links[number] : []
    return broken
  }

  private func destination(of path: String, in folder: String) -> Destination {
    let slash = UInt8(ascii: "/")
    let start = path.utf8.prefix { $0 != slash }
    if path.hasPrefix("//") || start.contains(UInt8(ascii: ":")) { return .anotherSite }
    // A site has no root of its own: it works from any path.
    if start.isEmpty { return .nothing }
    var names = folder.utf8.split(separator: slash)
    for name in path.utf8.split(separator: slash) {
      switch Substring(name) {
      case ".": break
      case "..": if names.popLast() == nil { return .nothing }
      default: names.append(name)
      }
    }
    let file = names.map { String(Substring($0)) }.joined(separator: "/")
    return pageNumbers[file].map(Destination.page) ?? (otherFiles.contains(file) ? .otherFile : .nothing)
  }
}
