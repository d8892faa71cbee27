internal import Diagnostics

extension TreeBuilder {
  /// Puts a copy of what an anchor names in the place of an alias; copies share their storage.
  mutating func addAlias(_ name: String, at range: Range<Int>) {
    let problem: Diagnostic
    if frames.contains(where: { $0.anchor == name }) {
      problem = .aliasInsideItsAnchor(name, at: file.location(range))
    } else if let target = anchors[name] {
      if frames.count + target.height > YAMLDocument.maximumDepth {
        problem = .tooDeep(at: file.location(range))
      } else if target.weight > aliasAllowance {
        // Said once: what follows would only repeat it.
        let isFirst = aliasAllowance >= 0
        aliasAllowance = -1
        if isFirst { findings.append(.tooManyAliases(at: file.location(range))) }
        return add(Subtree(unreadable(range)), anchor: nil)
      } else {
        aliasAllowance -= target.weight
        return add(target, anchor: nil, at: range)
      }
    } else {
      problem = .unknownAnchor(name, at: file.location(range))
    }
    findings.append(problem)
    add(Subtree(unreadable(range)), anchor: nil)
  }
}
