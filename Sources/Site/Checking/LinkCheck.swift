import Authoring
import CommonMark
import Diagnostics
import SiteFiles

/// Checks that every link of some pages leads to a file and an id that were made, and that no id stands twice.
struct LinkCheck {
  /// A finished page, and where its author wrote links that are not to content.
  struct Page {
    let path: String
    let html: [UInt8]
    let written: [Located<OutsideLink>]
  }

  /// What a link leads to: a file of the site, and a place in it.
  private struct Target: Hashable {
    let path: String
    let id: String?
  }

  /// Paths of files that exist beside the pages.
  let otherFiles: Set<String>

  /// Reports what is wrong with some pages, whose paths begin at the site's folder.
  func run(_ pages: [Page], diagnostics: inout [Diagnostic]) {
    var made = Set(otherFiles.map { Target(path: $0, id: nil) })
    var asked: [Target: (page: Int, address: String)] = [:]
    // The pages of a folder share most of their addresses: each is taken apart once.
    var seen: [ArraySlice<Substring>: Set<String>] = [:]
    for (index, page) in pages.enumerated() {
      made.insert(Target(path: page.path, id: nil))
      let folder = page.path.split(separator: "/").dropLast()
      var addresses = seen.removeValue(forKey: folder) ?? []
      defer { seen[folder] = addresses }
      for attribute in HTMLAttributes(page.html) {
        let value = String(decoding: page.html[attribute.value], as: UTF8.self)
        switch attribute.name {
        case .id:
          if !made.insert(Target(path: page.path, id: value)).inserted {
            diagnostics.append(.duplicateID(value, on: page.path))
          }
        case .href, .src:
          let isOnThisPage = value.utf8.first == UInt8(ascii: "#")
          guard isOnThisPage || addresses.insert(value).inserted,
            let target = Self.target(of: value, in: folder, on: page.path)
          else { continue }
          if asked[target] == nil { asked[target] = (index, value) }
        }
      }
    }
    let broken = asked.filter { !made.contains($0.key) }.values.sorted {
      ($0.page, $0.address) < ($1.page, $1.address)
    }
    for link in broken {
      let page = pages[link.page]
      let place = page.written.first { $0.value.destination == link.address }?.location
      diagnostics.append(.brokenLink(link.address, on: page.path, at: place))
    }
  }

  /// What an address leads to; nil where that is not on this site.
  private static func target(of address: String, in folder: ArraySlice<Substring>, on page: String) -> Target?
  {
    let slash = UInt8(ascii: "/")
    let parts = address.utf8.split(
      separator: UInt8(ascii: "#"), maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0]
    let id = parts.count > 1 && !parts[1].isEmpty ? String(Substring(parts[1])) : nil
    if path.isEmpty { return Target(path: page, id: id) }
    let beforeSlash = path.prefix { $0 != slash }
    if path.starts(with: "//".utf8) || beforeSlash.contains(UInt8(ascii: ":")) { return nil }
    var names = folder
    for name in path.split(separator: slash).map({ Substring($0) }) {
      switch name {
      case ".": break
      case "..":
        // A way out of the site leads to nothing that it made.
        guard !names.isEmpty else { return Target(path: String(Substring(path)), id: id) }
        names.removeLast()
      default: names.append(name)
      }
    }
    return Target(path: names.joined(separator: "/"), id: id)
  }
}
