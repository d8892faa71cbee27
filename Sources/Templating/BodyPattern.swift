public import Diagnostics

/// The Markdown of a body for one pattern key, with a private-use character for each value.
public struct BodyPattern: Sendable {
  /// The text. Slot characters count from U+F0000 upward, by the first use of each value; the same value has the
  /// same character everywhere. Literal parts keep their places in the source, slots have those of their tags.
  public let text: LocatedText
  /// Where the value of each slot is found.
  let slots: [SlotPath]

  /// How many slots the text has.
  public var slotCount: Int { slots.count }

  /// The character that stands for a slot.
  public static func character(ofSlot number: Int) -> Unicode.Scalar? { PrivateUse.slot(number) }

  /// The byte in UTF-8 with which the characters of slots begin, and no others but those of planes 12 to 15.
  public static let firstByteOfSlot: UInt8 = 0xF3

  /// The slot that a character stands for, which may be one that the pattern does not have.
  public static func slot(ofCharacter character: Unicode.Scalar) -> Int? { PrivateUse.number(of: character) }

  /// The values of the slots for a team, in their order.
  public func values(from root: any TemplateRecord) -> [SlotValue] { slots.values(from: root) }
}

/// The way from the root to a value.
struct SlotPath: Hashable, Sendable {
  /// One step: into a field, or to an element of a list.
  enum Step: Hashable, Sendable {
    case field(Int)
    case element(Int)
  }

  var steps: [Step] = []

  func appending(_ step: Step) -> SlotPath { SlotPath(steps: steps + [step]) }

  /// The value at the end of the way.
  func value(from root: TemplateValue) -> TemplateValue {
    steps.reduce(root) { value, step in
      switch step {
      case .field(let index): value.field(at: index)
      case .element(let index): value.element(at: index)
      }
    }
  }
}

extension [SlotPath] {
  /// The values at the end of each way, as they are printed.
  func values(from root: any TemplateRecord) -> [SlotValue] {
    map { path in path.value(from: .record(root)).printed }
  }
}

extension TemplateValue {
  /// An element of the list that a section over this value repeats for.
  fileprivate func element(at index: Int) -> TemplateValue {
    guard case .list(let list) = standing, index < list.count else { return .absent }
    return list.element(at: index)
  }
}
