import Authoring
import Tailoring
import Templating

/// What would make a component eligible, in words.
struct RemedyModel: TemplateModel {
  let text: String

  static let fields: [Field<Self>] = [.text("text", \.text)]

  /// The nearest ones of a component that is not ranked.
  static func few(of leftOut: TailoredCandidates.LeftOut, words: Words) -> [Self] {
    leftOut.remedies.prefix(SensitivityModel.few).map { remedy in
      Self(text: remedy.sentence(for: leftOut.component, in: words.wording))
    }
  }
}
