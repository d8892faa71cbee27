/// What criteria come to together: points by place, and how many of them rule each verdict out.
struct VerdictTally {
  /// By slot.
  private(set) var points: [Points]
  /// How many criteria rule each verdict out, by index.
  private var rulings: [Int]
  /// The verdicts that at least one rules out, as bits by index.
  private(set) var ruledOut: UInt64 = 0

  /// Of no criteria.
  init(_ slots: PointSlots, verdicts: Int) {
    points = [Points](repeating: .zero, count: slots.count)
    rulings = [Int](repeating: 0, count: verdicts)
  }

  /// Takes a criterion in.
  mutating func add(_ entry: CriterionTable.Entry) {
    if let (slot, brought) = entry.points { points[slot] += brought }
    count(entry.ruledOut, by: 1)
  }

  /// Takes out a criterion that was taken in.
  mutating func remove(_ entry: CriterionTable.Entry) {
    if let (slot, brought) = entry.points { points[slot] = points[slot] - brought }
    count(entry.ruledOut, by: -1)
  }

  private mutating func count(_ verdicts: UInt64, by change: Int) {
    var rest = verdicts
    while rest != 0 {
      let verdict = rest.trailingZeroBitCount
      let bit: UInt64 = 1 << UInt64(verdict)
      rulings[verdict] += change
      if rulings[verdict] == 0 { ruledOut &= ~bit } else { ruledOut |= bit }
      rest &= ~bit
    }
  }
}
