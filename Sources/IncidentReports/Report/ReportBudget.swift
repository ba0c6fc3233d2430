public import IncidentCore

/// An error budget in a period: as it stood at the end of each of its months.
public struct ReportBudget: Hashable, Sendable {
  /// As it stood at the end of the period, or stands now where that goes on.
  public let last: Budget
  /// At the ends of the months, the last one among them, of which it was not spent.
  public let kept: Share

  /// So many months of a long period are looked at, the last ones.
  static let mostMonths = 12

  /// Those of some objectives, in their order.
  /// - Parameter snapshots: Every incident: one that was declared before may have gone on.
  static func all(
    of objectives: [ServiceObjective], spentBy snapshots: [Snapshot], in period: Period, _ setting: MetricsSetting
  ) -> [ReportBudget] {
    let end = min(period.until, setting.now)
    let months = PeriodUnit.month.periods(from: period.from, until: end, in: setting.zone).suffix(mostMonths)
    let standings = months.map { month in
      let moment = min(month.until, end)
      // The end of a month is the next one's first moment.
      return Budget.all(
        of: objectives, spentBy: snapshots, policy: setting.policy, now: moment, monthOf: moment.adding(-1),
        in: setting.zone)
    }
    guard let last = standings.last else { return [] }
    return last.indices.compactMap { place in
      let kept = standings.count { !$0[place].account.isSpent }
      return Share(kept, of: standings.count).map { ReportBudget(last: last[place], kept: $0) }
    }
  }
}

extension [ReportBudget] {
  /// Of all budgets at the ends of all months, those that were not spent; nil of none.
  var kept: Share? {
    Share(reduce(0) { $0 + $1.kept.count }, of: reduce(0) { $0 + $1.kept.total })
  }
}
