/// A stretch of time with a name, such as a month: what is counted together.
public struct Period: Hashable, Sendable {
  /// When it begins.
  public let from: Timestamp
  /// When it is over: the first moment that is not part of it.
  public let until: Timestamp
  /// What it is called: `2026-10`, `2026-W41`, `2026-Q4`, `2026`.
  public let label: String

  /// Any stretch; one that would end before it begins has no length.
  public init(from: Timestamp, until: Timestamp, label: String) {
    self.from = from
    self.until = max(from, until)
    self.label = label
  }

  /// Its length: not the same for each month, nor for each day where clocks are put forward or back.
  public var seconds: Int { until.seconds(since: from) }

  /// Whether a moment is part of it.
  public func contains(_ moment: Timestamp) -> Bool {
    from <= moment && moment < until
  }
}

extension Period {
  /// A period as a person types it, by the clocks of `zone`, seen from `now`.
  ///
  /// | typed | meaning |
  /// | --- | --- |
  /// | `2026` | that year |
  /// | `2026-Q4` | a quarter of it |
  /// | `2026-10` | a month of it |
  /// | `2026-W41` | a week of it, by ISO 8601 |
  /// | `this-month`, `this quarter` | the one that `now` falls into |
  /// | `last-week`, `last year` | the one before |
  ///
  /// Nil for anything else, and for a week that the year does not have.
  public init?(typed text: String, now: Timestamp, in zone: TimeZoneRules) {
    let words = text.lowercased().split { $0.isWhitespace || $0 == "-" }
    if words.count == 2, let unit = PeriodUnit(rawValue: String(words[1])) {
      let current = unit.number(containing: now, in: zone)
      switch words[0] {
      case "this": self = unit.period(current, in: zone)
      case "last": self = unit.period(current - 1, in: zone)
      default: return nil
      }
      return
    }
    guard let (unit, number) = Self.named(text) else { return nil }
    self = unit.period(number, in: zone)
  }

  private static func named(_ text: String) -> (unit: PeriodUnit, number: Int)? {
    var scanner = DigitScanner(text)
    guard let year = scanner.number(digits: 4), year > 0 else { return nil }
    if scanner.isAtEnd { return (.year, year) }
    guard scanner.take("-") else { return nil }
    if scanner.take("Q", "q") {
      guard let quarter = scanner.number(digits: 1), (1...4).contains(quarter), scanner.isAtEnd else { return nil }
      return (.quarter, year * 4 + quarter - 1)
    }
    if scanner.take("W", "w") {
      guard let week = scanner.number(digits: 2), week > 0, scanner.isAtEnd else { return nil }
      // The fourth of January is always in the first week.
      let first = PeriodUnit.week(of: CivilDate.daysSinceEpoch(year: year, month: 1, day: 4))
      let next = PeriodUnit.week(of: CivilDate.daysSinceEpoch(year: year + 1, month: 1, day: 4))
      return week <= next - first ? (.week, first + week - 1) : nil
    }
    guard let month = scanner.number(digits: 2), (1...12).contains(month), scanner.isAtEnd else { return nil }
    return (.month, year * 12 + month - 1)
  }
}
