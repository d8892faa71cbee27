import FlyingFox
import FlyingSocks
import Foundation

/// Serves a preview to browsers, and tells their pages when there is another one.
public struct PreviewServer: Sendable {
  private let address: PreviewAddress
  private let listeners: Listeners

  /// A server that has something to show from the start.
  public init(at address: PreviewAddress, showing preview: Preview) {
    self.address = address
    listeners = Listeners(preview)
  }

  /// Shows another preview from now on.
  public func show(_ preview: Preview) { listeners.show(preview) }

  /// Serves until the work beside it ends, or the task is cancelled.
  ///
  /// - Parameter work: gets the URL to open, once it can be opened.
  /// - Throws: `ServingError` where it cannot listen; what the work throws.
  public func run(_ work: @escaping @Sendable (_ url: String) async throws -> Void) async throws {
    let server = HTTPServer(
      address: address.socket, logger: .disabled,
      handler: ClosureHTTPHandler { [address, listeners] request in
        Self.response(to: request, at: address, listeners)
      })
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        do { try await server.run() } catch let error as SocketError {
          throw ServingError(error, at: address)
        }
      }
      group.addTask {
        while true {
          try await Task.sleep(for: .seconds(10))
          listeners.beat()
        }
      }
      group.addTask {
        try await server.waitUntilListening()
        try await work(address.url(port: await server.listeningAddress?.port ?? address.port))
      }
      try await group.next()
      group.cancelAll()
    }
  }
}

/// Why nothing can be served.
public struct ServingError: Error, CustomStringConvertible {
  /// The failure in a sentence.
  public let description: String

  fileprivate init(_ error: SocketError, at address: PreviewAddress) {
    let place = "\(address.host):\(address.port)"
    guard case .failed(_, let code, let message) = error else {
      description = "Cannot serve at \(place): \(error.localizedDescription)"
      return
    }
    description =
      code == EADDRINUSE
      ? "Another program serves at \(place); choose another port, or 0 for any that is free"
      : "Cannot serve at \(place): \(message)"
  }
}

extension Socket.Address {
  fileprivate var port: UInt16? {
    switch self {
    case .ip4(_, let port), .ip6(_, let port): port
    case .unix: nil
    }
  }
}
