import Diagnostics

/// A kind of names that a playbook gives, and that other parts of it, or answers, refer to.
public enum NameKind: String, Sendable {
  case option, verdict, theme, phase, fact, question, measure, moment, source, term, criterion, step, guide,
    data
}

extension Playbook {
  /// What is wrong with a name; nil where it is known, or where it may be one that a reported mistake hides.
  ///
  /// - Parameter known: the names of the kind.
  func problem(
    _ name: Located<some CustomStringConvertible>, _ kind: NameKind, among known: some Collection<String>
  ) -> Diagnostic? {
    let text = name.value.description
    if known.contains(text) || (unread.contains(kind) && NearMiss.of(text, among: known) == nil) {
      return nil
    }
    return .unknownName(name, noun: kind.rawValue, among: known)
  }
}
