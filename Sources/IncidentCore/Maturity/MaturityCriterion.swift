/// A figure that a level of maturity rests on, and what it has to be. The thresholds are conventions of this tool.
public enum MaturityCriterion: String, CaseIterable, Hashable, Sendable {
  /// Of the incidents for which the policy requires an incident commander, those that had one.
  case commanded
  /// Of the incidents, those that somebody acknowledged explicitly; one whose target is still ahead is left out.
  case acknowledged
  /// Of the resolved incidents, those whose cause has a label.
  case causesNamed
  /// ``Figures/acknowledgedInTarget``.
  case acknowledgedInTarget
  /// ``Figures/updatesOnTime``.
  case updatesOnTime
  /// ``Figures/postmortems`` in time, of those owed.
  case postmortemsInTime
  /// Of the incidents of SEV1 and SEV2, those in which a runbook was followed.
  case runbooksFollowed
  /// Of the follow-ups that have a day and are done or past it, those that were done by it.
  case actionsInTime
  /// Of the follow-ups that are done, those of which somebody saw that they work.
  case actionsVerified
  /// Of the runbooks that were followed, incident by incident, those of which somebody said whether they helped.
  case runbooksReviewed
  /// ``Figures/repeats``: none, or fewer than in the period before.
  case repeats
  /// Of the error budgets, at the end of each month of the period, those that were not spent.
  case budgetsKept
  /// The median ``Measure/timeToAcknowledge``: not slower than in the period before, noise apart.
  case timeToAcknowledge
  /// The median ``Measure/timeToMitigate``, likewise.
  case timeToMitigate
  /// The median ``Measure/timeToResolve``, likewise.
  case timeToResolve
  /// Of everything that was declared and no duplicate, what was no incident.
  case falseAlarms
  /// Of the time on duty, that outside working hours: none, or a smaller share than in the period before.
  case outOfHours

  /// The level that rests on it.
  public var level: MaturityLevel {
    switch self {
    case .commanded, .acknowledged, .causesNamed: .defined
    case .acknowledgedInTarget, .updatesOnTime, .postmortemsInTime, .runbooksFollowed: .managed
    case .actionsInTime, .actionsVerified, .runbooksReviewed, .repeats, .budgetsKept: .proactive
    case .timeToAcknowledge, .timeToMitigate, .timeToResolve, .falseAlarms, .outOfHours: .optimised
    }
  }

  /// What the figure has to be.
  public var demand: MaturityDemand {
    switch self {
    case .commanded, .acknowledged, .causesNamed, .acknowledgedInTarget, .updatesOnTime, .postmortemsInTime,
      .actionsInTime:
      .atLeast(percent: 80)
    case .actionsVerified, .runbooksFollowed, .runbooksReviewed: .atLeast(percent: 50)
    case .budgetsKept: .atLeast(percent: 100)
    case .falseAlarms: .atMost(percent: 10)
    case .repeats, .outOfHours: .falling
    case .timeToAcknowledge, .timeToMitigate, .timeToResolve: .notSlower
    }
  }

  /// The measure it is about, if it is about one.
  public var measure: Measure? { Measure(rawValue: rawValue) }
}

/// What a figure has to be.
public enum MaturityDemand: Hashable, Sendable {
  /// A share of so many percent or more.
  case atLeast(percent: Int)
  /// A share of so many percent or less.
  case atMost(percent: Int)
  /// None, or less than in the period before.
  case falling
  /// A median that is not distinguishably longer than in the period before.
  case notSlower
}
