import Foundation

/// Diagnostics in the Static Analysis Results Interchange Format, which code hosts show beside the code.
///
/// See docs.oasis-open.org/sarif/sarif/v2.1.0: one run, a rule for each kind of problem, a result for each problem.
/// Columns count Unicode scalars and ends are exclusive, as ours do.
public struct SARIFReport: Encodable, Sendable {
  struct Run: Encodable, Sendable {
    var tool: Tool
    var columnKind = "unicodeCodePoints"
    var results: [Result]
  }

  struct Tool: Encodable, Sendable {
    var driver: Driver
  }

  struct Driver: Encodable, Sendable {
    var name = "waybook"
    var semanticVersion: String
    var rules: [Rule]
  }

  struct Rule: Encodable, Sendable {
    var id: String
  }

  struct Result: Encodable, Sendable {
    var ruleId: String
    var ruleIndex: Int
    var level: String
    var message: Message
    var locations: [Location]
    var relatedLocations: [Location]?
    var fixes: [Fix]?
  }

  struct Message: Encodable, Sendable {
    var text: String
  }

  struct Location: Encodable, Sendable {
    var physicalLocation: PhysicalLocation
    var message: Message?
  }

  struct PhysicalLocation: Encodable, Sendable {
    var artifactLocation: ArtifactLocation
    var region: Region?
  }

  struct ArtifactLocation: Encodable, Sendable {
    var uri: String
  }

  struct Region: Encodable, Sendable {
    var startLine: Int
    var startColumn: Int
    var endLine: Int
    var endColumn: Int
  }

  struct Fix: Encodable, Sendable {
    var artifactChanges: [ArtifactChange]
  }

  struct ArtifactChange: Encodable, Sendable {
    var artifactLocation: ArtifactLocation
    var replacements: [Replacement]
  }

  struct Replacement: Encodable, Sendable {
    var deletedRegion: Region
    var insertedContent: Message
  }

  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  let version = "2.1.0"
  let runs: [Run]

  /// Mirrors some diagnostics, in their order.
  ///
  /// - Parameter toolVersion: that of the tool, after semver.org.
  public init(_ diagnostics: [Diagnostic], toolVersion: String) {
    let ids = Set(diagnostics.map(\.id.rawValue)).sorted()
    let indices = Dictionary(uniqueKeysWithValues: zip(ids, ids.indices))
    runs = [
      Run(
        tool: Tool(driver: Driver(semanticVersion: toolVersion, rules: ids.map(Rule.init))),
        results: diagnostics.map { Result($0, ruleIndex: indices[$0.id.rawValue] ?? -1) })
    ]
  }

  /// The JSON text, with sorted keys and a line break at its end.
  ///
  /// - Throws: what `JSONEncoder` throws.
  public func text() throws -> String { try sortedJSON() }
}

extension SARIFReport.Result {
  fileprivate init(_ diagnostic: Diagnostic, ruleIndex: Int) {
    ruleId = diagnostic.id.rawValue
    self.ruleIndex = ruleIndex
    level = diagnostic.severity.rawValue
    // Notes without a place of their own have nowhere else to go.
    let more = diagnostic.notes.filter { $0.location == nil }.map { "\n" + $0.message }
    message = SARIFReport.Message(text: diagnostic.message + more.joined())
    locations = diagnostic.location.map { [SARIFReport.Location($0)] } ?? []
    let related = diagnostic.notes.compactMap { note in
      note.location.map { SARIFReport.Location($0, message: note.message) }
    }
    relatedLocations = related.isEmpty ? nil : related
    fixes = SARIFReport.Fix(diagnostic).map { [$0] }
  }
}

extension SARIFReport.Fix {
  /// The edit that mends a problem; nil where there is none, or no place for it.
  fileprivate init?(_ diagnostic: Diagnostic) {
    guard let fix = diagnostic.fix, let location = diagnostic.location,
      let region = SARIFReport.Region(location)
    else { return nil }
    let replacement = SARIFReport.Replacement(
      deletedRegion: region, insertedContent: SARIFReport.Message(text: fix.replacement))
    artifactChanges = [
      SARIFReport.ArtifactChange(
        artifactLocation: SARIFReport.ArtifactLocation(location), replacements: [replacement])
    ]
  }
}

extension SARIFReport.Location {
  fileprivate init(_ location: SourceLocation, message: String? = nil) {
    physicalLocation = SARIFReport.PhysicalLocation(
      artifactLocation: SARIFReport.ArtifactLocation(location), region: SARIFReport.Region(location))
    self.message = message.map(SARIFReport.Message.init)
  }
}

extension SARIFReport.ArtifactLocation {
  /// The file as a URI: relative where its path is, which readers take from the repository's root.
  fileprivate init(_ location: SourceLocation) {
    let path = location.file
    // A path is bytes to be kept; what a URI cannot hold is percent-encoded (RFC 3986, section 3.3).
    let encoded = path.addingPercentEncoding(withAllowedCharacters: Self.allowed) ?? path
    uri = path.hasPrefix("/") ? "file://" + encoded : encoded
  }

  private static let allowed = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
}

extension SARIFReport.Region {
  /// The range of a place; nil for a file as a whole.
  fileprivate init?(_ location: SourceLocation) {
    guard let start = location.start, let end = location.end else { return nil }
    self.init(
      startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column)
  }
}
