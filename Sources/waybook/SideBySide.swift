import Foundation

extension Array where Element: Sendable {
  /// Transforms each element, one on each processor at a time, and keeps their order.
  func mappedSideBySide<Result: Sendable>(_ transform: @escaping @Sendable (Element) throws -> Result)
    async throws
    -> [Result]
  {
    let workers = ProcessInfo.processInfo.activeProcessorCount
    return try await withThrowingTaskGroup(of: [(index: Int, result: Result)].self) { group in
      for worker in 0..<workers {
        group.addTask {
          try stride(from: worker, to: count, by: workers).map { index in
            try Task.checkCancellation()
            return (index, try transform(self[index]))
          }
        }
      }
      var results: [(index: Int, result: Result)] = []
      for try await some in group { results += some }
      return results.sorted { $0.index < $1.index }.map(\.result)
    }
  }
}
