/// Everything that is measured of some incidents. No data is absent, never zero.
public struct Figures: Sendable {
  /// How many incidents count.
  public let incidents: Int
  /// The times that the field measures, each over the incidents that have it.
  public let times: [(measure: Measure, summary: Summary)]
  /// How many of each severity, as it was last; only those there are.
  public let severities: [(severity: Severity, count: Int)]
  /// How many on each service, the most first.
  public let services: [(service: String, count: Int)]
  /// How long people responded to each severity, in seconds.
  public let severitySeconds: [(severity: Severity, seconds: Int)]
  /// How many were reopened, and how often in all.
  public let reopened: (incidents: Int, times: Int)
  /// Acknowledged by the policy's target.
  public let acknowledgedInTarget: Share?
  /// Updates sent by the time they were due.
  public let updatesOnTime: Share?
  /// Causes that came back.
  public let repeats: [RepeatedCause]
  /// Incidents that were none.
  public let falseAlarms: Int
  /// Incidents that were another one.
  public let duplicates: Int
  /// Postmortems: owed by now or published, published of these, published in time.
  public let postmortems: PostmortemCount?
  /// Follow-ups; nil where there are none.
  public let actions: ActionCount?
  /// What was asked of whom.
  public let people: [PersonLoad]

  /// Nil where there is nothing to measure.
  public init?(_ selection: MetricsSelection, _ setting: MetricsSetting) {
    guard !selection.isEmpty else { return nil }
    // Each snapshot is looked at in its place: it is large, and copying 100,000 for every figure costs more than all of
    // them together.
    let counted = selection.counted
    incidents = counted.count
    times = Measure.allCases.compactMap { measure in
      Summary(selection.seconds(of: measure)).map { (measure, $0) }
    }
    severities = Severity.allCases.compactMap { severity in
      let count = counted.indices.count { counted[$0].severity == severity }
      return count > 0 ? (severity, count) : nil
    }
    services = Self.services(of: counted)
    severitySeconds = Self.severitySeconds(of: counted, setting)
    reopened = (
      counted.indices.count { counted[$0].reopenings > 0 }, counted.indices.reduce(0) { $0 + counted[$1].reopenings }
    )
    let acknowledged = counted.indices.compactMap { counted[$0].acknowledgement(setting).isMet }
    acknowledgedInTarget = Share(acknowledged.count { $0 }, of: acknowledged.count)
    var (inTime, owed) = (0, 0)
    for place in counted.indices {
      let updates = counted[place].updates(at: setting.now)
      inTime += updates.inTime
      owed += updates.owed
    }
    updatesOnTime = Share(inTime, of: owed)
    repeats = selection.repeats
    falseAlarms = selection.falseAlarms.count
    duplicates = selection.duplicates.count
    postmortems = PostmortemCount(counted.indices.lazy.map { counted[$0].postmortem(setting) })
    var actions = ActionCount()
    for place in counted.indices {
      for action in counted[place].actions { actions.add(action, today: setting.now.date) }
    }
    self.actions = actions.total > 0 ? actions : nil
    people = selection.people(setting)
  }

  private static func severitySeconds(
    of snapshots: [Snapshot], _ setting: MetricsSetting
  ) -> [(severity: Severity, seconds: Int)] {
    var lengths: [Severity: Int] = [:]
    for place in snapshots.indices {
      for stretch in snapshots[place].responded.all {
        if let seconds = stretch.seconds(until: setting.now) { lengths[stretch.severity, default: 0] += seconds }
      }
    }
    return Severity.allCases.compactMap { severity in lengths[severity].map { (severity, $0) } }
  }

  private static func services(of snapshots: [Snapshot]) -> [(service: String, count: Int)] {
    var counts: [String: (name: String, count: Int)] = [:]
    for place in snapshots.indices {
      var seen: [String] = []
      for service in snapshots[place].services {
        guard let label = PrecedentQuery.label(service), !seen.contains(label) else { continue }
        seen.append(label)
        counts[label, default: (service, 0)].count += 1
      }
    }
    return counts.values.sorted { ($1.count, $0.name) < ($0.count, $1.name) }.map {
      (service: $0.name, count: $0.count)
    }
  }
}

/// Postmortems that the policy requires, of incidents that are resolved.
public struct PostmortemCount: Hashable, Sendable {
  /// Those that are published, or should be by now.
  public let owed: Int
  /// Those that are published.
  public let published: Int
  /// Those that were published in time.
  public let inTime: Int

  /// Those that were published late, or are late.
  public var late: Int { owed - inTime }

  /// Nil of none.
  init?(_ outcomes: some Sequence<Timeliness>) {
    var (owed, published, inTime) = (0, 0, 0)
    for outcome in outcomes {
      guard let isMet = outcome.isMet else { continue }
      owed += 1
      if case .came = outcome { published += 1 }
      if isMet { inTime += 1 }
    }
    guard owed > 0 else { return nil }
    (self.owed, self.published, self.inTime) = (owed, published, inTime)
  }
}
