import Authoring
import CommonMark
import Diagnostics
public import SiteFiles

/// The page with all questions of a playbook, on which a team writes its answers file, in a browser or on paper.
public struct Questionnaire: Sendable {
  /// Where it stands.
  public static let path: RelativePath = "answer.html"

  /// The page.
  public let file: SiteFile
  /// The author's links on it that are not to content, with their places.
  let outsideLinks: [Located<OutsideLink>]

  /// Makes the page.
  init(_ shared: PreparedPlaybook, diagnostics: inout [Diagnostic]) {
    var lines = BlankLines(shared)
    let page = QuestionnairePage(shared, &lines)
    file = SiteFile(Self.path, bytes: shared.theme.questionnaire.html(page))
    outsideLinks = lines.outsideLinks
    diagnostics += lines.diagnostics
  }
}

extension Question {
  /// The id of its place on the page.
  var anchorOnQuestionnaire: String {
    switch scope {
    case .subject: LinkStyle.anchors.anchor(of: .question, id.text)
    case .component: "c-\(id)"
    }
  }

  /// A link to it on the page.
  var linkOnQuestionnaire: String { "#" + anchorOnQuestionnaire }
}
