import FlyingSocks
import Foundation

/// Where a preview is served: an address of this computer, and a port.
public struct PreviewAddress: Sendable {
  /// The IP address, as it stands in a URL: one of version 6 in brackets.
  public let host: String
  /// The port; 0 for any that is free.
  public let port: UInt16
  let socket: any SocketAddress

  /// Takes an IP address, or `localhost`; nil for anything else.
  public init?(host: String, port: UInt16) {
    let name = host == "localhost" ? "127.0.0.1" : host
    if let socket = try? sockaddr_in.inet(ip4: name, port: port) {
      (self.host, self.socket) = (name, socket)
    } else if let socket = try? sockaddr_in6.inet6(ip6: name, port: port) {
      (self.host, self.socket) = ("[\(name)]", socket)
    } else {
      return nil
    }
    self.port = port
  }

  /// Whether nobody but this computer can reach it.
  public var isLoopback: Bool { host.hasPrefix("127.") || host == "[::1]" }

  /// The address to open, with the port that was found.
  func url(port: UInt16) -> String {
    let name = host == "0.0.0.0" ? "127.0.0.1" : host == "[::]" ? "[::1]" : host
    return "http://\(name):\(port)/"
  }

  /// Whether a request is meant for this server, by its `Host`.
  ///
  /// A page elsewhere can let its own name lead to this computer, to read what only it can reach. Such a request bears
  /// that name; the port tells nothing, and may be another one behind a tunnel.
  func accepts(host header: String?) -> Bool {
    guard let header = header?.lowercased() else { return false }
    let name = header.replacing(#/:[0-9]+$/#, with: "")
    if ["localhost", "127.0.0.1", "[::1]", host.lowercased()].contains(name) { return true }
    let isEverywhere = host == "0.0.0.0" || host == "[::]"
    return isEverywhere && Self.isAddress(name)
  }

  /// Whether a name in a URL is an IP address: nobody can make that one lead elsewhere.
  private static func isAddress(_ name: String) -> Bool {
    if name.hasPrefix("["), name.hasSuffix("]") {
      return (try? sockaddr_in6.inet6(ip6: String(name.dropFirst().dropLast()), port: 0)) != nil
    }
    return (try? sockaddr_in.inet(ip4: name, port: 0)) != nil
  }
}
