import Authoring
import CommonMark
import Diagnostics
public import SiteFiles
import Tailoring
import Templating

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

/// Lines of a playbook before anybody has answered: what hangs on a team is open, and only questions are linked, since
/// there are no other pages yet.
struct BlankLines {
  private let shared: PreparedPlaybook
  private let names: NamedValues
  /// What was found on the way.
  private(set) var diagnostics: [Diagnostic] = []
  /// The author's links that are not to content, with their places.
  private(set) var outsideLinks: [Located<OutsideLink>] = []

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

  /// A line as HTML. Citations are left out, as the terminal does.
  mutating func html(_ line: MarkdownText) -> [UInt8] {
    let compiled = shared.texts[line]
    var buffer: [UInt8] = []
    do {
      let (rendered, values) = try compiled.filled(from: names, style: .anchors)
      diagnostics += rendered.diagnostics
      outsideLinks += rendered.outsideLinks
      for (index, piece) in rendered.pieces.enumerated() {
        switch piece {
        case .bytes(let bytes): buffer += bytes
        case .slot(let character, let context):
          guard let slot = BodyPattern.slot(ofCharacter: character), values.indices.contains(slot) else {
            preconditionFailure("A pattern's slots are those of its text")
          }
          write(values[slot], in: context, at: compiled.location, into: &buffer)
        case .linkStart(let link):
          if link.kind == .question {
            let anchor = LinkStyle.anchors.anchor(of: .question, link.id)
            buffer += "<a class=\"to-question\" href=\"#\(anchor)\">".utf8
          }
          if rendered.pieces[index + 1] == .linkEnd(link) { buffer.appendEscaped(shared.title(of: link)) }
        case .linkEnd(let link): if link.kind == .question { buffer += "</a>".utf8 }
        case .citation: while buffer.last == UInt8(ascii: " ") { buffer.removeLast() }
        }
      }
    } catch {
      diagnostics.append(error)
    }
    return buffer
  }

  private mutating func write(
    _ value: SlotValue, in context: SlotContext, at location: SourceLocation, into buffer: inout [UInt8]
  ) {
    switch (value, context) {
    case (.text(let text), _):
      do {
        try context.write(text, into: &buffer)
      } catch {
        let nobody = TeamKey(team: shared.playbook.id)
        diagnostics.append(.refusedURL(scheme: error.scheme, team: nobody, at: location))
      }
    case (.open(let open), .text): buffer += shared.marks(for: .anchors).open(open)
    case (.open, .linkText), (.open, .code), (.open, .attribute):
      buffer.appendEscaped(shared.words[.notAnswered])
    case (.open, .urlStart), (.open, .url): buffer += "#".utf8
    }
  }
}

extension CheckedText {
  /// Whether a value decides what stands in it, or stands in it itself.
  fileprivate var hasTags: Bool {
    body.hasSections || whole.pieces.contains { if case .slot = $0 { true } else { false } }
  }
}
