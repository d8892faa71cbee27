import Diagnostics

/// Writes the text of one pattern key. No value is looked at: the key says all that the text depends on.
struct PatternBuilder {
  private let program: Program
  private let source: LocatedText
  /// What stands; nil where everything stands once.
  private let key: PatternKey?
  private var nextCount = 0
  private var text: LocatedText
  private var slots: [SlotPath] = []
  private var numbers: [SlotPath: Int] = [:]
  /// The ways to the values that the sections around are about.
  private var frames = [SlotPath()]

  init(program: Program, source: LocatedText, key: PatternKey?) {
    self.program = program
    self.source = source
    self.key = key
    self.text = LocatedText(emptyIn: source.file)
  }

  /// What was built.
  var pattern: BodyPattern { BodyPattern(text: text, slots: slots) }

  /// Builds the text; false where there are more values than characters for them.
  mutating func build() -> Bool { build(program.instructions.indices) }

  private mutating func build(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let next = index + 1
      switch program.instructions[index] {
      case .literal(let range):
        text.append(source[range])
        index = next
      case .print(let lookup), .printHTML(let lookup):
        guard addSlot(path(of: lookup), at: program.places[index]) else { return false }
        index = next
      case .section(let lookup, let repeats, let end):
        let path = path(of: lookup)
        for element in 0..<count() {
          frames.append(repeats ? path.appending(.element(element)) : path)
          defer { frames.removeLast() }
          guard build(next..<end) else { return false }
        }
        index = end
      case .inverse(_, let end):
        if count() > 0 {
          guard build(next..<end) else { return false }
        }
        index = end
      }
    }
    return true
  }

  private mutating func count() -> Int {
    guard let key else { return 1 }
    precondition(nextCount < key.counts.count, "A pattern key belongs to the body that made it")
    defer { nextCount += 1 }
    return Int(key.counts[nextCount])
  }

  private func path(of lookup: Lookup) -> SlotPath {
    guard let frame = lookup.frame else { return SlotPath() }
    var path = frames[frame]
    for step in program.steps[lookup.steps] { path.steps.append(.field(step)) }
    return path
  }

  /// Writes the character of a value; false where there is none left.
  private mutating func addSlot(_ path: SlotPath, at place: Int) -> Bool {
    let number = numbers[path] ?? slots.count
    guard let character = PrivateUse.slot(number) else { return false }
    if number == slots.count {
      numbers[path] = number
      slots.append(path)
    }
    text.append(String(character), at: place)
    return true
  }
}
