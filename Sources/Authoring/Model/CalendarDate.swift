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
