import Dispatch
import Foundation
import Synchronization

extension Array where Element: Sendable {
  /// Transforms each element, on all processors at once. The results are in the order of the elements, and so is what
  /// is found on the way.
  ///
  /// - Parameters:
  ///   - diagnostics: gets what is found.
  ///   - transform: is called once for each element, from several threads.
  public func mappedSideBySide<Result: Sendable>(
    _ diagnostics: inout [Diagnostic], _ transform: @Sendable (Element, inout [Diagnostic]) -> Result
  ) -> [Result] {
    typealias Made = (index: Int, result: Result, found: [Diagnostic])
    let next = Atomic(0)
    let all = Mutex<[Made]>([])
    let workers = Swift.min(count, ProcessInfo.processInfo.activeProcessorCount)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      var some: [Made] = []
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { break }
        var found: [Diagnostic] = []
        let result = transform(self[index], &found)
        some.append((index, result, found))
      }
      all.withLock { $0 += some }
    }
    let ordered = all.withLock { $0 }.sorted { $0.index < $1.index }
    diagnostics += ordered.flatMap(\.found)
    return ordered.map(\.result)
  }
}
