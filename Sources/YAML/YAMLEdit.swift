public import Diagnostics

/// Edits a YAML file by splicing text, so that comments, order, styles and line ends stay as they are.
///
/// Every edit is read back. Where the result is not just what was meant, or a comment would be lost, the edit
/// is refused with the line to write by hand, and the file stays as it was.
///
///     var edit = YAMLEdit(file)
///     try edit.set(["answers", "p99_ms", "value"], to: .int(140))
///     edit.file.text
public struct YAMLEdit: Sendable {
  /// The file with all edits so far.
  public private(set) var file: SourceFile

  /// Begins with a file as it is.
  public init(_ file: SourceFile) {
    self.file = file
  }

  /// Sets the value at a path; keys that are missing are added after their neighbours.
  ///
  /// - Throws: a diagnostic that tells why the edit is refused and what to write by hand.
  public mutating func set(_ path: [YAMLPathStep], to value: YAMLValue) throws(Diagnostic) {
    let root = try readRoot()
    guard let expected = (root.map(YAMLValue.init) ?? .null).setting(path[...], to: value.asRead) else {
      throw .editRefused(.noSuchPath, path, value, at: file.wholeLocation)
    }
    let place = Place(of: path, in: root)
    let missing = path.dropFirst(place.depth)
    var splices: [Splice]?
    if let first = missing.first, case .key(let key) = first {
      let nested = missing.dropFirst().reversed().reduce(value) { value, step in
        if case .key(let key) = step { .map([.init(key, value)]) } else { value }
      }
      splices = place.adding(.init(key, nested), to: file)
    } else {
      splices = place.replacing(with: value, in: file)
    }
    try apply(splices, expecting: expected, path, value, at: place)
  }

  /// Appends an item to the list at a path, which is made where it is missing or null.
  ///
  /// - Throws: a diagnostic that tells why the edit is refused and what to write by hand.
  public mutating func append(_ item: YAMLValue, to path: [YAMLPathStep]) throws(Diagnostic) {
    let root = try readRoot()
    let place = Place(of: path, in: root)
    guard place.depth == path.count, let items = place.node?.sequence else {
      return try set(path, to: .list([item]))
    }
    let list = YAMLValue.list(items.map(YAMLValue.init) + [item.asRead])
    guard let expected = root.map(YAMLValue.init)?.setting(path[...], to: list) else {
      throw .editRefused(.noSuchPath, path, item, at: file.wholeLocation)
    }
    try apply(place.appending(item, in: file), expecting: expected, path, item, at: place)
  }
}

extension YAMLEdit {
  private func readRoot() throws(Diagnostic) -> YAMLNode? {
    var diagnostics: [Diagnostic] = []
    let root = YAMLDocument(parsing: file, diagnostics: &diagnostics).root
    if let error = diagnostics.sortedForReading().first(where: { $0.severity == .error }) { throw error }
    return root
  }

  private mutating func apply(
    _ splices: [Splice]?, expecting expected: YAMLValue, _ path: [YAMLPathStep], _ value: YAMLValue,
    at place: Place
  ) throws(Diagnostic) {
    let location = place.node?.location ?? file.wholeLocation
    guard let splices else { throw .editRefused(.losesComment, path, value, at: location) }
    let edited = SourceFile(path: file.path, text: Splice.apply(splices, to: file))
    var diagnostics: [Diagnostic] = []
    let root = YAMLDocument(parsing: edited, diagnostics: &diagnostics).root
    guard !diagnostics.containsErrors, root.map(YAMLValue.init) ?? .null == expected else {
      throw .editRefused(.changesMore, path, value, at: location)
    }
    file = edited
  }
}
