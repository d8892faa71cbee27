#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A second of the clock, in UTC.
public struct UTCTime: Hashable, Sendable {
  /// The seconds since 1970, without leap seconds.
  public let seconds: Int

  /// A second after, or before, the beginning of 1970.
  public init(seconds: Int) { self.seconds = seconds }

  /// Reads what `description` writes.
  public init?(_ text: some StringProtocol) {
    let text = String(text)
    guard let parts = text.wholeMatch(of: /(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/)?.output else {
      return nil
    }
    func number(_ digits: Substring) -> Int32 { Int32(digits) ?? 0 }
    var time = tm()
    (time.tm_year, time.tm_mon, time.tm_mday) = (number(parts.1) - 1900, number(parts.2) - 1, number(parts.3))
    (time.tm_hour, time.tm_min, time.tm_sec) = (number(parts.4), number(parts.5), number(parts.6))
    seconds = Int(timegm(&time))
    guard description == text else { return nil }  // The 31st of a month that has 30 days.
  }
}

extension UTCTime: Comparable, CustomStringConvertible {
  /// By time.
  public static func < (a: Self, b: Self) -> Bool { a.seconds < b.seconds }

  /// The basic form of ISO 8601, which sorts by time: `20261123T054000Z`.
  public var description: String {
    var (seconds, time) = (time_t(seconds), tm())
    gmtime_r(&seconds, &time)
    func digits(_ number: Int32, _ count: Int = 2) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    return digits(time.tm_year + 1900, 4) + digits(time.tm_mon + 1) + digits(time.tm_mday) + "T"
      + digits(time.tm_hour) + digits(time.tm_min) + digits(time.tm_sec) + "Z"
  }
}
