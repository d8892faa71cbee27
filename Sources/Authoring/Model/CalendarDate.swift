/// A day of the proleptic Gregorian calendar, written `2026-11-20`.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1 January 1970.
  public let dayNumber: Int
  /// The day in ISO 8601 form.
  public let description: String

  /// Reads `YYYY-MM-DD`; nil where the text has another form or there is no such day.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    let digits = bytes.enumerated().allSatisfy { index, byte in
      index == 4 || index == 7 ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte)
    }
    guard bytes.count == 10, digits else { return nil }
    func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1) - 0x30 } }
    let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
    guard (1...12).contains(month), (1...Self.days(inMonth: month, of: year)).contains(day) else {
      return nil
    }
    dayNumber = Self.daysBefore(year: year, month: month) + day - 1
    description = text
  }

  /// Whether a day comes before another.
  public static func < (a: Self, b: Self) -> Bool { a.dayNumber < b.dayNumber }

  /// The days from another date to this one; negative where the other is later.
  public func days(since other: CalendarDate) -> Int { dayNumber - other.dayNumber }

  /// The day that comes so many working days later; weekends do not count, holidays do. From a weekend the
  /// count begins on Monday.
  ///
  /// - Parameter workingDays: 0 for the day itself, or more.
  public func adding(workingDays: Int) -> CalendarDate {
    // 1 January 1970 was a Thursday.
    let weekday = (dayNumber % 7 + 7 + 3) % 7
    let monday = weekday >= 5 ? dayNumber + 7 - weekday : dayNumber
    let days = (weekday >= 5 ? 0 : weekday) + workingDays
    return CalendarDate(dayNumber: monday - (weekday >= 5 ? 0 : weekday) + days / 5 * 7 + days % 5)
  }

  /// The day of a number, after Howard Hinnant's `civil_from_days`.
  private init(dayNumber: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func padded(_ number: Int, _ count: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
    self.dayNumber = dayNumber
    description =
      "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, 2))"
  }

  private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days from 1 January 1970 to the first of a month, after Howard Hinnant's `days_from_civil`:
  /// years begin in March, so that the leap day is the last of its year.
  private static func daysBefore(year: Int, month: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
