#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Manifest {
  /// The version of the file format that this Waybook writes, and the only one that it reads.
  public static let version = 1

  /// Why a file is no manifest.
  public enum Problem: Error, Hashable, Sendable, CustomStringConvertible {
    /// It is not JSON of the right shape; the sentence says where.
    case malformed(String)
    /// Another Waybook wrote it, in a version that this one does not know.
    case otherVersion(Int)

    /// A clause that goes on from the name of the file.
    public var description: String {
      switch self {
      case .malformed(let reason): "it is no manifest: \(reason)"
      case .otherVersion(let version):
        "it has version \(version), and this Waybook knows version \(Manifest.version)"
      }
    }
  }

  /// Reads a manifest file.
  public init(json: [UInt8]) throws(Problem) {
    let content: Content
    do {
      content = try JSONDecoder().decode(Content.self, from: Data(json))
    } catch let problem as Problem {
      throw problem
    } catch let error as DecodingError {
      throw .malformed(error.inWords)
    } catch {
      throw .malformed(String(describing: error))
    }
    self.init()
    if let shared = content.shared { units[.shared] = try Self.files(shared) }
    for (folder, listing) in content.assets ?? [:] { units[.assets(folder)] = try Self.files(listing) }
    failed = Set(content.failed ?? [])
    if let digits = content.input { input = try Self.fingerprint(digits) }
    for (key, listing) in content.teams { units[.team(key)] = try Self.files(listing) }
  }

  private static func files(_ listing: [String: String]) throws(Problem) -> Files {
    var files = Files(minimumCapacity: listing.count)
    for (text, digits) in listing {
      let fingerprint = try fingerprint(digits)
      do { files[try RelativePath(text)] = fingerprint } catch { throw .malformed(error.description) }
    }
    return files
  }

  private static func fingerprint(_ digits: String) throws(Problem) -> Fingerprint {
    guard let fingerprint = Fingerprint(digits) else { throw .malformed("'\(digits)' is no fingerprint") }
    return fingerprint
  }
}

/// The shape of the file: the mirror that keeps our own types free to change.
private struct Content: Decodable {
  let shared: [String: String]?
  let assets: [String: [String: String]]?
  let failed: [String]?
  let input: String?
  let teams: [String: [String: String]]

  private enum Key: String, CodingKey { case version, shared, assets, failed, input, teams }

  /// Looks at the version first: the rest of another version may have any shape.
  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let version = try container.decode(Int.self, forKey: .version)
    guard version == Manifest.version else { throw Manifest.Problem.otherVersion(version) }
    shared = try container.decodeIfPresent([String: String].self, forKey: .shared)
    assets = try container.decodeIfPresent([String: [String: String]].self, forKey: .assets)
    failed = try container.decodeIfPresent([String].self, forKey: .failed)
    input = try container.decodeIfPresent(String.self, forKey: .input)
    teams = try container.decode([String: [String: String]].self, forKey: .teams)
  }
}

extension Manifest {
  /// The manifest file, one line for each file: the same bytes for the same files, on every machine.
  public var json: [UInt8] {
    var (assets, teams): ([String], [String]) = ([], [])
    for (unit, files) in units.sorted(by: { $0.key < $1.key }) {
      func member(_ name: String) -> String { "    \(quoted(name)): \(listing(files, "    "))" }
      switch unit {
      case .shared: break
      case .assets(let folder): assets.append(member(folder))
      case .team(let key): teams.append(member(key))
      }
    }
    var members = ["  \"version\": \(Manifest.version)"]
    if let shared = units[.shared] { members.append("  \"shared\": \(listing(shared, "  "))") }
    if !assets.isEmpty { members.append("  \"assets\": \(object(assets, "  "))") }
    if !failed.isEmpty {
      members.append("  \"failed\": [\(failed.sorted().map { quoted($0) }.joined(separator: ", "))]")
    }
    if let input { members.append("  \"input\": \"\(input)\"") }
    members.append("  \"teams\": \(object(teams, "  "))")
    return Array((object(members, "") + "\n").utf8)
  }

  private func listing(_ files: Files, _ indentation: String) -> String {
    let members = files.sorted { $0.key < $1.key }.map {
      "\(indentation)  \(quoted($0.key.text)): \"\($0.value)\""
    }
    return object(members, indentation)
  }

  private func object(_ members: [String], _ indentation: String) -> String {
    members.isEmpty ? "{}" : "{\n" + members.joined(separator: ",\n") + "\n\(indentation)}"
  }

  /// A JSON string; see RFC 8259, section 7.
  private func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\0"..<" ":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
