import Authoring

/// A question about the subject, or about one of its components.
struct Topic: Hashable {
  /// The component; nil for the subject.
  var component: Slug?
  /// The question.
  var question: Name
}
