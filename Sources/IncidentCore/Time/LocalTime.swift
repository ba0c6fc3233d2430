/// What a calendar and a clock on the wall show somewhere: a date and a time of day, without a zone.
public struct LocalTime: Hashable, Comparable, Sendable {
  /// The date.
  public let date: CivilDate
  /// Seconds since 00:00 by the clock, 0 to 86 399.
  public let secondOfDay: Int

  /// Nil where `secondOfDay` is not 0 to 86 399.
  public init?(date: CivilDate, secondOfDay: Int = 0) {
    guard (0..<86_400).contains(secondOfDay) else { return nil }
    self.date = date
    self.secondOfDay = secondOfDay
  }

  /// What a clock shows that is read as though it were UTC.
  init(wall moment: Timestamp) {
    date = moment.date
    secondOfDay = moment.secondOfDay
  }

  /// Seconds since 1970-01-01 00:00 by the same clock, had it never been changed.
  var wallSeconds: Int { date.daysSinceEpoch * 86_400 + secondOfDay }

  /// The earlier first, by the same clock.
  public static func < (left: LocalTime, right: LocalTime) -> Bool {
    (left.date, left.secondOfDay) < (right.date, right.secondOfDay)
  }
}

extension LocalTime: CustomStringConvertible {
  /// `2026-10-25 02:30`, with seconds where there are any.
  public var description: String {
    let clock = twoDigits(secondOfDay / 3_600) + ":" + twoDigits(secondOfDay / 60 % 60)
    let seconds = secondOfDay % 60
    return "\(date) \(clock)" + (seconds == 0 ? "" : ":" + twoDigits(seconds))
  }
}
