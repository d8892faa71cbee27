import Diagnostics

/// Looks up the names of a template in a schema, puts partials and blocks in place, and yields a program.
///
/// A name is looked up in the innermost section's value that has it in its *type*, from there outwards;
/// so what a name means never depends on which values are missing. Parts after a dot are looked up only
/// in what the part before them found.
struct Resolver {
  /// The value that a section is about: its type, nil where a mistake hides it, and its path from the root.
  struct Context {
    var type: TemplateType?
    var path: [String]
    /// Whether a name inside was found in it.
    var isNamed = false
  }

  /// How many nodes a template may become once its partials are in place.
  static let sizeLimit = 200_000

  /// The files and words of a theme; nil for a body, which stands alone.
  let library: TemplateLibrary?
  var program = Program()
  /// The names that a body uses.
  var references: [TemplateReference] = []
  private(set) var diagnostics: [Diagnostic] = []
  var contexts: [Context]
  /// The files that are being put in place, outermost first, to find circles.
  var files: [String] = []
  /// The blocks that parents were given, outermost first.
  var arguments: [BlockArguments] = []
  private var reported: Set<Diagnostic> = []
  private var depth = 0
  private var size = 0

  init(root: TemplateType, library: TemplateLibrary?) {
    self.library = library
    self.contexts = [Context(type: root, path: [])]
  }

  /// Makes the program of a whole template.
  ///
  /// - Parameter name: the template's name among the library's, to find circles; nil for a body.
  mutating func resolve(_ template: Template, named name: String?) {
    files = [name].compactMap(\.self)
    if !template.nodes.isEmpty { add(template.nodes.indices, of: template) }
  }

  /// Adds the program of a stretch of a template's nodes.
  mutating func add(_ nodes: Range<Int>, of template: Template) {
    guard depth < Template.nestingLimit else {
      return report(.tooDeep(at: template.text.location(template.nodes[nodes.lowerBound].range)))
    }
    depth += 1
    defer { depth -= 1 }
    var index = nodes.lowerBound
    while index < nodes.upperBound {
      let node = template.nodes[index]
      guard size <= Self.sizeLimit else { return }
      size += 1
      if size > Self.sizeLimit { report(.tooLarge(at: template.text.location(node.range))) }
      add(node, inside: index + 1..<node.end, of: template)
      index = node.end
    }
  }

  private mutating func add(_ node: TemplateNode, inside: Range<Int>, of template: Template) {
    let place = template.text.fileOffset(of: node.range.lowerBound)
    switch node.content {
    case .literal:
      program.append(.literal(literal(node.range, of: template)), at: place)
    case .variable(let name):
      if addWords(name, of: template) { return }
      if let lookup = printed(name, raw: false, tag: node.range, of: template) {
        program.append(.print(lookup), at: place)
      }
    case .raw(let name):
      if let lookup = printed(name, raw: true, tag: node.range, of: template) {
        program.append(.printHTML(lookup), at: place)
      }
    case .section(let name):
      let section = section(name, use: .section, of: template)
      contexts.append(section.inside)
      let known = diagnostics.count
      addConditional(inside, of: template, at: place) {
        .section(section.lookup, repeats: section.repeats, end: $0)
      }
      // A name with a mistake may be meant for the element.
      let isNamed = contexts.removeLast().isNamed || diagnostics.count > known
      if section.repeats, !isNamed, library == nil {
        report(.repeatedUnchanged(name.text, at: template.text.location(name.range)))
      }
    case .inverse(let name):
      let section = section(name, use: .inverse, of: template)
      addConditional(inside, of: template, at: place) { .inverse(section.lookup, end: $0) }
    case .partial(let name, let indentation):
      addFile(name, indentation: indentation, of: template)
    case .parent(let name, let indentation):
      addParent(name, inside: inside, indentation: indentation, of: template)
    case .block(let name):
      addBlock(name, inside: inside, of: template)
    }
  }

  /// Where a literal is: in a body's own text, or in the bytes of a page, which comes from several files.
  private mutating func literal(_ range: Range<Int>, of template: Template) -> Range<Int> {
    guard library != nil else { return range }
    let start = program.bytes.count
    let text = template.text.text.utf8
    let first = text.index(text.startIndex, offsetBy: range.lowerBound)
    let literal = text[first..<text.index(first, offsetBy: range.count)]
    if template.syntax == .words {
      program.bytes.appendEscaped(String(Substring(literal)))
    } else {
      program.bytes += literal
    }
    return start..<program.bytes.count
  }

  private mutating func addConditional(
    _ inside: Range<Int>, of template: Template, at place: Int, instruction: (_ end: Int) -> Instruction
  ) {
    let index = program.instructions.count
    program.append(instruction(index + 1), at: place)
    if !inside.isEmpty { add(inside, of: template) }
    program.instructions[index] = instruction(program.instructions.count)
  }

  /// Keeps a diagnostic, once: a partial is resolved again wherever it stands.
  mutating func report(_ diagnostic: Diagnostic) {
    if reported.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }
}
