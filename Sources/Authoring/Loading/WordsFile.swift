public import Diagnostics
public import Templating
import YAML

/// The words of a theme's pages, from its file `words.yaml`: by name, those in groups as `group.name`.
public struct WordsFile: Sendable {
  /// The file's name.
  public static let name = "words.yaml"

  /// Each of the words, as a template without markup.
  public private(set) var words: [String: Template] = [:]
  /// Where each stands.
  public private(set) var locations: [String: SourceLocation] = [:]

  /// A file without words.
  public init() {}

  /// Reads the file of a folder; without words where there is no such file.
  public static func load(from folder: InputFolder, diagnostics: inout [Diagnostic]) -> WordsFile {
    guard folder.files.contains(name), let source = folder.source(name, diagnostics: &diagnostics) else {
      return WordsFile()
    }
    let root = YAMLDocument(parsing: source, diagnostics: &diagnostics).root
    return root.flatMap { Form<WordsFile>.words.read($0, &diagnostics) } ?? WordsFile()
  }

  /// Puts the words of another file in the place of those of the same names.
  public mutating func merge(_ other: WordsFile) {
    words.merge(other.words) { $1 }
    locations.merge(other.locations) { $1 }
  }

  fileprivate mutating func add(_ name: String, _ template: Template, at location: SourceLocation) {
    words[name] = template
    locations[name] = location
  }
}

/// What stands behind a key of the file.
private enum WordsEntry {
  case words(Template)
  case group([(key: Located<Name>, value: Template)])
}

extension Form where Value == WordsFile {
  static var words: Self {
    let entry = Form<WordsEntry>(.either([.text, .map(of: Form<Name>.name.shape(), .text)])) {
      node, diagnostics in
      if node.mapping != nil {
        return Form<[(key: Located<Name>, value: Template)]>.pairs(of: .name, .themeWords)
          .read(node, &diagnostics).map(WordsEntry.group)
      }
      return Form<Template>.themeWords.read(node, &diagnostics).map(WordsEntry.words)
    }
    return Form<[(key: Located<Name>, value: WordsEntry)]>.pairs(of: .name, entry).map { entries, _, _ in
      entries.reduce(into: WordsFile()) { file, entry in
        let name = entry.key.value.text
        switch entry.value {
        case .words(let template): file.add(name, template, at: entry.key.location)
        case .group(let words):
          for word in words { file.add("\(name).\(word.key.value.text)", word.value, at: word.key.location) }
        }
      }
    }
  }
}

extension Form where Value == Template {
  /// Text with tags, and without markup.
  fileprivate static var themeWords: Self {
    Self(.text) { node, diagnostics in
      guard let scalar = node.scalar, !scalar.isNull else {
        diagnostics.wrongForm(node, expected: "words")
        return nil
      }
      return Template(parsing: scalar.located, as: .words, diagnostics: &diagnostics)
    }
  }
}
