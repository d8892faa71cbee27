import Diagnostics
import Foundation
import Synchronization
import Testing

@Suite struct SideBySideTests {
  @Test(arguments: [0, 1, 2, 7, 1_000])
  func resultsAndFindingsKeepTheOrderOfTheElements(count: Int) {
    let numbers = Array(0..<count)
    let calls = Atomic(0)
    var found = [Diagnostic(.warning, "test.before", at: nil, "Before")]
    let squares = numbers.mappedSideBySide(&found) { number, found in
      calls.wrappingAdd(1, ordering: .relaxed)
      if number.isMultiple(of: 3) { found.append(Diagnostic(.error, "test.three", at: nil, "\(number)")) }
      return number * number
    }
    #expect(squares == numbers.map { $0 * $0 })
    #expect(found.map(\.message) == ["Before"] + stride(from: 0, to: count, by: 3).map(String.init))
    #expect(calls.load(ordering: .relaxed) == count)
  }

  @Test func theFirstErrorIsThrownAndNothingIsBegunAfterIt() {
    struct Refused: Error, Equatable { let number: Int }
    let numbers = Array(0..<100_000)
    let calls = Atomic(0)
    #expect(throws: Refused(number: 10)) {
      try numbers.mappedSideBySide { number throws(Refused) in
        calls.wrappingAdd(1, ordering: .relaxed)
        if number >= 10 { throw Refused(number: number) }
        return number
      }
    }
    // Each processor may have begun one more before it knew.
    #expect(calls.load(ordering: .relaxed) <= 11 + ProcessInfo.processInfo.activeProcessorCount)
  }
}
