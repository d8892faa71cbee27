internal import Diagnostics

extension YAMLNode {
  /// Whether it is a list or a mapping without brackets.
  var isBlockCollection: Bool { (sequence != nil || mapping != nil) && !isFlow }

  /// Whether a comment stands inside of it: a `#` that is part of no scalar.
  var hasComment: Bool {
    var end = range.lowerBound
    for part in scalars where part.range.lowerBound >= end {
      if file.text(in: end..<part.range.lowerBound).utf8.contains(UInt8(ascii: "#")) { return true }
      if part.hasHeaderComment { return true }
      end = part.range.upperBound
    }
    return end < range.upperBound && file.text(in: end..<range.upperBound).utf8.contains(UInt8(ascii: "#"))
  }

  /// All keys and scalar values in it, in the order of the file.
  private var scalars: [YAMLScalar] {
    switch content {
    case .scalar: scalar.map { [$0] } ?? []
    case .sequence(let items): items.flatMap(\.scalars)
    case .mapping(let mapping): mapping.entries.flatMap { [$0.key] + $0.value.scalars }
    case .unreadable: []
    }
  }
}

extension YAMLScalar {
  /// Whether a comment follows the `|` or `>`.
  fileprivate var hasHeaderComment: Bool {
    guard style == .literal || style == .folded else { return false }
    return file.text(in: range).prefix { !$0.isNewline }.contains("#")
  }
}

extension YAMLValue {
  /// Whether it is a list or a map.
  var isCollection: Bool {
    switch self {
    case .list, .map: true
    case .null, .bool, .int, .double, .text: false
    }
  }
}
