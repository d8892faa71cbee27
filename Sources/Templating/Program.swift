/// A template whose names are numbers and whose partials are in place: what is left to do at run time.
///
/// The instructions stand in pre-order; a section's are followed by those inside it, up to its `end`.
struct Program: Sendable {
  var instructions: [Instruction] = []
  /// The literals of a page, from all its files; empty for a body, which has its one text.
  var bytes: [UInt8] = []
  /// For each instruction the offset in its file.
  var places: [Int] = []
  /// The field indices of all look-ups, one after another.
  var steps: [Int] = []
}

/// One thing to do.
enum Instruction: Sendable {
  /// Writes a part of the program's bytes or of the body's text.
  case literal(Range<Int>)
  /// Writes a value, escaped.
  case print(Lookup)
  /// Writes finished HTML.
  case printHTML(Lookup)
  /// Does what follows, up to the end: once, or, over a list, for each element.
  case section(Lookup, repeats: Bool, end: Int)
  /// Does what follows, up to the end, where a value fails.
  case inverse(Lookup, end: Int)
}

/// Where a value is: which of the values that sections are about, and which fields to go through from there.
struct Lookup: Sendable {
  /// The section, counted from the outermost, 0 being the root; nil for a name that does not exist.
  var frame: Int?
  /// The fields, as a range of the program's steps.
  var steps: Range<Int>

  /// What a name with a mistake gets; its value is absent.
  static let nowhere = Lookup(frame: nil, steps: 0..<0)
}

extension Program {
  mutating func append(_ instruction: Instruction, at place: Int) {
    instructions.append(instruction)
    places.append(place)
  }

  /// The value that a look-up finds.
  func value(_ lookup: Lookup, in frames: [Frame]) -> TemplateValue {
    guard let frame = lookup.frame else { return .absent }
    guard let first = lookup.steps.first else { return frames[frame].value }
    // Through the pointer, so that the frame is not copied.
    var value = frames.withUnsafeBufferPointer { frames in
      frames.baseAddress.map { ($0 + frame).pointee.field(at: steps[first]) } ?? .absent
    }
    for index in lookup.steps.dropFirst() { value = value.field(at: steps[index]) }
    return value
  }
}

extension TemplateValue {
  /// What a section over a value does. Where the value is open, neither it nor the inverse stands.
  enum Standing {
    case fails
    case open
    /// It stands once, with the value in sight.
    case holds
    case list(any TemplateList)
  }

  /// What a section over this value does.
  var standing: Standing {
    switch self {
    case .flag(let flag): flag ? .holds : .fails
    case .text(let text): text.isEmpty ? .fails : .holds
    case .html(let bytes): bytes.isEmpty ? .fails : .holds
    case .list(let list): list.count == 0 ? .fails : .list(list)
    case .open: .open
    case .absent: .fails
    case .record(let record):
      switch record.standing {
      case .flag(let flag): flag ? .holds : .fails
      case .list(let list): list.count == 0 ? .fails : .list(list)
      case .open: .open
      case .text, .html, .record, .absent: .fails
      }
    }
  }
}
