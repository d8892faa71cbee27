import Tailoring

// Numbers of things. A count is "one" where it is written as 1.
extension Words {
  /// `1 point`, `2.4 points`
  func points(_ count: Double) -> String { counted(rounded(count), .onePoint, .points) }

  /// `1 working day`, `2 working days`
  func workingDays(_ count: Double) -> String { counted(rounded(count), .oneWorkingDay, .workingDays) }

  /// `1 person-day`, `2.5 person-days`
  func personDays(_ count: Double) -> String { counted(rounded(count), .onePersonDay, .personDays) }

  /// `1 person`, `3 people`
  func people(_ count: Int) -> String { counted(number(Int64(count)), .onePerson, .people) }

  /// `3 more open questions`
  func moreQuestions(_ count: Int) -> String {
    counted(number(Int64(count)), .oneMoreQuestion, .moreQuestions)
  }

  /// Three estimates in one phrase: `20 to 42 weeks, most likely 27`; short ones in working days.
  func length(_ estimates: Schedule.Estimates) -> String {
    let inWeeks = estimates.high >= 10
    let numbers = [estimates.low, estimates.likely, estimates.high].map { days in
      number((inWeeks ? days / 5 : days).rounded(.up))
    }
    let (one, many): (Key, Key) = inWeeks ? (.oneWeek, .weeks) : (.oneWorkingDay, .workingDays)
    guard numbers[0] != numbers[2] else { return counted(numbers[0], one, many) }
    let range = self(many, self(.numberRange, numbers[0], numbers[2]))
    return self(.threeEstimates, range, numbers[1])
  }

  /// How long a plan takes.
  func length(of schedule: Schedule) -> String { length(schedule.length) }

  /// `week 3`, counted from 1; the week in which a number of working days has passed.
  func week(ofDay days: Double) -> String { self(.weekNumber, number((days / 5).rounded(.down) + 1)) }

  private func counted(_ number: String, _ one: Key, _ many: Key) -> String {
    self(number == "1" ? one : many, number)
  }
}
