public import Authoring
import Diagnostics
public import Tailoring
import Templating

/// The lines of a playbook with a team's values, as a terminal shows them: links to pages by their text alone,
/// others with their address behind it, no citations; the rest of Markdown reads well as it is written.
public struct PlainLines: Sendable {
  private let playbook: Playbook
  private let words: Words
  private let names: NameTree
  private let data: TemplateValue

  /// Prepares what all teams share.
  ///
  /// - Parameter playbook: loaded without errors.
  public init(_ playbook: Playbook, words: Words) {
    self.playbook = playbook
    self.words = words
    names = NameTree(TextNames(playbook).root)
    data = playbook.dataValue(names)
  }

  /// A line for a team. Where it would have too many values, it says so in place of the text.
  public func text(of line: MarkdownText, for tailored: TailoredPlaybook) -> String {
    guard let body = playbook.checkedTexts[line.location]?.body else {
      preconditionFailure("Every text of a playbook is checked, and the one at \(line.location) is not")
    }
    let values = TeamNames(tailored: tailored, words: words, data: data).values(names)
    do {
      let pattern = try body.pattern(for: body.key(for: values))
      return pattern.text.text.withoutLinks.filled(with: pattern.values(from: values), words)
    } catch {
      return error.message
    }
  }
}

extension String {
  /// Markdown with the text of links, and the address of those that lead out of the playbook; without citations.
  fileprivate var withoutLinks: String {
    replacing(#/\[([^\]@][^\]]*)\]\(([^)]*)\)/#) { link in
      link.2.wholeMatch(of: #/(?:https?|mailto):.*/#) == nil ? "\(link.1)" : "\(link.1) (\(link.2))"
    }
    .replacing(#/\s*\[@[^\]]*\]/#, with: "")
  }

  /// With values in place of the characters that stand for them.
  fileprivate func filled(with values: [SlotValue], _ words: Words) -> String {
    unicodeScalars.reduce(into: "") { text, scalar in
      guard let slot = BodyPattern.slot(ofCharacter: scalar), values.indices.contains(slot) else {
        return text.unicodeScalars.append(scalar)
      }
      switch values[slot] {
      case .text(let value): text += value
      case .open: text += words[.notAnswered]
      }
    }
  }
}
