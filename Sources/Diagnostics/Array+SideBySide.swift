import Dispatch
import Foundation
import Synchronization

extension Array where Element: Sendable {
  /// Transforms each element, on all processors at once. The results are in the order of the elements.
  ///
  /// - Parameter transform: is called at most once for each element, from several threads.
  /// - Throws: what it throws, of several errors the one of the first element. No other element is begun after an
  ///   error.
  public func mappedSideBySide<Output: Sendable, Failure: Error>(
    _ transform: @Sendable (Element) throws(Failure) -> Output
  ) throws(Failure) -> [Output] {
    typealias Made = (index: Int, result: Result<Output, Failure>)
    let next = Atomic(0)
    let all = Mutex<[Made]>([])
    let workers = Swift.min(count, ProcessInfo.processInfo.activeProcessorCount)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      var some: [Made] = []
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { break }
        do throws(Failure) {
          some.append((index, .success(try transform(self[index]))))
        } catch {
          some.append((index, .failure(error)))
          next.store(count, ordering: .relaxed)
        }
      }
      all.withLock { $0 += some }
    }
    let ordered = all.withLock { $0 }.sorted { $0.index < $1.index }
    return try ordered.map { made throws(Failure) in try made.result.get() }
  }

  /// Transforms each element, on all processors at once. The results are in the order of the elements, and so is what
  /// is found on the way.
  ///
  /// - Parameters:
  ///   - diagnostics: gets what is found.
  ///   - transform: is called once for each element, from several threads.
  public func mappedSideBySide<Output: Sendable>(
    _ diagnostics: inout [Diagnostic], _ transform: @Sendable (Element, inout [Diagnostic]) -> Output
  ) -> [Output] {
    let made = mappedSideBySide { element in
      var found: [Diagnostic] = []
      return (output: transform(element, &found), found: found)
    }
    diagnostics += made.flatMap(\.found)
    return made.map(\.output)
  }
}
