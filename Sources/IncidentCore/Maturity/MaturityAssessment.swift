/// How far a team's handling of incidents has come, by the figures of one period and of the one before.
public struct MaturityAssessment: Hashable, Sendable {
  /// What is known of each criterion, in the order of ``MaturityCriterion``.
  public let findings: [MaturityFinding]
  /// How many incidents it rests on, at least one.
  public let incidents: Int

  /// Below this many it rests on little.
  public static let smallBelow = 5

  /// Whether it rests on fewer than ``smallBelow`` incidents.
  public var isSmall: Bool { incidents < Self.smallBelow }

  /// The highest level whose criteria, and all of those below, are met.
  public var level: MaturityLevel {
    MaturityLevel.allCases.last(where: isReached) ?? .reactive
  }

  /// Whether every criterion of a level and of those below is known to be met.
  public func isReached(_ level: MaturityLevel) -> Bool {
    findings.allSatisfy { $0.criterion.level > level || $0.isMet == true }
  }

  /// What a level rests on itself; nothing for the lowest.
  public func findings(of level: MaturityLevel) -> [MaturityFinding] {
    findings.filter { $0.criterion.level == level }
  }

  /// - Parameters:
  ///   - period: What is assessed.
  ///   - before: The period before; nil where that had no incident.
  ///   - changes: How the medians changed since then.
  ///   - budgetsKept: The error budgets that are not spent; nil where no service has an objective.
  public init(
    _ period: MaturityFigures, before: MaturityFigures?, changes: [(measure: Measure, change: MedianChange)],
    budgetsKept: Share?
  ) {
    incidents = period.figures.incidents
    findings = MaturityCriterion.allCases.map { criterion in
      let evidence: MaturityEvidence =
        switch criterion {
        case .commanded: Self.share(period.commanded)
        case .acknowledged: Self.share(period.acknowledged)
        case .causesNamed: Self.share(period.causesNamed)
        case .acknowledgedInTarget: Self.share(period.figures.acknowledgedInTarget)
        case .updatesOnTime: Self.share(period.figures.updatesOnTime)
        case .postmortemsInTime: Self.share(period.postmortemsInTime)
        case .runbooksFollowed: Self.share(period.runbooksFollowed)
        case .actionsInTime: Self.share(period.actionsInTime)
        case .actionsVerified: Self.share(period.actionsVerified)
        case .runbooksReviewed: Self.share(period.runbooksReviewed)
        case .repeats: .count(now: period.figures.repeats.count, before: before?.figures.repeats.count)
        case .budgetsKept: Self.share(budgetsKept)
        case .timeToAcknowledge, .timeToMitigate, .timeToResolve:
          changes.first { $0.measure == criterion.measure }.map { .change($0.change) } ?? .none
        case .falseAlarms: Self.share(period.falseAlarms)
        case .outOfHours: period.outOfHours.map { .shares(now: $0, before: before?.outOfHours) } ?? .none
        }
      return MaturityFinding(criterion: criterion, evidence: evidence)
    }
  }

  private static func share(_ share: Share?) -> MaturityEvidence { share.map { .share($0) } ?? .none }
}
