public import Diagnostics
import YAML

/// What `waybook.yaml` says about a project; each path is relative to the file's folder.
public struct ProjectFile: Sendable {
  /// The folder of the playbook, or the name of a bundled one.
  public var playbook: Located<String>?
  /// The folder of the answers files.
  public var teams: Located<String>?
  /// The folder of the site.
  public var output: String?
  /// The folder of the project's own templates.
  public var templates: Located<String>?
  /// The title of the portfolio.
  public var title: PlainText?

  /// Where the site is published.
  public var url: String?
  /// Where a file of the content is edited, by its path from the project's folder.
  public var repository: AddressPattern?
  /// Where a ticket is, by what the answers file calls it.
  public var tickets: AddressPattern?

  /// Where the site can be published, in the order of the file.
  public var publish: [PublishEntry] = []
  /// How many releases a target keeps.
  public var keepReleases: Int?

  /// A target of `publish`.
  public struct PublishEntry: Sendable {
    /// What the command line calls it.
    public let name: Slug
    /// A folder, or an address of ssh.
    public let target: Located<String>
  }

  /// A project without the file.
  public static let none = ProjectFile()

  /// The file's name.
  public static let name = "waybook.yaml"

  /// Reads the file of a folder; `none` where there is no such file.
  public static func load(from folder: InputFolder, diagnostics: inout [Diagnostic]) -> ProjectFile {
    guard folder.files.contains(name), let source = folder.source(name, diagnostics: &diagnostics) else {
      return .none
    }
    let root = YAMLDocument(parsing: source, diagnostics: &diagnostics).root
    return root.flatMap { Form<ProjectFile>.projectFile.read($0, &diagnostics) } ?? .none
  }
}

extension Form where Value == ProjectFile {
  static var projectFile: Self {
    .fields(of: "project") { fields in
      ProjectFile(
        playbook: fields.optional("playbook", Form<String>.path.located()),
        teams: fields.optional("teams", Form<String>.path.located()),
        output: fields.optional("output", .path),
        templates: fields.optional("templates", Form<String>.path.located()),
        title: fields.optional("title", .plainText),
        url: fields.optional("url", .httpAddress),
        repository: fields.optional("repository", .addressPattern("path")),
        tickets: fields.optional("tickets", .addressPattern("ticket")),
        publish: (fields.optional("publish", .pairs(of: .slug, Form<String>.text.located())) ?? []).map {
          ProjectFile.PublishEntry(name: $0.key.value, target: $0.value)
        },
        keepReleases: fields.optional("keep_releases", .integer(in: 1...1000)))
    }
  }
}

extension Form where Value == String {
  /// A path. What a shell would make of `~` nobody makes of it here.
  fileprivate static var path: Self {
    Form<String>.text.map { text, node, diagnostics in
      guard text == "~" || text.hasPrefix("~/") else { return text }
      diagnostics.append(.homeFolder(text, at: node.location))
      return nil
    }
  }

  /// An address on the web.
  fileprivate static var httpAddress: Self {
    Form<String>.text.map { text, node, diagnostics in
      if text.isHTTPAddress { return text }
      diagnostics.wrongForm(node, expected: "an address such as https://playbooks.example")
      return nil
    }
    .shaped(.pattern(#"[A-Za-z]{4,5}://\S+"#))
  }
}

extension Form where Value == AddressPattern {
  /// An address with a place for one value.
  fileprivate static func addressPattern(_ name: String) -> Self {
    Form<String>.text.map { text, node, diagnostics in
      if let pattern = AddressPattern(text, name: name) { return pattern }
      diagnostics.wrongForm(
        node, expected: "an address with {\(name)} in it, such as https://code.example/{\(name)}")
      return nil
    }
  }
}
