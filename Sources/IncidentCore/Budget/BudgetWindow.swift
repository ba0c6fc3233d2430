/// The stretch of time that a budget is counted over, and the pieces of it in which its burn is shown.
public struct BudgetWindow: Hashable, Sendable {
  /// When it begins.
  public let from: Timestamp
  /// When it is over, exclusive: now where it rolls, else the end of the month.
  public let until: Timestamp
  /// The month that it is, `2026-10`; nil where it rolls.
  public let month: String?
  /// Where its pieces begin, in order; the first at `from`.
  public let cuts: [Timestamp]

  /// Its full length, also of a month that is not over: that of days on which clocks change is not 24 hours.
  public var seconds: Int { until.seconds(since: from) }

  /// The pieces, without gaps.
  public var pieces: [(from: Timestamp, until: Timestamp)] {
    zip(cuts, cuts.dropFirst() + [until]).map { ($0, $1) }
  }

  /// The one of an objective, as it stands at `now`: a rolling one in 31 pieces at most, all but the first of one length;
  /// a month in its days.
  /// - Parameter monthOf: A moment of the month that is meant; nil for `now`.
  public init(_ window: ObjectiveWindow, now: Timestamp, monthOf moment: Timestamp? = nil, in zone: TimeZoneRules) {
    switch window {
    case .rolling(let days):
      until = now
      from = now.adding(-days * 86_400)
      month = nil
      cuts = Self.cuts(from: from, until: until)
    case .month:
      let period = PeriodUnit.month.period(containing: moment ?? now, in: zone)
      from = period.from
      until = period.until
      month = period.label
      cuts = Self.midnights(from: from, until: until, in: zone)
    }
  }

  /// Lengths of pieces in hours, from one to two weeks: the shortest one counts that makes no more than 31.
  private static let pieceHours = [1, 2, 3, 6, 12, 24, 48, 72, 168, 336]

  private static func cuts(from: Timestamp, until: Timestamp) -> [Timestamp] {
    let seconds = until.seconds(since: from)
    let hours = pieceHours.first { seconds <= $0 * 3_600 * 31 } ?? 336
    let cuts = stride(from: until.seconds - hours * 3_600, to: from.seconds, by: -hours * 3_600)
    return [from] + cuts.compactMap { Timestamp(seconds: $0) }.reversed()
  }

  private static func midnights(from: Timestamp, until: Timestamp, in zone: TimeZoneRules) -> [Timestamp] {
    let first = zone.local(from).date.daysSinceEpoch
    let last = zone.local(until.adding(-1)).date.daysSinceEpoch
    let midnights = (first...max(first, last)).compactMap { day in
      LocalTime(date: CivilDate(daysSinceEpoch: day)).map(zone.timestamp(of:))
    }
    return [from] + midnights.filter { from < $0 && $0 < until }
  }
}
