/// When a team is at work anyway: days of the week, and a part of the day by the clocks of its zone.
///
/// What lies outside wakes people up, or takes their evening.
public struct OfficeHours: Hashable, Sendable {
  /// In the order of the week, at least one, each once.
  public let days: [Weekday]
  /// When work begins, in seconds since 00:00 by the clock.
  public let from: Int
  /// When it ends: after ``from``, at most 86 400, which is 24:00.
  public let to: Int

  /// Monday to Friday, 09:00 to 18:00.
  public static let standard = OfficeHours(
    valid: [.monday, .tuesday, .wednesday, .thursday, .friday], from: 9 * 3_600, to: 18 * 3_600)

  /// Nil without a day, and where `to` is not after `from` on the same day.
  public init?(days: some Sequence<Weekday>, from: Int, to: Int) {
    let days = Set(days)
    guard !days.isEmpty, from >= 0, from < to, to <= 86_400 else { return nil }
    self.init(valid: Weekday.allCases.filter(days.contains), from: from, to: to)
  }

  private init(valid days: [Weekday], from: Int, to: Int) {
    self.days = days
    self.from = from
    self.to = to
  }

  /// How many of the seconds between two moments are outside; 0 where `until` is not after `start`.
  ///
  /// A second is within where the clocks show a time that is: of an hour they show twice both count, of one they leave
  /// out none does.
  public func secondsOutside(from start: Timestamp, to end: Timestamp, in zone: TimeZoneRules) -> Int {
    zone.stretches(from: start.seconds, until: end.seconds).reduce(0) { outside, stretch in
      let within =
        secondsWithin(before: stretch.until + stretch.offset) - secondsWithin(before: stretch.from + stretch.offset)
      return outside + stretch.until - stretch.from - within
    }
  }

  /// The working seconds between a Monday's 00:00 and a time, both in seconds since 1970-01-01 00:00 by the clock.
  private func secondsWithin(before wall: Int) -> Int {
    let sinceMonday = wall + 3 * 86_400
    let intoWeek = (sinceMonday % 604_800 + 604_800) % 604_800
    let weeks = (sinceMonday - intoWeek) / 604_800
    return days.reduce(weeks * days.count * (to - from)) { sum, day in
      let midnight = day.ordinal * 86_400
      return sum + min(max(intoWeek - midnight - from, 0), to - from)
    }
  }
}

extension Weekday {
  /// 0 for Monday to 6 for Sunday.
  fileprivate var ordinal: Int {
    switch self {
    case .monday: 0
    case .tuesday: 1
    case .wednesday: 2
    case .thursday: 3
    case .friday: 4
    case .saturday: 5
    case .sunday: 6
    }
  }
}
