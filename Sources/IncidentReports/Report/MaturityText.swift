import IncidentCore

/// What an assessment says, in sentences that cite the figures they rest on.
enum MaturityText {
  /// `acknowledged in target: 10 of 12 (83.3 %), at least 80 %`; `error budgets kept: no service has an objective`.
  static func sentence(_ finding: MaturityFinding) -> String {
    let title = title(finding.criterion)
    guard let figure = figure(finding), finding.isMet != nil else {
      return "\(title): \(absence(finding))"
    }
    return "\(title): \(figure)"
  }

  private static func figure(_ finding: MaturityFinding) -> String? {
    func figure(_ now: String, _ before: String?) -> String {
      "\(now)\(before.map { ", and \($0) in the period before" } ?? ""); \(demand(finding.criterion.demand))"
    }
    return switch finding.evidence {
    case .share(let share): "\(MetricsText.text(share)), \(demand(finding.criterion.demand))"
    case .count(let now, let before):
      figure(now == 0 ? "none" : String(now), before.map { $0 == 0 ? "none" : String($0) })
    case .shares(let now, let before): figure(percent(now), before.map(percent))
    case .change(let change): median(change).map { figure($0, nil) }
    case .none: nil
    }
  }

  /// `20 min (n = 6), and 1 h 3 min (n = 6) in the period before`.
  private static func median(_ change: MedianChange) -> String? {
    guard let before = change.before, let after = change.after else { return nil }
    func text(_ summary: Summary) -> String { "\(DurationText.long(seconds: summary.median)) (n = \(summary.count))" }
    return "\(text(after)), and \(text(before)) in the period before"
  }

  private static func demand(_ demand: MaturityDemand) -> String {
    switch demand {
    case .atLeast(percent: 100): "all of them"
    case .atLeast(let percent): "at least \(percent) %"
    case .atMost(let percent): "at most \(percent) %"
    case .falling: "none, or less than then"
    case .notSlower: "not slower than then, noise apart"
    }
  }

  /// `12.5 % of 8 h`.
  static func percent(_ share: Share) -> String {
    "\(DecimalText.tenths(share.permille)) % of \(DurationText.long(seconds: share.total))"
  }

  /// What a criterion is about.
  static func title(_ criterion: MaturityCriterion) -> String {
    switch criterion {
    case .commanded: "had an incident commander, where the policy wants one"
    case .acknowledged: "acknowledged explicitly"
    case .causesNamed: "resolved with a cause recorded"
    case .acknowledgedInTarget: "acknowledged in target"
    case .updatesOnTime: "updates on time"
    case .postmortemsInTime: "postmortems in time"
    case .runbooksFollowed: "followed a runbook, of SEV1 and SEV2"
    case .actionsInTime: "follow-ups done by their day"
    case .actionsVerified: "follow-ups verified, of those done"
    case .runbooksReviewed: "runbooks reviewed after use"
    case .repeats: "repeated causes"
    case .budgetsKept: "error budgets kept, at the end of each month"
    case .timeToAcknowledge, .timeToMitigate, .timeToResolve:
      criterion.measure.map { "median \($0.title)" } ?? criterion.rawValue
    case .falseAlarms: "false alarms"
    case .outOfHours: "time on duty out of hours"
    }
  }

  /// Why nothing is known.
  private static func absence(_ finding: MaturityFinding) -> String {
    switch finding.criterion {
    case .commanded: "the policy wants none for the severities there were"
    case .acknowledged, .acknowledgedInTarget: "no acknowledgement was due"
    case .causesNamed: "nothing is resolved"
    case .updatesOnTime: "no update was owed"
    case .postmortemsInTime: "no postmortem was owed"
    case .runbooksFollowed: "there was no SEV1 and no SEV2"
    case .actionsInTime: "no follow-up is done or past its day"
    case .actionsVerified: "no follow-up is done"
    case .runbooksReviewed: "no runbook was followed"
    case .repeats: "there are some, and no incident in the period before to compare with"
    case .budgetsKept: "no service has an objective"
    case .timeToAcknowledge, .timeToMitigate, .timeToResolve:
      "fewer than \(MaturityFinding.fewestToCompare) measured in this period or the one before"
    case .falseAlarms: "nothing was declared"
    case .outOfHours:
      finding.evidence == .none ? "nobody was on duty" : "nobody was on duty in the period before to compare with"
    }
  }
}
