/// An address with a place for a value in it: `https://tracker.example/browse/{ticket}`.
public struct AddressPattern: Hashable, Sendable {
  private let before: String
  private let after: String

  /// Takes a pattern apart.
  ///
  /// - Parameters:
  ///   - text: an address with http or https.
  ///   - name: of the value, which stands in braces once.
  /// - Returns: nil for all else.
  public init?(_ text: String, name: String) {
    let parts = text.split(separator: "{\(name)}", omittingEmptySubsequences: false)
    guard text.isHTTPAddress, parts.count == 2 else { return nil }
    (before, after) = (String(parts[0]), String(parts[1]))
  }

  /// The address of a value, whose bytes are percent-encoded but for those that are unreserved and slashes
  /// (RFC 3986, 2.3).
  public func address(of value: String) -> String { before + value.percentEncodedPath + after }
}

extension String {
  /// Whether it begins as a web address does, and has no blank.
  var isHTTPAddress: Bool {
    let start = lowercased()
    return (start.hasPrefix("https://") || start.hasPrefix("http://")) && !contains(where: \.isWhitespace)
      && utf8.count > "https://".utf8.count
  }

  fileprivate var percentEncodedPath: String {
    utf8.reduce(into: "") { path, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        path.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        path += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}
