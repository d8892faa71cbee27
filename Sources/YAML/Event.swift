/// One of libyaml's events, with offsets instead of marks.
struct Event {
  enum Kind {
    case documentStart
    case alias(String)
    case scalar(text: String, style: YAMLScalar.Style)
    case sequenceStart
    case mappingStart
    case collectionEnd
    case streamEnd
    /// The start of the stream and the ends of documents, which tell nothing.
    case other
  }

  var kind: Kind
  /// The name after `&`.
  var anchor: String?
  /// Whether a list or a mapping has a tag. Scalars lose a lone `!` in libyaml: look at the source.
  var hasTag = false
  /// From the first byte, anchor and tag included, in UTF-8 bytes. Empty for what has no bytes.
  var range: Range<Int>
}
