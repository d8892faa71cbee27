import Foundation

/// One request over a socket, byte for byte as it is written, and what comes back.
public struct HTTPExchange {
  /// The status code; 0 where nothing came.
  public let status: Int
  /// The fields of the response by their names in lower case.
  public let fields: [String: String]
  /// What follows the fields.
  public let body: String

  /// Sends a request to this computer.
  ///
  /// - Parameters:
  ///   - path: the target as it is sent.
  ///   - method: what stands before it.
  ///   - host: the field `Host`; the server's own where it is nil.
  ///   - end: a text after which no more is read, for a response that does not end.
  public init(
    _ path: String, method: String = "GET", port: UInt16, host: String? = nil, until end: String? = nil
  ) throws {
    #if canImport(Darwin)
      let descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #else
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    let fields = "Host: \(host ?? "127.0.0.1:\(port)")\r\nConnection: close\r\n\r\n"
    try handle.write(contentsOf: Data("\(method) \(path) HTTP/1.1\r\n\(fields)".utf8))
    var data = Data()
    while end.map({ !data.contains($0.utf8) }) ?? true {
      let some = handle.availableData
      if some.isEmpty { break }
      data += some
    }
    // How much has come with it is the network's affair.
    if let range = end.flatMap({ data.firstRange(of: Data($0.utf8)) }) { data = data[..<range.upperBound] }
    self.init(String(decoding: data, as: UTF8.self))
  }

  private init(_ text: String) {
    let head = text.firstRange(of: "\r\n\r\n").map { text[..<$0.lowerBound] } ?? text[...]
    let lines = head.split(separator: "\r\n")
    status = lines.first.flatMap { $0.split(separator: " ").dropFirst().first }.flatMap { Int($0) } ?? 0
    let pairs = lines.dropFirst().map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      return (parts[0].lowercased(), parts.dropFirst().joined().trimmingCharacters(in: .whitespaces))
    }
    fields = Dictionary(pairs) { first, _ in first }
    // The empty line is two characters, of two bytes each.
    body = String(text.dropFirst(head.count + 2))
  }
}

extension Data {
  fileprivate func contains(_ text: String.UTF8View) -> Bool { firstRange(of: Data(text)) != nil }
}
