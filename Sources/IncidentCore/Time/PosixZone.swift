/// What a POSIX `TZ` text says: an offset from UTC, and maybe another one for a part of every year.
///
/// The grammar is that of POSIX.1-2024, section 8.3
/// (<https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html>), with the hours of -167 to 167 in rules
/// that RFC 9636, section 3.3.1 (<https://www.rfc-editor.org/rfc/rfc9636#section-3.3.1>) allows.
struct PosixZone: Hashable, Sendable {
  /// Seconds east of Greenwich outside ``daylight``.
  let standardOffset: Int
  /// The part of the year that differs; nil where none does.
  let daylight: Daylight?

  /// The other offset, and when it counts. It may be the smaller one, as in Ireland, whose winter time it is.
  struct Daylight: Hashable, Sendable {
    /// Seconds east of Greenwich.
    let offset: Int
    /// When it begins, by the clock of the standard offset.
    let start: PosixZoneRule
    /// When it ends, by the clock of ``offset``.
    let end: PosixZoneRule
  }

  /// Seconds east of Greenwich at a moment, in seconds since 1970.
  func offset(at moment: Int) -> Int {
    guard let daylight else { return standardOffset }
    let year = Self.year(of: moment + standardOffset)
    // Rules reach a week into the years beside theirs; south of the equator a stretch ends in the year after.
    for year in (year - 2)...(year + 1) {
      let start = start(of: daylight, in: year)
      guard start <= moment else { continue }
      var end = end(of: daylight, in: year)
      if end <= start { end = self.end(of: daylight, in: year + 1) }
      if moment < end { return daylight.offset }
    }
    return standardOffset
  }

  /// The moments after `first` and before `last` at which the offset may change, in order.
  func changes(after first: Int, before last: Int) -> [Int] {
    guard let daylight, first < last else { return [] }
    var moments: [Int] = []
    for year in (Self.year(of: first) - 1)...(Self.year(of: last) + 1) {
      moments.append(start(of: daylight, in: year))
      moments.append(end(of: daylight, in: year))
    }
    return moments.filter { $0 > first && $0 < last }.sorted()
  }

  private func start(of daylight: Daylight, in year: Int) -> Int {
    daylight.start.wallSeconds(in: year) - standardOffset
  }

  private func end(of daylight: Daylight, in year: Int) -> Int {
    daylight.end.wallSeconds(in: year) - daylight.offset
  }

  private static func year(of wallSeconds: Int) -> Int {
    Timestamp.epoch.adding(wallSeconds).date.year
  }
}

/// When in a year a clock changes.
struct PosixZoneRule: Hashable, Sendable {
  /// How the day is named.
  enum Day: Hashable, Sendable {
    /// `Jn`, 1 to 365: 29 February is never counted.
    case julian(Int)
    /// `n`, 0 to 365: it is counted where there is one.
    case ordinal(Int)
    /// `Mm.w.d`: the `week`-th such weekday of the month, the last one for 5; Sunday is 0.
    case weekday(Int, week: Int, month: Int)
  }

  let day: Day
  /// Seconds after 00:00 of that day by the clock before the change, -167 h to 167 h.
  let time: Int

  /// Seconds since 1970-01-01 00:00 by that clock.
  func wallSeconds(in year: Int) -> Int {
    dayNumber(in: year) * 86_400 + time
  }

  /// Days since 1970-01-01.
  private func dayNumber(in year: Int) -> Int {
    let newYear = CivilDate.daysSinceEpoch(year: year, month: 1, day: 1)
    switch day {
    case .julian(let number):
      let hasLeapDay = CivilDate.length(ofMonth: 2, year: year) == 29
      return newYear + number - 1 + (hasLeapDay && number > 59 ? 1 : 0)
    case .ordinal(let number):
      return newYear + number
    case .weekday(let weekday, let week, let month):
      let first = CivilDate.daysSinceEpoch(year: year, month: month, day: 1)
      let firstSuch = ((weekday - (first + 4)) % 7 + 7) % 7
      let length = CivilDate.length(ofMonth: month, year: year)
      let inMonth = firstSuch + (week - 1) * 7
      return first + (inMonth < length ? inMonth : inMonth - 7)
    }
  }
}
