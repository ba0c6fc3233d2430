extension Budget {
  /// The budgets of objectives, in their order, as incidents spent them up to `now`.
  ///
  /// Only real incidents that were not cancelled count. A service is meant in any case. Where a record does not say what
  /// share of users was hit, the policy's weight of the severity at each moment stands in; impact that lasts counts up to
  /// `now`.
  /// - Parameters:
  ///   - moment: a moment of the month that is meant, for one as it stood when it was over; nil for `now`.
  ///   - zone: whose midnights cut months.
  public static func all(
    of objectives: [ServiceObjective], spentBy snapshots: [Snapshot], policy: Policy, now: Timestamp,
    monthOf moment: Timestamp? = nil, in zone: TimeZoneRules
  ) -> [Budget] {
    var reckonings = objectives.map { BudgetReckoning($0, now: now, monthOf: moment, in: zone) }
    let places = Dictionary(grouping: objectives.indices) { objectives[$0].service.lowercased() }
    for index in snapshots.indices where PrecedentQuery.counts(snapshots[index]) {
      guard !snapshots[index].impacted.all.isEmpty else { continue }
      var hit: [Int] = []
      for service in snapshots[index].services { hit += places[service.lowercased()] ?? [] }
      for place in Set(hit) { reckonings[place].add(snapshots[index], policy: policy) }
    }
    return reckonings.map(\.budget)
  }
}

/// Gathers what one budget is made of.
private struct BudgetReckoning {
  private let objective: ServiceObjective
  private let window: BudgetWindow
  private let now: Timestamp
  /// Where counting ends, exclusive.
  private let end: Timestamp
  private var parts: [Part] = []
  private var impossible: [ImpossibleImpact] = []

  /// An incident that hit the service in the window.
  private struct Part {
    let id: IncidentID
    let title: String
    let severity: Severity
    /// When its impact began, in the window or before.
    let began: Timestamp
    let stretches: [BudgetStretch]
    let weights: ClosedRange<Percentage>
    let isLasting: Bool
  }

  init(_ objective: ServiceObjective, now: Timestamp, monthOf moment: Timestamp?, in zone: TimeZoneRules) {
    self.objective = objective
    self.now = now
    window = BudgetWindow(objective.window, now: now, monthOf: moment, in: zone)
    end = min(now, window.until)
  }

  mutating func add(_ snapshot: Snapshot, policy: Policy) {
    var stretches: [BudgetStretch] = []
    var began: Timestamp?
    let severityWeights = SeverityWeights(snapshot, policy: policy)
    for interval in snapshot.impacted.all {
      if let to = interval.to, to < interval.from {
        if interval.from >= window.from, to < end {
          impossible.append(ImpossibleImpact(id: snapshot.id, from: interval.from, to: to))
        }
        continue
      }
      began = began.map { min($0, interval.from) } ?? interval.from
      let from = max(interval.from, window.from)
      let until = min(interval.to ?? end, end)
      guard from < until else { continue }
      if let percent = interval.percent {
        stretches.append(BudgetStretch(from: from, until: until, weight: percent))
      } else {
        stretches += severityWeights.pieces(from: from, until: until)
      }
    }
    let weights = stretches.map(\.weight)
    guard let began, let least = weights.min(), let largest = weights.max() else { return }
    stretches.sort { ($0.from, $0.until) < ($1.from, $1.until) }
    parts.append(
      Part(
        id: snapshot.id, title: snapshot.title, severity: snapshot.severity, began: began, stretches: stretches,
        weights: least...largest, isLasting: snapshot.impacted.isLasting))
  }

  var budget: Budget {
    let parts = parts.sorted { ($0.began, $0.id) < ($1.began, $1.id) }
    let union = OutageUnion(parts.indices.flatMap { outages(of: parts[$0], at: $0) })
    var spent = Array(repeating: Downtime.none, count: parts.count)
    var counted: [[BudgetStretch]] = Array(repeating: [], count: parts.count)
    for outage in union.stretches {
      spent[outage.incident] += outage.downtime
      if let stretch = BudgetStretch(outage) { counted[outage.incident].append(stretch) }
    }
    let incidents = parts.indices.sorted { (spent[$1], $0) < (spent[$0], $1) }.map { place in
      let part = parts[place]
      let own = OutageUnion(outages(of: part, at: place)).stretches
      return BudgetIncident(
        id: part.id, title: part.title, severity: part.severity, stretches: part.stretches, weights: part.weights,
        seconds: own.reduce(0) { $0 + $1.until - $1.from }, isLasting: part.isLasting, counted: counted[place])
    }
    return Budget(
      objective: objective, window: window, now: now,
      account: BudgetAccount(
        allowedSeconds: objective.objective.allowedSeconds(of: window.seconds), spent: union.downtime),
      incidents: incidents, impossible: impossible.sorted { ($0.from, $0.id) < ($1.from, $1.id) },
      burn: burn(of: union.stretches))
  }

  private func outages(of part: Part, at place: Int) -> [Outage] {
    part.stretches.map {
      Outage(from: $0.from.seconds, until: $0.until.seconds, weight: $0.weight, incident: place)
    }
  }

  /// What was spent in each piece that has begun. Both are in order, so that each is passed once.
  private func burn(of stretches: [Outage]) -> [BudgetBurn] {
    var rest = stretches[...]
    return window.pieces.filter { $0.from < end }.map { piece in
      var spent = Downtime.none
      while var stretch = rest.first, stretch.from < piece.until.seconds {
        let until = min(stretch.until, piece.until.seconds)
        spent += Downtime(seconds: until - stretch.from, weight: stretch.weight)
        if stretch.until > until {
          stretch.from = until
          rest[rest.startIndex] = stretch
          break
        }
        rest.removeFirst()
      }
      return BudgetBurn(from: piece.from, until: piece.until, spent: spent)
    }
  }
}

extension BudgetStretch {
  /// Nil where it is out of the calendar's range, as no part of a stretch is.
  fileprivate init?(_ outage: Outage) {
    guard let from = Timestamp(seconds: outage.from), let until = Timestamp(seconds: outage.until) else { return nil }
    self.init(from: from, until: until, weight: outage.weight)
  }
}
