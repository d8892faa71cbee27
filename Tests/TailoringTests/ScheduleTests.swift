import Authoring
import Diagnostics
import Tailoring
import Testing

/// Steps written as `a 2`, `b 3 needs a`, `c 1 wait 5`, `g 1 gate`.
private func steps(_ lines: [String]) -> [String: String] {
  var files: [String: String] = [:]
  for (index, line) in lines.enumerated() {
    let words = line.split(separator: " ").map(String.init)
    func value(_ key: String) -> String? {
      words.firstIndex(of: key).flatMap { words.indices.contains($0 + 1) ? words[$0 + 1] : nil }
    }
    var text = "---\ntitle: \(words[0])\nphase: one\n"
    if let needs = value("needs") { text += "needs: [\(needs)]\n" }
    if let days = Double(words.count > 1 ? words[1] : "") {
      text += "effort:\n  low: \(days / 2)\n  likely: \(days)\n  high: \(days * 2)\n"
    }
    if let wait = value("wait") { text += "wait: \(wait)\n" }
    if words.contains("gate") {
      text += "gate:\n  - id: go\n    title: Go\n    when: answers.go\n  - id: halt\n    title: Halt\n"
    }
    files["steps/\(index + 10)-\(words[0]).md"] = text + "---\n"
  }
  return files
}

private let questions = question("go", "boolean")

@Suite struct ScheduleTests {
  private func schedule(_ lines: [String], _ answers: String = "") throws -> Schedule? {
    let fixture = try Fixture(
      more: "phases:\n  - id: one\n    title: One\n", questions: questions, steps(lines))
    return try fixture(answers).schedule
  }

  @Test(
    arguments: [
      (["a 2", "b 3 needs a"], "people: 1", 5.0, "a b"),
      (["a 2", "b 3"], "people: 1", 5, "a b"),
      (["a 2", "b 3"], "people: 2", 3, "b"),
      (["a 2", "b 3"], "people: 1\navailability: 0.5", 10, "a b"),
      (["a 1 wait 5", "b 4"], "people: 1", 6, "a"),
      (["a 1 wait 5", "b 2", "c 1 needs a"], "people: 1", 7, "a c"),
      (["a 3", "b 2", "c 1"], "people: 2", 3, "a"),
      (["a 3", "b 2", "c 2"], "people: 2", 4, "b c"),
      (["a 2", "b", "c 1 needs b"], "people: 1", 3, "a c"),
      (["a 0", "b 4 needs a"], "people: 3", 4, "b"),
    ] as [([String], String, Double, String)])
  func workIsGivenToPeopleInTheOrderOfThePlan(lines: [String], answers: String, length: Double, path: String)
    throws
  {
    let schedule = try #require(try schedule(lines, answers))
    #expect(schedule.length.likely == length)
    #expect(schedule.criticalPath.map(\.text).joined(separator: " ").hasSuffix(path))
    #expect(schedule.items.filter(\.isCritical).map(\.step) == schedule.criticalPath)
  }

  /// The network of Kelley and Walker's kind: the longest way through it is its length, whoever is free.
  @Test func withEnoughPeopleTheLongestWayCounts() throws {
    let lines = ["a 3", "b 2", "c 4 needs a", "d 6 needs b", "e 5 needs c,d", "f 1 needs b"]
    let schedule = try #require(try schedule(lines, "people: 9"))
    #expect(schedule.length.all == [6.5, 13, 26])
    #expect(schedule.work.all == [10.5, 21, 42])
    #expect(schedule.criticalPath.map(\.text) == ["b", "d", "e"])
  }

  @Test func whatIsDoneOrSkippedTakesNoTimeAndWhatIsBegunTakesAllOfIt() throws {
    let progress =
      "progress:\n  a:\n    status: done\n  b:\n    status: skipped\n  c:\n    status: in_progress\n"
    let schedule = try #require(try schedule(["a 5", "b 5", "c 3 needs a", "d 1"], progress))
    #expect(schedule.items.map(\.step.text) == ["c", "d"])
    #expect(schedule.length.likely == 4)
  }

  @Test func itEndsAtTheFirstOpenGate() throws {
    let lines = ["a 1", "g 1 needs a gate", "b 9 needs g"]
    let open = try #require(try schedule(lines))
    #expect(open.items.map(\.step.text) == ["a", "g"])
    #expect(open.gate?.text == "g")
    let decided = try #require(try schedule(lines, "answers:\n  go: true\n"))
    #expect(decided.items.map(\.step.text) == ["a", "g", "b"])
    #expect(decided.gate == nil)
  }

  @Test func withoutPeopleOneIsAssumedAndWithoutEstimatesThereIsNone() throws {
    let schedule = try #require(try schedule(["a 1", "b 1", "c"]))
    #expect(schedule.people == 1 && schedule.isForOnePersonAssumed)
    #expect(schedule.items.map(\.isUnestimated) == [false, false, true])
    #expect(try self.schedule(["a", "b"]) == nil)
    #expect(try self.schedule([]) == nil)
  }

  @Test(arguments: [
    ("2027-01-08", ["2027-01-08 2027-01-11", "2027-01-12 2027-01-12"]),
    ("2027-01-09", ["2027-01-11 2027-01-12", "2027-01-13 2027-01-13"]),
    ("2028-02-28", ["2028-02-28 2028-02-29", "2028-03-01 2028-03-01"]),
  ])
  func datesCountWorkingDays(start: String, expected: [String]) throws {
    let schedule = try #require(try schedule(["a 2", "b 1 needs a"], "start: \(start)\npeople: 1"))
    let dates = schedule.items.compactMap { schedule.dates(of: $0.likely) }
    #expect(dates.map { "\($0.lowerBound) \($0.upperBound)" } == expected)
    #expect(schedule.likelyEnd?.description == expected.last?.suffix(10).description)
  }

  @Test func whatIsLeftBeginsWithTheNewestProgress() throws {
    let schedule = try #require(
      try schedule(
        ["a 2", "b 1"], "start: 2027-01-04\nprogress:\n  a:\n    status: done\n    on: 2027-02-03\n"))
    #expect(schedule.start?.description == "2027-02-03")
  }
}

@Suite struct WorkingDayTests {
  /// Each day but Saturdays and Sundays is the next working day of the one before it.
  @Test func workingDaysAreCountedOneByOne() throws {
    var day = try #require(CalendarDate("1999-12-31"))
    for _ in 0..<3000 {
      let next = day.adding(workingDays: 1)
      #expect(next.days(since: day) == (next.days(since: day) == 3 ? 3 : 1))
      #expect(CalendarDate(next.description) == next)
      day = next
    }
    #expect(day == CalendarDate("1999-12-31")?.adding(workingDays: 3000))
    #expect(day.description == "2011-07-01")
  }
}

extension Schedule.Estimates {
  fileprivate var all: [Double] { [low, likely, high] }
}
