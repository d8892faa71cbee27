import Authoring
import Rules

/// What criteria come to with other answers than a team gave. A class, since many trials of the verdict hold it.
final class CriterionTrials {
  private let tailor: Tailor
  private let situation: Situation
  private let slots: PointSlots

  init(_ tailor: Tailor, _ situation: Situation, _ slots: PointSlots) {
    (self.tailor, self.situation, self.slots) = (tailor, situation, slots)
  }

  /// What a criterion comes to.
  ///
  /// - Parameters:
  ///   - criterion: its index among the playbook's criteria.
  ///   - changes: the other answers, by the question's index.
  func entry(of criterion: Int, changing changes: [Int: RuleValue]) -> CriterionTable.Entry {
    tailor.criterionResults.entry(of: criterion, in: situation, changing: changes) {
      worked(out: criterion, changing: changes)
    }
  }

  /// Runs a criterion's rules.
  private func worked(out index: Int, changing changes: [Int: RuleValue]) -> CriterionTable.Entry {
    let criterion = tailor.playbook.criteria[index]
    var log = RuleLog.silent
    let bindings = situation.bindings(changing: changes, reach: tailor.criterionReaches[index])
    let concern = log.outcome(of: criterion.when, in: bindings).holding
    return CriterionTable.Entry(
      criterion.tailored(in: bindings, concern: concern, mayTurnNotApplicable: false, log: &log), slots)
  }
}
