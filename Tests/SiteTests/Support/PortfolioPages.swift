import Diagnostics
import Site
import SiteFiles
import TestSupport
import Testing

/// The pages over all teams, made from records.
struct PortfolioPages {
  let index: String
  let matrix: String
  let notFound: String

  init(_ records: [PlaybookRecord], failed: Set<String> = [], url: String? = nil) throws {
    var diagnostics: [Diagnostic] = []
    let sample = try Sample.asItStands()
    let files = Portfolio(theme: sample.theme, title: "Our barrels", url: url).files(
      of: records, beside: sample.renderer.questionnaire(diagnostics: &diagnostics), failed: failed,
      diagnostics: &diagnostics)
    #expect(diagnostics.lines == [])
    #expect(files.map(\.path.text) == ["index.html", "matrix.html", "answer.html", "404.html"])
    (index, matrix, notFound) = (files[0].text, files[1].text, files[3].text)
  }

  /// Where the only team stands.
  var stage: String? {
    index.between("<td data-label=\"Where it stands\">", "</td>")?.replacing(#/<[^>]*>/#, with: "")
  }

  /// The heads of the cards with the number of teams at a stage, without those that no team is at.
  var stages: [String] {
    index.matches(of: #/<h3><b>([1-9]\d*)</b> ([a-z ]+)</h3>|<dt>((?:on|at) [a-z ]+: \d+)</dt>/#).map {
      match in
      match.3.map(String.init) ?? "\(match.1 ?? "") \(match.2 ?? "")"
    }
  }

  /// A list of what holds teams up, in lines.
  func blockers(_ heading: String) -> [String] {
    (index.between("<h3>\(heading)</h3>", "</section>") ?? "").matches(of: #/<strong>([^<]*)</strong>/#)
      .map { String($0.1) }
  }

  /// The words of the matrix, in rows.
  var cells: [[String]] {
    matrix.split(separator: "<tr ").dropFirst().map { row in
      row.matches(of: #/<td(?: class="\w+")?>(.*?)</td>/#).dropFirst(2).map { cell in
        String(cell.1).replacing(#/<[^>]*>/#, with: "")
      }
    }
  }
}
