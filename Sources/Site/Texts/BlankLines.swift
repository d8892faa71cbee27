import Authoring
import CommonMark
import Diagnostics
import Tailoring
import Templating

/// Lines of a playbook before anybody has answered: what hangs on a team is open, and only questions are linked, since
/// there are no other pages yet.
struct BlankLines: TextPlace {
  let shared: PreparedPlaybook
  let names: NamedValues
  let style = LinkStyle.anchors
  /// What was found on the way.
  var diagnostics: [Diagnostic] = []
  /// The author's links that are not to content, with their places.
  var outsideLinks: [Located<OutsideLink>] = []

  init(_ shared: PreparedPlaybook) {
    let (playbook, words) = (shared.playbook, shared.words)
    self.shared = shared
    let hasTags = playbook.questions.compactMap(\.findOut).contains {
      playbook.checkedTexts[$0.location]?.hasTags ?? false
    }
    // Most playbooks have none, and tailoring to nothing takes as long as tailoring to a team.
    guard hasTags else {
      names = shared.names.record { _ in .absent }
      return
    }
    let nobody = Answers.none(
      to: playbook, team: words[.yourTeam], subject: words(.yourSubject, playbook.subject))
    var found: [Diagnostic] = []
    // What a rule does wrong without answers it does for teams, too.
    let tailored = playbook.tailored(to: nobody, diagnostics: &found)
    names = TeamNames(tailored: tailored, words: words, data: shared.data).values(shared.names)
  }

  /// Nobody's.
  var key: TeamKey { TeamKey(team: shared.playbook.id) }
  var marks: Marks { shared.marks(for: style) }

  func url(of link: ContentLink) -> String? {
    link.kind == .question ? "#" + style.anchor(of: .question, link.id) : nil
  }

  /// Citations are left out, as on the terminal.
  func mark(of citation: Citation) -> [UInt8]? { nil }

  func url(of open: OpenValue) -> String { "#" }
}
