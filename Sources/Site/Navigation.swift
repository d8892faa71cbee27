import Tailoring
import Templating

/// A team's navigation, rendered once for pages of one depth; a page marks its own link by splicing.
struct Navigation: Sendable {
  private let html: [UInt8]
  /// Where an attribute can be put into the link to an address.
  private let afterLinks: [String: Int]

  init(_ tailored: TailoredPlaybook, theme: SiteTheme, style: LinkStyle) {
    var buffer: [UInt8] = []
    theme.navigation.render(NavigationModel(tailored, style: style), into: &buffer) { _, _ in }
    var afterLinks: [String: Int] = [:]
    for attribute in HTMLAttributes(buffer) where attribute.name == .href {
      let address = String(decoding: buffer[attribute.value], as: UTF8.self)
      if afterLinks[address] == nil { afterLinks[address] = attribute.value.upperBound + 1 }
    }
    html = buffer
    self.afterLinks = afterLinks
  }

  /// The navigation with the link to an address marked as the current page.
  func html(on address: String) -> [UInt8] {
    guard let offset = afterLinks[address] else { return html }
    var marked: [UInt8] = []
    marked.reserveCapacity(html.count + 24)
    marked += html[..<offset]
    marked += #" aria-current="page""#.utf8
    marked += html[offset...]
    return marked
  }
}
