public import IncidentCore
import Mustache

/// A moment as people read it, always in UTC and always saying so.
public enum MomentText {
  /// `5 March 2024 14:00 UTC`.
  public static func full(_ moment: Timestamp) -> String {
    "\(date(moment.date)) \(clock(moment))"
  }

  /// `14:00 UTC` on the day of `other`, else ``full(_:)``.
  public static func short(_ moment: Timestamp, near other: Timestamp) -> String {
    moment.date == other.date ? clock(moment) : full(moment)
  }

  /// `14:00 UTC`.
  public static func clock(_ moment: Timestamp) -> String {
    "\(moment.clock()) UTC"
  }

  /// `5 March 2024`: no order of day and month to guess.
  public static func date(_ date: CivilDate) -> String {
    "\(date.day) \(months[date.month - 1]) \(date.year)"
  }

  /// Every form a template may want.
  static func value(_ moment: Timestamp, near now: Timestamp) -> MustacheValue {
    .object(members(of: moment, near: now))
  }

  static func members(of moment: Timestamp, near now: Timestamp) -> [String: MustacheValue] {
    [
      "full": .string(full(moment)), "short": .string(short(moment, near: now)), "clock": .string(moment.clock()),
      "date": .string(date(moment.date)), "iso": .string(moment.description),
    ]
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
