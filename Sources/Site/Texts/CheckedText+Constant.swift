import Authoring
import CommonMark
import Templating

extension CheckedText {
  /// Whether a value decides what stands in it, or stands in it itself.
  var hasTags: Bool {
    body.hasSections || whole.pieces.contains { if case .slot = $0 { true } else { false } }
  }

  /// The text without markup where it is the same for all teams; nil for all others.
  var constant: String? { hasTags ? nil : whole.pieces.plainText() }
}
