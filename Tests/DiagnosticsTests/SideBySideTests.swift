import Diagnostics
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
}
