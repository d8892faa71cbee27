import Authoring
import Tailoring

/// What is left to ask, in its order.
///
/// The quick questions come first, in the playbook's order; then those that must be answered; then the others by
/// how much they can still change the verdict. An answer that was given is asked for again where it is old, and in
/// a new file where it was inherited, so that somebody looks at it once.
struct Agenda {
  /// Why a question is asked now.
  enum Reason: Hashable {
    case quick
    case required
    /// Its answer can still change the verdict.
    case deciding
    case inherited
    case old
    /// It bears on nothing that is still to be decided, or on no verdict at all.
    case left
  }

  /// A question about the subject that is to be asked.
  struct Item: Hashable {
    var topic: Topic
    var reason: Reason
    /// Whether it has an answer, inherited or old, that somebody has to look at.
    var isReview = false
  }

  /// In the order in which they are asked.
  let items: [Item]

  /// - Parameters:
  ///   - handled: what has been asked in this interview, answered or not.
  ///   - isNew: whether the file is being made.
  init(_ tailored: TailoredPlaybook, handled: Set<Topic>, isNew: Bool) {
    let isSettled = tailored.verdict.standing == .settled
    let open = tailored.sensitivity?.openQuestions
    // Where nothing can be tried, every question counts, in the playbook's order.
    let byEffect = open?.map(\.question.id) ?? tailored.verdict.openQuestions
    let deciding = open.map { $0.filter(\.canChangeVerdict).map(\.question.id) } ?? byEffect
    let canDecide = isSettled ? [] : Set(deciding)
    var items: [(order: Order, item: Item)] = []
    for (index, question) in tailored.questions.enumerated() {
      let name = question.question.id
      let topic = Topic(component: nil, question: name)
      guard !handled.contains(topic),
        let reason = question.reason(canDecide: canDecide.contains(name), isNew: isNew)
      else { continue }
      let isByEffect = reason == .deciding || reason == .left
      let effect = isByEffect ? byEffect.firstIndex(of: name) ?? byEffect.count : 0
      let item = Item(
        topic: topic, reason: reason, isReview: isNew && question.isInherited || question.isGivenLongAgo)
      items.append((Order(reason: reason.order, effect: effect, index: index), item))
    }
    self.items = items.sorted { $0.order < $1.order }.map(\.item)
  }

  private struct Order: Comparable {
    var reason, effect, index: Int

    static func < (a: Self, b: Self) -> Bool { (a.reason, a.effect, a.index) < (b.reason, b.effect, b.index) }
  }
}

extension TailoredQuestion {
  /// Whether it applies and has no answer.
  var isOpen: Bool { if case .open = state { true } else { false } }

  /// Whether it has an answer that stands in another file.
  fileprivate var isInherited: Bool {
    switch state {
    case .given, .notApplicable: answer.map { $0.origin != .own } ?? false
    case .open, .notAsked, .undecided: false
    }
  }

  /// Whether it has an answer that is old.
  var isGivenLongAgo: Bool {
    switch state {
    case .given, .notApplicable: isOld
    case .open, .notAsked, .undecided: false
    }
  }

  /// Why it should be asked; nil where it should not.
  fileprivate func reason(canDecide: Bool, isNew: Bool) -> Agenda.Reason? {
    switch state {
    case .notAsked, .undecided: nil
    case .open:
      question.isQuick
        ? .quick : question.isRequired && answer == nil ? .required : canDecide ? .deciding : .left
    case .given, .notApplicable:
      isNew && isInherited
        ? (question.isQuick ? .quick : .inherited) : isGivenLongAgo ? (question.isQuick ? .quick : .old) : nil
    }
  }
}

extension Agenda.Reason {
  /// Their order.
  fileprivate var order: Int {
    switch self {
    case .quick: 0
    case .required: 1
    case .deciding: 2
    case .inherited: 3
    case .old: 4
    case .left: 5
    }
  }
}
