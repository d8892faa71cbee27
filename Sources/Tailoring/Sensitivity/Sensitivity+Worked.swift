import Authoring

extension Sensitivity {
  /// Works out what a judgement hangs on; nil where there are too many verdicts to try.
  init?(of judgement: Judgement, by tailor: Tailor) {
    let (situation, criteria) = (judgement.situation, judgement.criteria)
    guard var trials = VerdictTrials(tailor, situation, criteria, []),
      var order = OpenQuestionOrder(tailor, situation, criteria)
    else { return nil }
    let verdict = trials.verdict([])
    let standing = judgement.verdict.standing
    if standing != .open, tailor.playbook.verdicts[verdict].id == judgement.verdict.computed.id {
      robustness = Robustness(of: verdict, &trials, criteria)
      var search = TippingPointSearch(tailor, situation, criteria, verdict: verdict)
      tippingPoints = search?.run() ?? []
    } else {
      robustness = nil
      tippingPoints = []
    }
    let isSettled = standing == .settled
    let open = criteria.indices.filter { criteria[$0].isOpen }.map { tailor.criterionReaches[$0].questions }
    let used = open.reduce(tailor.verdictReach.questions) { $0.union($1) }
    openQuestions = order.run { !isSettled && used.contains($0) }.map {
      OpenQuestion(question: tailor.derivation.questions[$0.question], canChangeVerdict: $0.canChangeVerdict)
    }
  }
}
