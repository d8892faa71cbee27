import Authoring
import CommonMark

/// How a page writes links to the team's other content, and the ids that such links lead to.
enum LinkStyle: Hashable, Sendable, CaseIterable {
  /// From a page in the team's folder.
  case top
  /// From a page in a folder of its own, such as `steps/`.
  case nested
  /// On the page that holds everything: links lead to its own ids.
  case anchors

  /// The style of a page.
  init(_ page: TeamPage) {
    self = page == .print ? .anchors : page.root.isEmpty ? .top : .nested
  }

  private var root: String {
    switch self {
    case .top, .anchors: ""
    case .nested: "../"
    }
  }

  /// The address of a page, on which nothing else is meant.
  func url(of page: TeamPage) -> String {
    switch (self, page) {
    case (.anchors, .criterion(let id)): "#" + anchor(of: .criterion, id.text)
    case (.anchors, .step(let id)): "#" + anchor(of: .step, id.text)
    case (.anchors, .guide(let id)): "#" + anchor(of: .guide, id.text)
    case (.anchors, _): "#" + page.path.prefix { $0 != "." } + ".part"
    case (.top, _), (.nested, _): root + page.path
    }
  }

  /// The address of a heading in a page's text.
  func url(of page: TeamPage, fragment: String?) -> String {
    guard let fragment else { return url(of: page) }
    return self == .anchors ? "\(url(of: page)).\(fragment)" : "\(url(of: page))#\(fragment)"
  }

  /// The address of a place on a page of which it is one of many.
  func url(of kind: ContentLink.Kind, _ id: String, on page: TeamPage) -> String {
    let place = "#" + anchor(of: kind, id)
    return self == .anchors ? place : root + page.path + place
  }

  /// The address of a source.
  func url(ofSource id: String) -> String {
    let place = "#" + anchor(ofSource: id)
    return self == .anchors ? place : root + TeamPage.sources.path + place
  }

  /// The id of a place.
  func anchor(of kind: ContentLink.Kind, _ id: String) -> String {
    switch kind {
    case .question: "q-\(id)"
    case .term: self == .anchors ? "term-\(id)" : id
    case .step, .criterion, .guide: "\(kind.rawValue)-\(id)"
    }
  }

  /// The id of a source.
  func anchor(ofSource id: String) -> String { self == .anchors ? "source-\(id)" : id }
}
