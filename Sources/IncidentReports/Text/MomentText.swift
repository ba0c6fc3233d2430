public import IncidentCore

/// A moment as people read it, always in UTC and always saying so: the only spelling on every page, in every message
/// and document. (A list's column has the date in digits, for its width and its order.)
public enum MomentText {
  /// `5 March 2024 14:00 UTC`: for a moment that stands alone, or in a text that is kept. Seconds are left out.
  public static func full(_ moment: Timestamp) -> String {
    "\(date(moment.date)) \(clock(moment))"
  }

  /// `14:00 UTC` on the UTC day of `other`, else ``full(_:)``: for a moment beside one whose day the reader knows, such as
  /// the present.
  public static func short(_ moment: Timestamp, near other: Timestamp) -> String {
    moment.date == other.date ? clock(moment) : full(moment)
  }

  /// `14:00 UTC`.
  private static func clock(_ moment: Timestamp) -> String {
    "\(moment.clock()) UTC"
  }

  /// `5 March 2024`: no order of day and month to guess.
  static func date(_ date: CivilDate) -> String {
    "\(date.day) \(months[date.month - 1]) \(date.year)"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
