import Tailoring

extension Words {
  /// Three estimates in one phrase: `20, 27 or 42 weeks`; short ones in working days.
  func length(_ estimates: Schedule.Estimates) -> String {
    let inWeeks = estimates.high >= 10
    let numbers = [estimates.low, estimates.likely, estimates.high].map { days in
      number((inWeeks ? days / 5 : days).rounded(.up))
    }
    let unit = inWeeks ? weeks(numbers[2]) : workingDays(numbers[2])
    guard numbers[0] != numbers[2] else { return "\(numbers[0]) \(unit)" }
    return "\(numbers[0]), \(numbers[1]) \(or) \(numbers[2]) \(unit)"
  }

  /// How long a plan takes.
  func length(of schedule: Schedule) -> String { length(schedule.length) }

  /// `week 3`, counted from 1; the week in which a number of working days has passed.
  func week(ofDay days: Double) -> String { "week \(number((days / 5).rounded(.down) + 1))" }

  /// `1 person`, `3 people`
  func people(_ count: Int) -> String { count == 1 ? "1 person" : "\(number(Int64(count))) people" }

  private func weeks(_ number: String) -> String { number == "1" ? "week" : "weeks" }

  private func workingDays(_ number: String) -> String { number == "1" ? "working day" : "working days" }
}
