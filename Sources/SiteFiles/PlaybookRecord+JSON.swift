#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension PlaybookRecord {
  /// The name of the file in a team's folder.
  public static let fileName = "playbook.json"

  /// Why a file is no record.
  public enum Problem: Error, Hashable, Sendable, CustomStringConvertible {
    /// It is not JSON of the right shape; the sentence says where.
    case malformed(String)
    /// Another Waybook wrote it, in a version that this one does not know.
    case otherSchema(Int)

    /// A clause that goes on from the name of the file.
    public var description: String {
      switch self {
      case .malformed(let reason): "it is no playbook record: \(reason)"
      case .otherSchema(let schema):
        "it has schema \(schema), and this Waybook knows schema \(PlaybookRecord.schema)"
      }
    }
  }

  /// Reads a playbook.json.
  public init(json: [UInt8]) throws(Problem) {
    let decoder = JSONDecoder()
    do {
      let schema = try decoder.decode(Schema.self, from: Data(json)).schema
      guard schema == Self.schema else { throw Problem.otherSchema(schema) }
      self = try decoder.decode(Self.self, from: Data(json))
    } catch let problem as Problem {
      throw problem
    } catch let error as DecodingError {
      throw .malformed(error.inWords)
    } catch {
      throw .malformed(String(describing: error))
    }
  }

  /// The file: the same bytes for the same record, on every machine.
  ///
  /// `<` is written as an escape, so that a page can hold the text and no answer becomes a tag there.
  public var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    do {
      let encoded = [UInt8](try encoder.encode(self))
      var json: [UInt8] = []
      json.reserveCapacity(encoded.count + 256)
      var rest = encoded[...]
      while let place = rest.firstIndex(of: UInt8(ascii: "<")) {
        json += rest[..<place]
        json += "\\u003c".utf8
        rest = rest[(place + 1)...]
      }
      json += rest
      json.append(UInt8(ascii: "\n"))
      return json
    } catch {
      // Every number in it is finite, and nothing else can fail.
      preconditionFailure("A playbook record is always JSON: \(error)")
    }
  }

  private struct Schema: Decodable { let schema: Int }
}
