import Dispatch
import Foundation
import Synchronization

/// Ends the program as a signal would have, so that a shell sees it, also where whoever started it had it blocked.
func endBySignal(_ number: Int32) -> Never {
  signal(number, SIG_DFL)
  var signals = sigset_t()
  sigemptyset(&signals)
  sigaddset(&signals, number)
  pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  raise(number)
  _exit(128 + number)
}

/// Does work that a signal cancels: it takes away what it has made for a while, and then the program ends by the signal.
func endedBySignals<Result: Sendable>(_ work: @escaping @Sendable () async throws -> Result) async throws
  -> Result
{
  let task = Task { try await work() }
  let received = Mutex<Int32?>(nil)
  let sources = [SIGINT, SIGTERM, SIGHUP].map { number in
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler {
      received.withLock { $0 = number }
      task.cancel()
    }
    source.activate()
    return source
  }
  let result = await task.result
  if let number = received.withLock(\.self) { endBySignal(number) }
  for source in sources {
    source.cancel()
    signal(Int32(source.handle), SIG_DFL)
  }
  return try result.get()
}
