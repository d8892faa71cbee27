import FlyingSocks
import Synchronization

/// The preview of now, and the pages that listen for the next one.
final class Listeners: Sendable {
  private struct Listener {
    let page: String
    var lastMessage: [UInt8]
    let messages: AsyncStream<[UInt8]>.Continuation
  }

  private struct State {
    var preview: Preview
    var count = 0
    var listeners: [Int: Listener] = [:]
  }

  private let state: Mutex<State>

  init(_ preview: Preview) { state = Mutex(State(preview: preview)) }

  /// What there is to see.
  var preview: Preview { state.withLock(\.preview) }

  /// Takes another preview, and tells each page whose message is another one now.
  func show(_ preview: Preview) {
    state.withLock { state in
      state.preview = preview
      for (id, listener) in state.listeners {
        let message = preview.message(to: listener.page)
        guard message != listener.lastMessage else { continue }
        state.listeners[id]?.lastMessage = message
        listener.messages.yield(message)
      }
    }
  }

  /// Says nothing to all of them, so that those who are gone are found out.
  func beat() {
    state.withLock { for listener in $0.listeners.values { listener.messages.yield([UInt8](":\n\n".utf8)) } }
  }

  /// The messages to a page, beginning with how it stands.
  func messages(to page: String) -> MessageBytes {
    let (stream, messages) = AsyncStream.makeStream(of: [UInt8].self, bufferingPolicy: .bufferingNewest(16))
    let id = state.withLock { state in
      let message = state.preview.message(to: page)
      state.count += 1
      state.listeners[state.count] = Listener(page: page, lastMessage: message, messages: messages)
      messages.yield([UInt8]("retry: 1000\n".utf8) + message)
      return state.count
    }
    messages.onTermination = { [weak self] _ in
      // Another thread may hold the lock while it yields, and must not be waited for from within.
      Task { self?.forget(id) }
    }
    return MessageBytes(messages: stream)
  }

  private func forget(_ id: Int) { state.withLock { _ = $0.listeners.removeValue(forKey: id) } }
}

/// Messages as the bytes of a body that does not end.
struct MessageBytes: AsyncBufferedSequence {
  typealias Element = UInt8

  let messages: AsyncStream<[UInt8]>

  func makeAsyncIterator() -> Iterator { Iterator(messages: messages.makeAsyncIterator()) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var messages: AsyncStream<[UInt8]>.Iterator
    private var rest: ArraySlice<UInt8> = []

    init(messages: AsyncStream<[UInt8]>.Iterator) { self.messages = messages }

    mutating func next() async throws -> UInt8? { try await nextBuffer(suggested: 1)?.first }

    mutating func nextBuffer(suggested count: Int) async throws -> ArraySlice<UInt8>? {
      if rest.isEmpty {
        guard let message = await messages.next() else { return nil }
        rest = message[...]
      }
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count)
    }
  }
}
