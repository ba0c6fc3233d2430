public import IncidentCore

/// What `metrics` found: what every form of its answer is made from.
public struct MetricsAnswer: Sendable {
  /// The clock, the policy, the zone.
  public let setting: MetricsSetting
  /// The name of the zone.
  public let zone: String
  /// Which incidents were asked for.
  public let scope: MetricsScope
  /// What filters, as it was typed.
  public let filter: MetricsFilter
  /// The incidents.
  public let selection: MetricsSelection
  /// How many records could not be read.
  public let unreadable: Int
  /// The figures of all; nil in an empty period.
  public let figures: Figures?
  /// What they are told apart by, and each group's figures.
  public let grouping: MetricsGrouping?
  /// The groups, with the figures of each.
  public let groups: [(group: MetricsGroup, figures: Figures?)]
  /// Against what period.
  public let comparison: MetricsComparison?
  /// Whether every figure is to be explained.
  public let isExplained: Bool

  /// The answer of some snapshots.
  public init(
    _ snapshots: consuming [Snapshot], in scope: MetricsScope, filter: MetricsFilter, _ setting: MetricsSetting,
    zone: String,
    unreadable: Int = 0, by grouping: MetricsGrouping? = nil, against earlier: MetricsScope? = nil,
    isExplained: Bool = false
  ) {
    self.setting = setting
    self.zone = zone
    self.scope = scope
    self.filter = filter
    self.unreadable = unreadable
    self.grouping = grouping
    self.isExplained = isExplained
    groups = (grouping?.groups(snapshots, in: scope, setting) ?? []).map { ($0, Figures($0.selection, setting)) }
    if let earlier {
      comparison = MetricsComparison(copy snapshots, before: earlier, after: scope)
    } else {
      comparison = nil
    }
    // Last, since it takes them.
    selection = MetricsSelection(consume snapshots, in: scope)
    figures = Figures(selection, setting)
  }
}

/// What filters, as it was typed.
public struct MetricsFilter: Hashable, Sendable {
  /// The severities.
  public let severities: [Severity]
  /// The services.
  public let services: [String]
  /// The causes.
  public let causes: [String]

  /// What is empty filters nothing.
  public init(severities: [Severity] = [], services: [String] = [], causes: [String] = []) {
    self.severities = severities
    self.services = services
    self.causes = causes
  }
}
