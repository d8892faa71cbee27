import SiteFiles
import Templating

/// Something that holds teams up: a condition, a question or a gate.
struct Blocker: TemplateModel {
  let title: String
  /// Nil where the site has one playbook.
  let playbook: String?
  /// What a gate waits for.
  let waitsFor: [String]
  let teams: TeamList

  static let fields: [Field<Self>] = [
    .text("title", \.title), .optionalText("playbook", \.playbook), .texts("waits_for", \.waitsFor),
    .flag("waiting") { !$0.waitsFor.isEmpty }, .record("teams", \.teams),
  ]
}

/// What holds teams up, the most common first: the first few at once, the others behind a click.
struct BlockerList: TemplateModel {
  private static let few = 5

  let blockers: [Blocker]

  /// Gathers what several teams have in common.
  ///
  /// - Parameters:
  ///   - things: what holds each team up.
  ///   - waitsFor: what a thing waits for, for one team.
  init(
    _ records: [PlaybookRecord], named playbooks: Bool,
    _ things: (PlaybookRecord) -> [PlaybookRecord.Named],
    waitsFor: (PlaybookRecord) -> [String] = { _ in [] }
  ) {
    struct Key: Hashable { let playbook, thing: String }
    var teams: [Key: [PlaybookRecord]] = [:]
    var titles: [Key: String] = [:]
    for record in records {
      for thing in things(record) {
        let key = Key(playbook: record.playbook.id, thing: thing.id)
        teams[key, default: []].append(record)
        titles[key] = thing.title
      }
    }
    blockers = teams.sorted {
      ($1.value.count, $0.key.playbook, $0.key.thing) < ($0.value.count, $1.key.playbook, $1.key.thing)
    }.map { key, records in
      var seen: Set<String> = []
      return Blocker(
        title: titles[key] ?? key.thing, playbook: playbooks ? records[0].playbook.title : nil,
        waitsFor: records.flatMap(waitsFor).filter { seen.insert($0).inserted }, teams: TeamList(records))
    }
  }

  static let fields: [Field<Self>] = [
    .flag("any") { !$0.blockers.isEmpty }, .list("first") { Array($0.blockers.prefix(few)) },
    .list("others") { Array($0.blockers.dropFirst(few)) }, .flag("more") { $0.blockers.count > few },
    .text("more_count") { String($0.blockers.count - few) },
  ]
}
