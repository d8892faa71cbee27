/// The languages whose code can be highlighted, by the names that fences give them.
public struct Languages: Sendable {
  /// A language definition on disk.
  public struct Definition: Hashable, Sendable {
    /// The folder.
    public let folder: String
    /// The file in it, such as `go.lang`.
    public let file: String

    /// Makes a definition.
    public init(folder: String, file: String) {
      self.folder = folder
      self.file = file
    }
  }

  /// The file that names a folder's languages.
  public static let mapName = "lang.map"

  private var files: [String: String] = [:]
  private var folders: [String: String] = [:]
  /// Where a definition is looked for that no folder has.
  private let library: String

  /// Makes an empty set.
  ///
  /// - Parameter library: the folder of the definitions that come with Source-highlight.
  public init(library: String) { self.library = library }

  /// Adds a folder of definitions; its own go before those of folders added earlier.
  ///
  /// - Parameters:
  ///   - folder: its path.
  ///   - files: the definitions in it.
  ///   - map: the text of its `lang.map`: lines such as `yml = yaml.lang`, and comments after `#`.
  public mutating func add(_ folder: String, files: [String], map: String) {
    for file in files { folders[file] = folder }
    for line in map.split(whereSeparator: \.isNewline) {
      let parts = line.prefix { $0 != "#" }.split(separator: "=").map { $0.split(separator: " ").joined() }
      if parts.count == 2 { self.files[parts[0]] = parts[1] }
    }
  }

  /// The names, sorted.
  public var names: [String] { files.keys.sorted() }

  /// The library's definition of text in which all is plain.
  var plain: Definition { Definition(folder: library, file: "nohilite.lang") }

  /// The definition of a language, in whatever case it is written; nil where there is none.
  public subscript(name: String) -> Definition? {
    files[name.lowercased()].map { Definition(folder: folders[$0] ?? library, file: $0) }
  }
}
