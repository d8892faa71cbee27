import CommonMark
public import Diagnostics

extension Playbook {
  /// Whether any of its fences names a language.
  public var hasCode: Bool { checkedTexts.values.contains { !$0.whole.codeLanguages.isEmpty } }

  /// Warns of fences whose language is unknown and nearly one that is known. Others may well be meant: their code
  /// is plain.
  ///
  /// - Parameter known: the names of languages in lower case; those of three letters and fewer are too close to
  ///   one another to be taken for a misspelling.
  public func misspeltLanguages(known: [String]) -> [Diagnostic] {
    let names = Set(known)
    let long = known.filter { $0.count > 3 }
    return checkedTexts.values.flatMap(\.whole.codeLanguages).compactMap { language in
      guard !names.contains(language.value.lowercased()),
        let near = NearMiss.of(language.value, among: long)
      else { return nil }
      return .misspeltLanguage(language, near: near)
    }
  }
}
