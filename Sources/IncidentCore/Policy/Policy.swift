/// A team's numbers: what each severity requires.
public struct Policy: Hashable, Sendable {
  /// The rules of SEV1.
  public var sev1: SeverityRules
  /// The rules of SEV2.
  public var sev2: SeverityRules
  /// The rules of SEV3.
  public var sev3: SeverityRules
  /// The rules of SEV4.
  public var sev4: SeverityRules

  /// What a team that sets nothing gets.
  public static let standard = Policy(
    sev1: SeverityRules(
      respondWithin: .within(.minutes(5)), updateEvery: .minutes(15), postmortem: .required(within: .hours(72)),
      requiredRoles: [.incidentCommander, .communicationsLead, .technicalLead, .scribe, .executiveSponsor],
      impactWeight: 100),
    sev2: SeverityRules(
      respondWithin: .within(.minutes(15)), updateEvery: .minutes(30), postmortem: .required(within: .hours(72)),
      requiredRoles: [.incidentCommander, .communicationsLead, .technicalLead], impactWeight: 50),
    sev3: SeverityRules(
      respondWithin: .within(.hours(4)), updateEvery: .hours(4), postmortem: .optional,
      requiredRoles: [.incidentCommander], impactWeight: 10),
    sev4: SeverityRules(
      respondWithin: .nextBusinessDay, updateEvery: nil, postmortem: .none, requiredRoles: [], impactWeight: 0))

  /// The rules of one severity.
  public subscript(_ severity: Severity) -> SeverityRules {
    get {
      switch severity {
      case .sev1: sev1
      case .sev2: sev2
      case .sev3: sev3
      case .sev4: sev4
      }
    }
    set {
      switch severity {
      case .sev1: sev1 = newValue
      case .sev2: sev2 = newValue
      case .sev3: sev3 = newValue
      case .sev4: sev4 = newValue
      }
    }
  }

  /// When the next update is due after one at `moment`; nil where the severity has no cadence.
  public func nextUpdateDue(_ severity: Severity, after moment: Timestamp) -> Timestamp? {
    self[severity].updateEvery.map { moment.adding($0.seconds) }
  }

  /// When somebody has to have begun to respond, seen from a detection at `moment`.
  public func responseDue(_ severity: Severity, after moment: Timestamp) -> Timestamp {
    self[severity].respondWithin.due(after: moment)
  }

  /// The required roles that nobody holds.
  public func emptyRoles(of snapshot: Snapshot) -> [Role] {
    self[snapshot.severity].requiredRoles.filter { snapshot.roles[$0].isEmpty }
  }
}

/// What one severity requires.
public struct SeverityRules: Hashable, Sendable {
  /// How soon somebody has to begin.
  public var respondWithin: ResponseTarget
  /// How often those who wait hear something; nil for no fixed cadence.
  public var updateEvery: TimeSpan?
  /// Whether and how soon a postmortem is owed.
  public var postmortem: PostmortemRule
  /// The roles that somebody has to hold.
  public var requiredRoles: [Role]
  /// How much of a service counts as down where nobody said what share of its users was hit: a percentage, 0 to 100.
  ///
  /// The defaults, 100, 50, 10 and 0, follow what the words mean: a critical incident is an outage, a low one hurts
  /// nobody. There is no standard for what lies between; status pages count a partial outage as 30 % of an outage, and
  /// degraded performance as none (<https://instatus.com/help/status-page/uptime-colors>). A record that has a share of
  /// its own needs none of this.
  public var impactWeight: Int
}

/// How soon somebody has to begin to respond.
public enum ResponseTarget: Hashable, Sendable {
  /// Within a length of time.
  case within(TimeSpan)
  /// By the end of the next working day (Monday to Friday, UTC).
  case nextBusinessDay

  /// When somebody has to have begun, seen from a detection at `moment`.
  func due(after moment: Timestamp) -> Timestamp {
    switch self {
    case .within(let span): return moment.adding(span.seconds)
    case .nextBusinessDay:
      var day = moment.adding(86_400)
      while day.date.weekday == 0 || day.date.weekday == 6 { day = day.adding(86_400) }
      return day.adding(86_399 - day.secondOfDay)
    }
  }
}

/// Whether and how soon a postmortem is owed.
public enum PostmortemRule: Hashable, Sendable {
  /// Published within a length of time after the resolution; an incident cannot be closed without.
  case required(within: TimeSpan)
  /// Welcome.
  case optional
  /// Not expected.
  case none
}
