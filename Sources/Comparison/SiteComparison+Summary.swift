import Diagnostics

extension SiteComparison {
  /// What matters, in three lines: verdicts, plans, texts; more where teams have mistakes.
  public var summary: [String] {
    if let unbuilt { return ["The site of \(unbuilt) cannot be built, so that nothing is compared"] }
    let broken = [("before", failedBefore), ("now", failedNow)].filter { !$0.1.isEmpty }.map { time, teams in
      let more = teams.count > 10 ? " and \(teams.count - 10) more" : ""
      return "With mistakes \(time), and not compared: " + teams.prefix(10).joined(separator: ", ") + more
    }
    if isEmpty { return ["Nothing changes for \(compared.counted("team"))"] + broken }
    func teams(_ has: (TeamChanges) -> Bool) -> Int { changed.count(where: has) }
    func line(_ subject: String, _ parts: [(Int, String, String)], unchanged: String) -> String {
      let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
      return "\(subject): " + (told.isEmpty ? unchanged : told.joined(separator: ", "))
    }
    return [
      line(
        "Verdicts of \(compared.counted("team"))",
        [
          (teams { $0.verdict != nil }, "gets another", "get another"),
          (teams { $0.standing != nil }, "has another standing", "have another standing"),
          (teams { $0.decision != nil }, "has another decision", "have another decision"),
          (added.count, "team is new", "teams are new"), (removed.count, "team is gone", "teams are gone"),
        ], unchanged: "all stay"),
      line(
        "Plans",
        [
          (teams { !$0.steps.isEmpty }, "team gets other steps", "teams get other steps"),
          (
            changed.map(\.lostTicks.count).reduce(0, +), "ticked item is lost", "ticked items are lost"
          ),
          (
            changed.map(\.gates.count).reduce(0, +), "gate comes out otherwise", "gates come out otherwise"
          ),
        ], unchanged: "all stay"),
      line(
        "Texts",
        [
          (pages.count, "page says something else", "pages say something else"),
          (teams { !$0.pages.isEmpty }, "team reads it", "teams read it"),
        ], unchanged: "all stay"),
    ] + broken
  }
}
