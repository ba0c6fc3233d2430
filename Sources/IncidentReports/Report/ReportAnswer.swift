public import IncidentCore

/// What `report` found: what every form of it is made from.
public struct ReportAnswer: Sendable {
  /// What it is about.
  public let period: ReportPeriod
  /// The period's figures, held against those of the period before.
  public let metrics: MetricsAnswer
  /// The period before it.
  public let before: ReportStep
  /// The period and those before it, the earliest first; from the first one with an incident on.
  public let trend: [ReportStep]
  /// The incidents that count, the first declared first.
  public let incidents: [Snapshot]
  /// Follow-ups that wait for somebody, of every incident declared by the end of the period: the first due first.
  public let followUps: [ActionEntry]
  /// The error budgets, in the order of the objectives.
  public let budgets: [ReportBudget]
  /// The runbooks that its incidents followed, and those that nothing ever did.
  public let runbooks: RunbookCounts
  /// How mature the period was; nil where it had no incident.
  public let assessment: MaturityAssessment?
  /// What that rests on.
  let maturity: MaturityFigures?

  /// The clock, the policy, the zone.
  var setting: MetricsSetting { metrics.setting }

  /// Whether the period goes on.
  public var isOngoing: Bool { setting.now < period.period.until }

  /// The report of some snapshots.
  /// - Parameters:
  ///   - objectives: What is promised of the services that it is about.
  ///   - filter: What was asked for; what is empty filters nothing.
  ///   - zone: The name of the zone.
  ///   - runbooks: The names of the team's runbooks: one that no incident or drill followed by the end of the period was
  ///     never used.
  public init(
    _ snapshots: [Snapshot], on period: ReportPeriod, filter: MetricsFilter, _ setting: MetricsSetting, zone: String,
    unreadable: Int = 0, objectives: [ServiceObjective] = [], runbooks names: [String] = []
  ) {
    self.period = period
    let scope = MetricsScope(
      since: period.period.from, until: period.period.until, severities: Set(filter.severities),
      services: filter.services, causes: filter.causes)
    let earlier = period.before(in: setting.zone)
    let metrics = MetricsAnswer(
      snapshots, in: scope, filter: filter, setting, zone: zone, unreadable: unreadable,
      against: scope.during(earlier.from, earlier.until))
    self.metrics = metrics
    before = ReportStep(earlier, snapshots, scope, setting)
    let steps = period.trend(in: setting.zone).map { ReportStep($0, snapshots, scope, setting) }
    trend = Array(steps.drop { $0.figures == nil })
    incidents = metrics.selection.counted.sorted { left, right in
      (left.milestones.declared?.seconds ?? 0, left.id) < (right.milestones.declared?.seconds ?? 0, right.id)
    }
    let known = scope.during(nil, period.period.until)
    followUps = snapshots.filter(known.includes).flatMap { snapshot in
      snapshot.actions.filter(\.status.isUnfinished).map { ActionEntry($0, of: snapshot.id) }
    }.sorted(by: ActionEntry.isEarlier)
    runbooks = RunbookCounts(
      in: metrics.selection.counted, existing: names,
      everUsedIn: snapshots.filter(MetricsScope(until: period.period.until).includes))
    budgets = ReportBudget.all(of: objectives, spentBy: snapshots, in: period.period, setting)
    maturity = MaturityFigures(metrics.selection, metrics.figures, setting)
    assessment = maturity.map { [before, budgets] period in
      MaturityAssessment(
        period, before: before.maturity, changes: metrics.comparison?.changes ?? [], budgetsKept: budgets.kept)
    }
  }
}

/// One period of a trend.
public struct ReportStep: Sendable {
  /// Which one.
  public let period: Period
  /// Its incidents.
  public let selection: MetricsSelection
  /// Their figures; nil where there is nothing to measure.
  public let figures: Figures?
  /// What an assessment rests on; nil where there is no incident.
  let maturity: MaturityFigures?

  /// The incidents of a scope that were declared in a period.
  init(_ period: Period, _ snapshots: [Snapshot], _ scope: MetricsScope, _ setting: MetricsSetting) {
    self.period = period
    selection = MetricsSelection(snapshots, in: scope.during(period.from, period.until))
    figures = Figures(selection, setting)
    maturity = MaturityFigures(selection, figures, setting)
  }
}
