/// What figures are told apart by.
public enum MetricsGrouping: String, CaseIterable, Hashable, Sendable {
  /// The month of the declaration, in the team's time zone.
  case month
  /// The week of the declaration, likewise, by ISO 8601.
  case week
  /// The quarter of the declaration, likewise.
  case quarter
  /// The severity, as it was last.
  case severity
  /// Each service that suffered: an incident on two counts for both.
  case service
  /// The label of the cause.
  case cause
  /// Who commanded last.
  case commander

  /// The periods it cuts time into; nil where it does not.
  public var unit: PeriodUnit? {
    switch self {
    case .month: .month
    case .week: .week
    case .quarter: .quarter
    case .severity, .service, .cause, .commander: nil
    }
  }
}

/// Incidents that share something.
public struct MetricsGroup: Sendable {
  /// What they share, for a reader: `2026-10`, `SEV2`, `payments`; nil where they lack it.
  public let key: String?
  /// From when to when, where they share a period.
  public let period: Period?
  /// Which ones.
  public private(set) var selection = MetricsSelection()

  init(key: String?, period: Period? = nil) {
    self.key = key
    self.period = period
  }

  fileprivate mutating func add(_ snapshot: Snapshot) { selection.add(snapshot) }
}

extension MetricsGrouping {
  /// The groups: periods in their order, empty ones among them; severities, the worst first; else the largest first.
  public func groups(
    _ snapshots: [Snapshot], in scope: MetricsScope, _ setting: MetricsSetting
  ) -> [MetricsGroup] {
    let wanted = snapshots.filter(scope.includes)
    if let unit { return periods(unit, wanted, in: scope, setting) }
    var groups: [MetricsGroup] = []
    var places: [String?: Int] = [:]
    for snapshot in wanted {
      for (key, name) in keys(of: snapshot) {
        if places[key] == nil {
          places[key] = groups.count
          groups.append(MetricsGroup(key: name))
        }
        if let place = places[key] { groups[place].add(snapshot) }
      }
    }
    if self == .severity { return groups.sorted { ($0.key ?? "") < ($1.key ?? "") } }
    // Those that lack it come last.
    return groups.sorted { left, right in
      guard (left.key == nil) == (right.key == nil) else { return right.key == nil }
      return (right.selection.counted.count, left.key ?? "") < (left.selection.counted.count, right.key ?? "")
    }
  }

  /// What tells an incident's groups apart, and how each is called.
  private func keys(of snapshot: Snapshot) -> [(key: String?, name: String?)] {
    func named(_ text: String?) -> (key: String?, name: String?) {
      PrecedentQuery.label(text).map { ($0, text) } ?? (nil, nil)
    }
    switch self {
    case .month, .week, .quarter: return []
    case .severity: return [(snapshot.severity.label, snapshot.severity.label)]
    case .cause: return [named(snapshot.cause)]
    case .commander: return [(snapshot.roles.commander, snapshot.roles.commander)]
    case .service:
      var seen: Set<String> = []
      let services = snapshot.services.map(named).filter { $0.key.map { seen.insert($0).inserted } ?? false }
      return services.isEmpty ? [(nil, nil)] : services
    }
  }

  private func periods(
    _ unit: PeriodUnit, _ snapshots: [Snapshot], in scope: MetricsScope, _ setting: MetricsSetting
  ) -> [MetricsGroup] {
    let declared = snapshots.compactMap(\.milestones.declared)
    guard let first = scope.since ?? declared.min(), let last = declared.max() else { return [] }
    // What has not come yet is no empty period.
    let end = max(min(scope.until ?? setting.now, setting.now), last.adding(1))
    var groups = unit.periods(from: first, until: max(end, first.adding(1)), in: setting.zone).map {
      MetricsGroup(key: $0.label, period: $0)
    }
    for snapshot in snapshots {
      guard let moment = snapshot.milestones.declared else { continue }
      // The periods are in order: the last one that began by then.
      var (low, high) = (0, groups.count)
      while low < high {
        let middle = (low + high) / 2
        if let from = groups[middle].period?.from, from <= moment { low = middle + 1 } else { high = middle }
      }
      if low > 0 { groups[low - 1].add(snapshot) }
    }
    return groups
  }
}
