/// A moment in whole seconds, UTC: the only kind of time a record holds.
///
/// Written as RFC 3339 with `Z` (<https://www.rfc-editor.org/rfc/rfc3339>), from year 0001 to 9999.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z; negative before it.
  public let seconds: Int

  /// The first and last moment that can be written with a four-digit year.
  public static let range = -62_135_596_800...253_402_300_799

  /// Nil outside ``range``.
  public init?(seconds: Int) {
    guard Self.range.contains(seconds) else { return nil }
    self.seconds = seconds
  }

  /// 1970-01-01T00:00:00Z.
  static let epoch = Timestamp(clamping: 0)

  /// Clamped to ``range``, for sums of times that are already in it.
  private init(clamping seconds: Int) {
    self.seconds = min(max(seconds, Self.range.lowerBound), Self.range.upperBound)
  }

  /// The moment a civil date and time of day name in UTC; nil when the calendar has no such date (30 February) or clock
  /// no such time (24:00, a leap second).
  public init?(date: CivilDate, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
    self.init(seconds: date.daysSinceEpoch * 86_400 + hour * 3_600 + minute * 60 + second)
  }

  /// The UTC date this moment falls on.
  public var date: CivilDate {
    CivilDate(daysSinceEpoch: (seconds - secondOfDay) / 86_400)
  }

  /// Seconds since 00:00 UTC, 0 to 86 399.
  public var secondOfDay: Int {
    ((seconds % 86_400) + 86_400) % 86_400
  }

  /// Seconds from `earlier` to this moment; negative when `earlier` is later.
  public func seconds(since earlier: Timestamp) -> Int {
    seconds - earlier.seconds
  }

  /// The moment `seconds` later, kept within ``range``.
  public func adding(_ seconds: Int) -> Timestamp {
    let (sum, overflow) = self.seconds.addingReportingOverflow(seconds)
    return overflow ? Timestamp(clamping: seconds < 0 ? .min : .max) : Timestamp(clamping: sum)
  }

  /// The earlier first.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.seconds < right.seconds
  }
}

extension Timestamp: CustomStringConvertible {
  /// `2026-11-20T22:41:00Z`.
  public var description: String {
    "\(date)T\(clock(withSeconds: true))Z"
  }

  /// `22:41`, or `22:41:00`, in UTC.
  public func clock(withSeconds: Bool = false) -> String {
    let time = secondOfDay
    let text = twoDigits(time / 3_600) + ":" + twoDigits(time / 60 % 60)
    return withSeconds ? text + ":" + twoDigits(time % 60) : text
  }
}

/// `7` as `07`.
func twoDigits(_ number: Int) -> String {
  number < 10 ? "0\(number)" : String(number)
}

/// `7` as `0007`.
func fourDigits(_ number: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
