internal import CLibYAML

/// Reads libyaml's events one by one; owns the parser and the bytes that it reads.
struct EventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let offsets: ScalarOffsets

  init(_ input: [UInt8]) {
    parser = .allocate(capacity: 1)
    bytes = .allocate(capacity: input.count)
    _ = bytes.initialize(fromContentsOf: input)
    offsets = ScalarOffsets(UnsafeBufferPointer(bytes))
    precondition(yaml_parser_initialize(parser) == 1, "libyaml found no memory for a parser")
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    bytes.deallocate()
  }

  /// The next event; must not be called again after `streamEnd` or an error.
  mutating func next() throws(SyntaxError) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw syntaxError() }
    defer { yaml_event_delete(&event) }
    let start = offset(event.start_mark)
    var result = Event(kind: .other, range: start..<max(start, offset(event.end_mark)))
    switch event.type {
    case YAML_DOCUMENT_START_EVENT:
      result.kind = .documentStart
    case YAML_ALIAS_EVENT:
      result.kind = .alias(string(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      result.kind = .scalar(text: String(decoding: text, as: UTF8.self), style: .init(scalar.style))
      result.anchor = string(scalar.anchor)
    case YAML_SEQUENCE_START_EVENT:
      result.kind = .sequenceStart
      result.anchor = string(event.data.sequence_start.anchor)
      result.hasTag = event.data.sequence_start.tag != nil
    case YAML_MAPPING_START_EVENT:
      result.kind = .mappingStart
      result.anchor = string(event.data.mapping_start.anchor)
      result.hasTag = event.data.mapping_start.tag != nil
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      result.kind = .collectionEnd
    case YAML_STREAM_END_EVENT:
      result.kind = .streamEnd
    default:
      result.kind = .other
    }
    return result
  }

  private func syntaxError() -> SyntaxError {
    let error = parser.pointee
    let problem = error.problem.map { String(cString: $0) } ?? "libyaml ran out of memory"
    if error.error == YAML_READER_ERROR { return SyntaxError(.library(problem), at: error.problem_offset) }
    return SyntaxError(
      .library(problem), at: offset(error.problem_mark),
      within: error.context == nil ? nil : offset(error.context_mark))
  }

  private func offset(_ mark: yaml_mark_t) -> Int {
    offsets.offset(ofScalar: mark.index, in: UnsafeBufferPointer(bytes))
  }

  private func string(_ characters: UnsafePointer<yaml_char_t>?) -> String? {
    characters.map { String(cString: $0) }
  }
}

extension YAMLScalar.Style {
  fileprivate init(_ style: yaml_scalar_style_t) {
    self =
      switch style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE: .literal
      case YAML_FOLDED_SCALAR_STYLE: .folded
      default: .plain
      }
  }
}
