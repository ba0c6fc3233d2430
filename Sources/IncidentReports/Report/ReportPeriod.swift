public import IncidentCore

/// What a report is about: a month, a quarter or another unit of the calendar, or any stretch of time.
public struct ReportPeriod: Hashable, Sendable {
  /// From when to when.
  public let period: Period
  /// What it is one of; nil for any stretch.
  public let unit: PeriodUnit?

  /// How many periods a trend goes back, the one reported on among them.
  static let trendLength = 6

  /// A period as the calendar has it where it is one, else a stretch.
  public init(_ period: Period, in zone: TimeZoneRules) {
    self.period = period
    unit = PeriodUnit.allCases.first {
      let whole = $0.period(containing: period.from, in: zone)
      return whole.from == period.from && whole.until == period.until
    }
  }

  /// The one of the same unit before it, else as long a stretch up to its beginning.
  public func before(in zone: TimeZoneRules) -> Period { previous(to: period, in: zone) }

  /// It and those before it, the earliest first.
  func trend(in zone: TimeZoneRules) -> [Period] {
    var periods = [period]
    while periods.count < Self.trendLength, let first = periods.first {
      let earlier = previous(to: first, in: zone)
      guard earlier.from < first.from else { break }
      periods.insert(earlier, at: 0)
    }
    return periods
  }

  private func previous(to period: Period, in zone: TimeZoneRules) -> Period {
    if let unit { return unit.period(before: period, in: zone) }
    let from = period.from.adding(-period.seconds)
    return Period(from: from, until: period.from, label: Self.label(from, in: zone))
  }

  /// What a stretch is called in a row of them: the day it begins on, `2026-10-03`.
  public static func label(_ moment: Timestamp, in zone: TimeZoneRules) -> String {
    zone.local(moment).date.description
  }

  /// `October 2026`, `Q3 2026`, `week 41 of 2026`, `2026`, `3 October 2026 to 16 October 2026`.
  func title(in zone: TimeZoneRules) -> String {
    let parts = period.label.split(separator: "-").map(String.init)
    switch unit {
    case .year: return period.label
    case .month:
      // The day of the first goes.
      return MomentText.date(zone.local(period.from).date).split(separator: " ").dropFirst().joined(separator: " ")
    case .quarter where parts.count == 2: return "\(parts[1]) \(parts[0])"
    case .week where parts.count == 2: return "week \(parts[1].dropFirst()) of \(parts[0])"
    case .quarter, .week, nil: return MetricsText.days(period.from, period.until, in: zone)
    }
  }
}
