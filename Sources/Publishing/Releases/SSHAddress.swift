/// A folder on a host that ssh leads to: `ssh://user@host:port/path`.
public struct SSHAddress: Hashable, Sendable {
  /// Who logs in; nil leaves it to ssh.
  public let user: String?
  /// The host, or what the configuration of ssh calls it; an IPv6 address without brackets.
  public let host: String
  /// The port; nil leaves it to ssh.
  public let port: Int?
  /// The absolute path of the folder.
  public let path: String

  static let scheme = "ssh://"
  static let pattern = "ssh://user@host/path"

  /// Takes an address apart. In its path `%20` stands for a blank, and so on, as in every URL.
  init(_ text: String) throws(PublishTarget.Problem) {
    let rest = text.dropFirst(Self.scheme.count)
    guard let slash = rest.firstIndex(of: "/") else { throw .noPath }
    var authority = rest[..<slash]
    user = try Self.user(&authority)
    (host, port) = try Self.hostAndPort(authority)
    guard let decoded = Self.percentDecoded(rest[slash...]) else { throw .escape }
    if decoded.unicodeScalars.contains(where: \.isControl) { throw .controlCharacter }
    let names = decoded.split(separator: "/")
    if names.isEmpty { throw .noPath }
    if names.contains(where: { $0 == "." || $0 == ".." }) { throw .path(decoded) }
    path = "/" + names.joined(separator: "/")
  }

  private static func user(_ authority: inout Substring) throws(PublishTarget.Problem) -> String? {
    guard let at = authority.lastIndex(of: "@") else { return nil }
    let user = authority[..<at]
    authority = authority[authority.index(after: at)...]
    if user.contains(":") { throw .password }
    guard user.wholeMatch(of: /[A-Za-z0-9._+@][A-Za-z0-9._+@-]*/) != nil else { throw .user(String(user)) }
    return String(user)
  }

  /// The text behind percent signs (RFC 3986, 2.1); nil where they are wrong, or where it is not UTF-8.
  private static func percentDecoded(_ text: Substring) -> String? {
    var (bytes, rest) = ([UInt8](), text.utf8)
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let digits = String(rest.prefix(2)), digits.wholeMatch(of: /[0-9A-Fa-f]{2}/) != nil,
        let decoded = UInt8(digits, radix: 16)
      else { return nil }
      bytes.append(decoded)
      rest.removeFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func hostAndPort(_ authority: Substring) throws(PublishTarget.Problem) -> (String, Int?) {
    if authority.isEmpty || authority.first == ":" { throw .noHost }
    guard let parts = authority.wholeMatch(of: /(?:\[([^\]]*)\]|([^:]*))(?::(.*))?/)?.output else {
      throw .host(String(authority))
    }
    let host = parts.1 ?? parts.2 ?? ""
    guard host.wholeMatch(of: parts.1 == nil ? /[A-Za-z0-9_][A-Za-z0-9._-]*/ : /[0-9A-Fa-f:.]+/) != nil else {
      throw .host(String(host))
    }
    guard let digits = parts.3 else { return (String(host), nil) }
    guard let port = Int(digits), (1...65535).contains(port) else { throw .port(String(digits)) }
    return (String(host), port)
  }
}

extension SSHAddress: CustomStringConvertible {
  /// The address, its path as it is read by people.
  public var description: String {
    let shown = host.contains(":") ? "[\(host)]" : host
    return Self.scheme + (user.map { $0 + "@" } ?? "") + shown + (port.map { ":\($0)" } ?? "") + path
  }
}
