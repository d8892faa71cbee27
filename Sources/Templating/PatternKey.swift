/// Which sections of a body stand, in the order in which they are met, and how often.
public struct PatternKey: Hashable, Sendable {
  /// For a section how often it stands, for an inverse 0 or 1.
  var counts: [Int32] = []
}

extension Program {
  /// Decides the sections in a range of instructions.
  func decide(_ range: Range<Int>, _ frames: inout [Frame], _ key: inout PatternKey) {
    var index = range.lowerBound
    while index < range.upperBound {
      let next = index + 1
      switch instructions[index] {
      case .literal, .print, .printHTML:
        index = next
      case .section(let lookup, _, let end):
        let value = value(lookup, in: frames)
        switch value.standing {
        case .fails, .open:
          key.counts.append(0)
        case .holds:
          key.counts.append(1)
          frames.append(Frame(value))
          decide(next..<end, &frames, &key)
          frames.removeLast()
        case .list(let list):
          key.counts.append(Int32(clamping: list.count))
          frames.append(Frame(list))
          for element in 0..<list.count {
            frames[frames.count - 1].index = element
            decide(next..<end, &frames, &key)
          }
          frames.removeLast()
        }
        index = end
      case .inverse(let lookup, let end):
        if case .fails = value(lookup, in: frames).standing {
          key.counts.append(1)
          decide(next..<end, &frames, &key)
        } else {
          key.counts.append(0)
        }
        index = end
      }
    }
  }
}
