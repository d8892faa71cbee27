public import SiteFiles

/// What has changed for one team.
public struct TeamChanges: Encodable, Hashable, Sendable {
  /// The points of an option.
  public struct Score: Encodable, Hashable, Sendable {
    /// The option.
    public let option: PlaybookRecord.Named
    /// Its points.
    public let points: Change<Double>
  }

  /// What a criterion says.
  public struct Criterion: Encodable, Hashable, Sendable {
    /// What it says for a team.
    public struct Weight: Encodable, Hashable, Sendable {
      /// Whether it is known.
      public let state: PlaybookRecord.Criterion.State
      /// The points; nil for a condition.
      public let points: Double?
      /// The title of the option that they go to.
      public let option: String?
    }

    /// Its id and title.
    public let criterion: PlaybookRecord.Named
    /// What it said and says; nothing where it does not concern the team.
    public let weight: Change<Weight?>
  }

  /// A condition that rules a verdict out.
  public struct Ruling: Encodable, Hashable, Sendable {
    /// The verdict.
    public let verdict: PlaybookRecord.Named
    /// The condition.
    public let criterion: PlaybookRecord.Named
  }

  /// An item of a checklist that was ticked in the answers file and is there no more.
  public struct LostTick: Encodable, Hashable, Sendable {
    /// The step that had it.
    public let step: PlaybookRecord.Named
    /// The item's id.
    public let item: String
  }

  /// What comes out at a gate.
  public struct Gate: Encodable, Hashable, Sendable {
    /// The step that it ends.
    public let step: PlaybookRecord.Named
    /// The outcome's title; nothing while it is open, or where the gate is not there.
    public let outcome: Change<String?>
  }

  /// A page that says something else.
  public struct Page: Encodable, Hashable, Sendable {
    /// Its path in the team's folder.
    public let path: String
    /// Its title.
    public let title: String
    /// How many words came.
    public let addedWords: Int
    /// How many words went.
    public let removedWords: Int

    private enum CodingKeys: String, CodingKey {
      case path, title
      case addedWords = "added_words"
      case removedWords = "removed_words"
    }
  }

  /// Where its pages stand.
  public let key: String
  /// The team's name.
  public let team: String
  /// The subject's name.
  public let subject: String
  /// The verdict so far.
  public let verdict: Change<PlaybookRecord.Named>?
  /// How sure it is.
  public let standing: Change<String>?
  /// The verdicts that are still possible.
  public let possible: Change<[PlaybookRecord.Named]>?
  /// What the people decided.
  public let decision: Change<PlaybookRecord.Named?>?
  /// The options whose points have changed.
  public let scores: [Score]
  /// The criteria that came, went, or say something else.
  public let criteria: [Criterion]
  /// The conditions that rule a verdict out now.
  public let ruledOut: [Ruling]
  /// The conditions that rule a verdict out no more.
  public let noLongerRuledOut: [Ruling]
  /// The steps of the plan.
  public let steps: ListChanges
  /// What was ticked, and is gone.
  public let lostTicks: [LostTick]
  /// The gates with another outcome.
  public let gates: [Gate]
  /// The pages that say something else; of one that only one of the sites has, all words came or went. Those of steps
  /// that came or went are not among them.
  public let pages: [Page]

  private enum CodingKeys: String, CodingKey {
    case key, team, subject, verdict, standing, possible, decision, scores, criteria, steps, gates, pages
    case ruledOut = "ruled_out"
    case noLongerRuledOut = "no_longer_ruled_out"
    case lostTicks = "lost_ticks"
  }

  /// Compares two snapshots of a team; nil where nothing has changed.
  init?(from old: TeamSnapshot, to new: TeamSnapshot) {
    let (before, after) = (old.record, new.record)
    key = after.key
    team = after.team
    subject = after.subject
    verdict = Change(before.verdict.computed, after.verdict.computed).flatMap { $0.isOfID ? $0 : nil }
    standing = Change(before.verdict.standing, after.verdict.standing)
    possible = Change(before.verdict.possible, after.verdict.possible).flatMap { $0.isOfIDs ? $0 : nil }
    decision = Change(before.verdict.decision?.verdict, after.verdict.decision?.verdict)
      .flatMap { $0.old?.id == $0.new?.id ? nil : $0 }
    scores = Self.scores(before, after)
    criteria = Self.criteria(before, after)
    ruledOut = Self.rulings(of: after, beyond: before)
    noLongerRuledOut = Self.rulings(of: before, beyond: after)
    steps = ListChanges(before.steps.map(\.named), after.steps.map(\.named))
    lostTicks = Self.lostTicks(before, after)
    gates = Self.gates(before, after)
    pages = Self.pages(old, new, telling: steps)
    let isSame =
      verdict == nil && standing == nil && possible == nil && decision == nil && scores.isEmpty
      && criteria.isEmpty && ruledOut.isEmpty && noLongerRuledOut.isEmpty && steps.isEmpty
      && lostTicks.isEmpty && gates.isEmpty && pages.isEmpty
    if isSame { return nil }
  }
}

extension TeamChanges {
  private static func scores(_ old: PlaybookRecord, _ new: PlaybookRecord) -> [Score] {
    new.scores.compactMap { score in
      let before = old.scores.first { $0.option.id == score.option.id }?.points ?? 0
      return Change(before, score.points).map { Score(option: score.option, points: $0) }
    }
  }

  /// The conditions of one record that another does not have. Another title makes no other condition.
  private static func rulings(of record: PlaybookRecord, beyond other: PlaybookRecord) -> [Ruling] {
    func ids(_ ruling: PlaybookRecord.Ruling) -> [String] { [ruling.verdict.id, ruling.criterion.id] }
    let known = Set(other.rulings.map(ids))
    return record.rulings.filter { !known.contains(ids($0)) }.map(Ruling.init)
  }

  private static func criteria(_ old: PlaybookRecord, _ new: PlaybookRecord) -> [Criterion] {
    let (before, after) = (old.concerning, new.concerning)
    let all = new.criteria + old.criteria.filter { gone in !new.criteria.contains { $0.id == gone.id } }
    return all.compactMap { criterion in
      let (was, isNow) = (before[criterion.id], after[criterion.id])
      // Another title of the option makes no change.
      if let was, let isNow, (was.state, was.points, was.option) == (isNow.state, isNow.points, isNow.option)
      {
        return nil
      }
      return Change(was.map(old.weight), isNow.map(new.weight)).map {
        Criterion(criterion: PlaybookRecord.Named(id: criterion.id, title: criterion.title), weight: $0)
      }
    }
  }

  private static func lostTicks(_ old: PlaybookRecord, _ new: PlaybookRecord) -> [LostTick] {
    let kept = Dictionary(
      new.steps.map { ($0.id, Set($0.checklist.map(\.id))) }, uniquingKeysWith: { $0.union($1) })
    return old.steps.flatMap { step in
      step.checklist.filter { $0.isDone && kept[step.id]?.contains($0.id) != true }
        .map { LostTick(step: step.named, item: $0.id) }
    }
  }

  private static func gates(_ old: PlaybookRecord, _ new: PlaybookRecord) -> [Gate] {
    let all = new.gates + old.gates.filter { gone in !new.gates.contains { $0.step.id == gone.step.id } }
    return all.compactMap { gate in
      func outcome(_ record: PlaybookRecord) -> PlaybookRecord.Named? {
        record.gates.first { $0.step.id == gate.step.id }?.outcome
      }
      let (was, isNow) = (outcome(old), outcome(new))
      if was?.id == isNow?.id { return nil }
      return Change(was?.title, isNow?.title).map { Gate(step: gate.step, outcome: $0) }
    }
  }

  private static func pages(_ old: TeamSnapshot, _ new: TeamSnapshot, telling steps: ListChanges) -> [Page] {
    let told = Set((steps.added + steps.removed).map(\.id))
    let isTold = Set((old.record.steps + new.record.steps).filter { told.contains($0.id) }.map(\.url))
    let titles = Dictionary(
      (old.record.pages + new.record.pages).compactMap { page in page.title.map { (page.path, $0) } },
      uniquingKeysWith: { $1 })
    let paths = Set(old.texts.words.keys).union(new.texts.words.keys).subtracting(isTold)
    return paths.sorted().compactMap { path in
      let (before, after) = (old.texts.words[path, default: []], new.texts.words[path, default: []])
      if before == after { return nil }
      return Page(
        path: path, title: titles[path] ?? path, addedWords: surplus(of: after, over: before),
        removedWords: surplus(of: before, over: after))
    }
  }

  /// How many words one text has that the other has not, wherever they stand: as much work as there are words.
  private static func surplus(of words: [String], over others: [String]) -> Int {
    var left: [String: Int] = [:]
    for word in others { left[word, default: 0] += 1 }
    return words.count { word in
      guard let count = left[word], count > 0 else { return true }
      left[word] = count - 1
      return false
    }
  }
}

extension TeamChanges.Ruling {
  fileprivate init(_ ruling: PlaybookRecord.Ruling) {
    self.init(verdict: ruling.verdict, criterion: ruling.criterion)
  }
}

extension PlaybookRecord {
  /// The criteria that concern the team, by id.
  fileprivate var concerning: [String: Criterion] {
    Dictionary(
      criteria.filter { $0.state == .known || $0.state == .open }.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What a criterion says.
  fileprivate func weight(_ criterion: Criterion) -> TeamChanges.Criterion.Weight {
    let option = scores.first { $0.option.id == criterion.option }?.option.title
    return TeamChanges.Criterion.Weight(state: criterion.state, points: criterion.points, option: option)
  }
}

extension PlaybookRecord.Step {
  fileprivate var named: PlaybookRecord.Named { PlaybookRecord.Named(id: id, title: title) }
}

extension Change<PlaybookRecord.Named> {
  /// Whether it is another thing, and not the same by another title.
  fileprivate var isOfID: Bool { old.id != new.id }
}

extension Change<[PlaybookRecord.Named]> {
  /// Whether there are other things among them.
  fileprivate var isOfIDs: Bool { old.map(\.id) != new.map(\.id) }
}
