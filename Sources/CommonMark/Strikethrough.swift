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
      // Up to here in the text nothing opens for a closer of this kind; it keeps the search linear.
      var bottoms: [Int] = [-1, -1, -1, -1]
      for run in runs {
        guard run.canClose else {
          openers.append(run)
          continue
        }
        let kind = (run.length - 1) * 2 + (run.canOpen ? 1 : 0)
        var match = openers.indices.last
        while let candidate = match, openers[candidate].offset > bottoms[kind] {
          let opener = openers[candidate]
          let either = run.canOpen || opener.canClose
          if !either || (run.length + opener.length) % 3 != 0 { break }
          match = candidate > 0 ? candidate - 1 : nil
        }
        if let match, openers[match].offset > bottoms[kind] {
          if openers[match].length == run.length { pairs.append((openers[match], run)) }
          openers.removeSubrange(match...)
        } else {
          bottoms[kind] = openers.last?.offset ?? -1
          if run.canOpen { openers.append(run) }
        }
      }
      return pairs
    }
  }
}
