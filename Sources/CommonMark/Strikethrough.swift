/// Where `~~` and `~` strike text through (github.github.com/gfm, "Strikethrough (extension)").
///
/// Runs of one or two tildes pair as runs of `*` do, among the children of one inline or block. Other than on
/// GitHub, a pair cannot break an emphasis open that libcmark already closed: the tree stands.
struct Strikethrough {
  /// A run of tildes that begins or ends a stretch.
  struct Tag {
    /// Its first byte in the tree's bytes.
    var offset: Int
    /// How many tildes.
    var length: Int
    var isOpening: Bool
  }

  /// The tags in each text node, in order.
  private(set) var tags: [Int: [Tag]] = [:]

  init(in parsed: ParsedText, isOn: Bool) {
    guard isOn, parsed.tree.bytes.contains(UInt8(ascii: "~")) else { return }
    let tree = parsed.tree
    var open: [(end: Int, siblings: Siblings)] = []
    for (index, node) in tree.nodes.enumerated() {
      while let last = open.last, last.end <= index { close(open.removeLast().siblings) }
      switch node.kind {
      case .paragraph, .heading, .emphasis, .strong, .link:
        open.append((node.end, Siblings()))
      case .text where !open.isEmpty:
        let runs = TildeRuns(in: index, parentEnd: open[open.count - 1].end, of: parsed)
        open[open.count - 1].siblings.runs += runs.all
      default: continue
      }
    }
    while let last = open.popLast() { close(last.siblings) }
    for node in tags.keys { tags[node]?.sort { $0.offset < $1.offset } }
  }

  private mutating func close(_ siblings: Siblings) {
    for (opener, closer) in siblings.pairs() {
      tags[opener.node, default: []].append(
        Tag(offset: opener.offset, length: opener.length, isOpening: true))
      tags[closer.node, default: []].append(
        Tag(offset: closer.offset, length: closer.length, isOpening: false))
    }
  }
}

extension Strikethrough {
  /// A run of one or two tildes.
  struct Run {
    var node: Int
    var offset: Int
    var length: Int
    var canOpen: Bool
    var canClose: Bool
  }

  /// The runs among the children of one node.
  private struct Siblings {
    var runs: [Run] = []

    /// Which run closes which, by CommonMark's rules for `*` (0.30, appendix, "process emphasis").
    func pairs() -> [(opener: Run, closer: Run)] {
      var pairs: [(Run, Run)] = []
      var openers: [Run] = []
      // Below here nothing opens for a closer of this kind; it keeps the search linear.
      var bottoms: [Int] = [0, 0, 0, 0]
      for run in runs {
        guard run.canClose else {
          openers.append(run)
          continue
        }
        let kind = (run.length - 1) * 2 + (run.canOpen ? 1 : 0)
        let bottom = min(bottoms[kind], openers.count)
        let match = openers[bottom...].lastIndex { opener in
          let either = run.canOpen || opener.canClose
          return !(either && (run.length + opener.length) % 3 == 0)
        }
        if let match {
          if openers[match].length == run.length { pairs.append((openers[match], run)) }
          openers.removeSubrange(match...)
        } else {
          bottoms[kind] = openers.count
          if run.canOpen { openers.append(run) }
        }
      }
      return pairs
    }
  }
}
