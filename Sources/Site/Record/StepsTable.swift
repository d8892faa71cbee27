import Authoring
import Diagnostics
import Tailoring

/// The steps that are left to do, as a table for an issue tracker: comma-separated values after RFC 4180.
///
/// GitLab takes the columns `title`, `description` and `due_date` as they are; others ask what each column is.
/// Done and skipped steps, and those that have a ticket, are left out.
struct StepsTable {
  /// The name of the file in a team's folder.
  static let fileName = "steps.csv"

  private static let columns = [
    "title", "description", "due_date", "id", "phase", "owner", "effort_days", "blocked_by", "url",
  ]

  /// The bytes of the file.
  let bytes: [UInt8]

  /// - Parameter work: of each step of the plan, in order.
  init(_ team: TeamSite, work: [String]) {
    let plan = team.tailored.plan
    let unfinished = Set(plan.steps.filter { !$0.isFinished }.map(\.step.id))
    let left = zip(plan.steps, work).filter { !$0.0.isFinished && $0.0.progress?.ticket == nil }
    let rows = left.map { planned, work in
      let step = planned.step
      return [
        step.title, work.withoutQuickActions, team.dueDate(of: planned) ?? "", step.id.text,
        team.shared.phaseTitles[step.phase.value] ?? "", step.owner ?? "",
        planned.effort?.likely.map(\.inPlainDigits) ?? "",
        planned.needs.filter(unfinished.contains).map(\.text).joined(separator: " "),
        team.address(of: .step(step.id)),
      ]
    }
    let lines = ([Self.columns] + rows).map { row in row.map(\.asCell).joined(separator: ",") + "\r\n" }
    bytes = Array(lines.joined().utf8)
  }
}

extension TeamSite {
  /// Where a page is on the web, or from the team's folder where the project does not say where the site is.
  fileprivate func address(of page: TeamPage) -> String {
    shared.addresses.site.map { "\($0)\(key)/\(page.path)" } ?? page.path
  }

  /// The day on which a step ends by the likely estimates; nil where the schedule does not say.
  fileprivate func dueDate(of planned: PlannedStep) -> String? {
    guard let schedule = tailored.schedule,
      let item = schedule.items.first(where: { $0.step == planned.step.id })
    else { return nil }
    return schedule.dates(of: item.likely)?.upperBound.description
  }
}

extension String {
  /// A description that GitLab's import only reads: it takes a line such as `/close` for an order
  /// (docs.gitlab.com/user/project/quick_actions), but not behind a space, which Markdown does not show.
  fileprivate var withoutQuickActions: String {
    // Most texts have a stroke between letters at most, and need no search.
    var text = self
    let mayBeginLine = text.withUTF8 { bytes in
      bytes.indices.contains { index in
        bytes[index] == UInt8(ascii: "/")
          && (index == 0 || !(UInt8(ascii: " ")...UInt8(ascii: "~")).contains(bytes[index - 1]))
      }
    }
    guard mayBeginLine else { return self }
    return replacing(#/(?m)^\/(?=[A-Za-z_]+(?:\s|$))/#, with: " /")
  }

  /// What must stand in quotes.
  private static let quoted = Array(",\"\r\n".utf8)

  /// A cell of the table. What a spreadsheet could take for a formula begins with an apostrophe, as OWASP advises
  /// (owasp.org/www-community/attacks/CSV_Injection).
  fileprivate var asCell: String {
    let begins = unicodeScalars.first.map("=+-@\t\r\n＝＋－＠".unicodeScalars.contains) ?? false
    let safe = begins ? "'" + self : self
    guard safe.utf8.contains(where: Self.quoted.contains) else { return safe }
    let parts = safe.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + parts.joined(separator: "\"\"") + "\""
  }
}
