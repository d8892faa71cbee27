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
    /// The page before, where none of its links was broken.
    var before: Int?
  }

  private let pages: [Page]
  private let otherFiles: Set<String>
  private let pageNumbers: [String: Int]
  private var ids: [Set<HTMLSlice>] = []
  /// Where the address of each link stands on its page; most are only compared.
  private var links: [[Range<Int>]] = []

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
    var links: [Range<Int>] = []
    for attribute in HTMLAttributes(page.html) {
      switch attribute.name {
      case .href, .src: links.append(attribute.value)
      case .id:
        let value = HTMLSlice(page.html, attribute.value)
        if !ids.insert(value).inserted { diagnostics.append(.duplicateID(value.text, on: page.path)) }
      }
    }
    self.ids.append(ids)
    self.links.append(links)
  }

  private func broken(on number: Int, in folder: String, known: inout Folder) -> [HTMLSlice] {
    let broken = links(on: number, butThoseOf: known.before).filter { link in
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
    known.before = broken.isEmpty ? number : nil
    return broken
  }

  /// The links of a page that do not stand in the same place of another page in the folder, too. The navigation comes
  /// first and is the same on all of them; so each of its links was looked at on the page before.
  private func links(on number: Int, butThoseOf other: Int?) -> [HTMLSlice] {
    let html = pages[number].html
    let all = links[number]
    let others = other.map { links[$0] } ?? []
    return html.withUnsafeBytes { bytes in
      (other.map { pages[$0].html } ?? []).withUnsafeBytes { otherBytes in
        all.indices.filter { index in
          bytes[all[index].lowerBound] == UInt8(ascii: "#") || index >= others.count
            || !bytes.isSame(in: all[index], as: otherBytes, in: others[index])
        }
      }
    }.map { HTMLSlice(html, all[$0]) }
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
