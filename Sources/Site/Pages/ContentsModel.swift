import Authoring
import CommonMark
import Templating

/// The headings of a page's text, to jump to.
struct ContentsModel: TemplateModel {
  /// How many headings of the highest level make a list worth its place.
  private static let fewest = 3

  /// A heading, with those of the level below it.
  struct Entry: TemplateModel {
    let heading: LinkModel
    var parts: [LinkModel] = []

    static let fields: [Field<Self>] = [
      .record("heading", \.heading), .list("parts", \.parts), .flag("any_part") { !$0.parts.isEmpty },
    ]
  }

  let entries: [Entry]

  /// Nil where the text has few headings, and on the page that holds everything.
  init?(of body: MarkdownText?, in context: PageContext) {
    guard context.style != .anchors, let body, let headings = context.team.headings(of: body) else {
      return nil
    }
    entries = headings.reduce(into: []) { entries, heading in
      let link = LinkModel(title: heading.title, url: "#" + heading.id)
      switch heading.level {
      case 2: entries.append(Entry(heading: link))
      case 3 where !entries.isEmpty: entries[entries.count - 1].parts.append(link)
      default: break
      }
    }
    guard entries.count >= Self.fewest else { return nil }
  }

  static let fields: [Field<Self>] = [.list("entries", \.entries)]
}

extension TeamSite {
  /// The headings of a text on a page of its own, for this team; nil where it cannot be made, which the page reports.
  fileprivate func headings(of body: MarkdownText) -> [(level: Int, id: String, title: String)]? {
    do {
      let (rendered, values) = try shared.texts[body].filled(from: names, style: .nested)
      return rendered.headings.map { ($0.level, $0.id, plainText($0.title, with: values)) }
    } catch {
      return nil
    }
  }
}
