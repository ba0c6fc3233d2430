/// A stretch of the calendar that numbers are gathered by, cut at midnight by the clocks of one zone.
public enum PeriodUnit: String, CaseIterable, Sendable {
  /// Monday to Sunday: a week of ISO 8601 (<https://www.iso.org/iso-8601-date-and-time-format.html>).
  case week
  /// January, February, …
  case month
  /// Three months from the first of January, April, July or October.
  case quarter
  /// January to December.
  case year

  /// The period that a moment falls into.
  public func period(containing moment: Timestamp, in zone: TimeZoneRules) -> Period {
    period(number(containing: moment, in: zone), in: zone)
  }

  /// The one before the period of this unit that `period` begins in.
  public func period(before period: Period, in zone: TimeZoneRules) -> Period {
    self.period(number(containing: period.from, in: zone) - 1, in: zone)
  }

  /// The one after the period of this unit that `period` begins in.
  public func period(after period: Period, in zone: TimeZoneRules) -> Period {
    self.period(number(containing: period.from, in: zone) + 1, in: zone)
  }

  /// All that have a part between two moments, the earliest first; none where `until` is not after `from`. They follow
  /// each other without a gap.
  public func periods(from: Timestamp, until: Timestamp, in zone: TimeZoneRules) -> [Period] {
    guard from < until else { return [] }
    let first = number(containing: from, in: zone)
    let last = number(containing: until.adding(-1), in: zone)
    return (first...max(first, last)).map { period($0, in: zone) }
  }

  /// The period of a number; at the ends of the years 1 to 9999 it is kept within them.
  func period(_ number: Int, in zone: TimeZoneRules) -> Period {
    Period(from: start(of: number, in: zone), until: start(of: number + 1, in: zone), label: label(number))
  }

  /// Periods are counted: years from the year 0, quarters and months from its January, weeks from that of 1970-01-01.
  func number(containing moment: Timestamp, in zone: TimeZoneRules) -> Int {
    let date = zone.local(moment).date
    var number =
      switch self {
      case .week: Self.week(of: date.daysSinceEpoch)
      case .month: date.year * 12 + date.month - 1
      case .quarter: date.year * 4 + (date.month - 1) / 3
      case .year: date.year
      }
    // Clocks put back over midnight (St. John's, 00:01 to 23:01) show the day before once more: the cut was at the first.
    if moment >= start(of: number + 1, in: zone) { number += 1 }
    return number
  }

  private func start(of number: Int, in zone: TimeZoneRules) -> Timestamp {
    Timestamp.epoch.adding(zone.firstMoment(atOrAfterWall: firstDay(of: number) * 86_400))
  }

  /// In days since 1970-01-01.
  private func firstDay(of number: Int) -> Int {
    switch self {
    case .week: number * 7 - 3
    case .month: CivilDate.daysSinceEpoch(year: number / 12, month: number % 12 + 1, day: 1)
    case .quarter: CivilDate.daysSinceEpoch(year: number / 4, month: number % 4 * 3 + 1, day: 1)
    case .year: CivilDate.daysSinceEpoch(year: number, month: 1, day: 1)
    }
  }

  /// `2026-W41`, `2026-10`, `2026-Q4`, `2026`.
  private func label(_ number: Int) -> String {
    switch self {
    case .week:
      // A week is of the year that has its Thursday.
      let thursday = firstDay(of: number) + 3
      let year = CivilDate(daysSinceEpoch: thursday).year
      let newYear = CivilDate.daysSinceEpoch(year: year, month: 1, day: 1)
      return "\(fourDigits(year))-W\(twoDigits((thursday - newYear) / 7 + 1))"
    case .month: return "\(fourDigits(number / 12))-\(twoDigits(number % 12 + 1))"
    case .quarter: return "\(fourDigits(number / 4))-Q\(number % 4 + 1)"
    case .year: return fourDigits(number)
    }
  }

  /// The number of the week that a day falls into, given in days since 1970-01-01, a Thursday.
  static func week(of day: Int) -> Int {
    ((day + 3) - ((day + 3) % 7 + 7) % 7) / 7
  }
}
