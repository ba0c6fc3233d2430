/// What a notice of monitoring comes to.
public enum AlertDecision: Hashable, Sendable {
  /// A new incident, on which these intents follow; the one before it, where its trouble had one.
  case declare(follows: Incident?, then: [Intent])
  /// Intents on an incident that is there, in their order, and what to say of it.
  case record(on: Incident, [Intent], [AlertRemark])
  /// Nothing, and why.
  case nothing(AlertIdleness, on: Incident?)
}

/// What a person should know of an alert that was taken in.
public enum AlertRemark: Hashable, Sendable {
  /// The alert is worse than the incident.
  case isWorse(Severity, AlertReason)
  /// Some of its alerts are over, others fire.
  case partlyOver
  /// People resolved the incident, and it fires.
  case firesThoughResolved
  /// This is over, and others of the incident fire.
  case othersFire([Alerted])
  /// Nothing fires any more.
  case mayBeResolved
}

/// Why nothing comes of a notice.
public enum AlertIdleness: Hashable, Sendable {
  /// No incident has the trouble.
  case unknown
  /// No incident that could be resolved has the trouble.
  case nothingToResolve
  /// It came late: that firing is known to have ended.
  case overAlready
  /// It came late: it fired again after that.
  case firesAnew
  /// People said that it is no incident.
  case cancelled
  /// It stands on the timeline.
  case known
}

extension AlertIntake {
  /// What the notice says of an incident that begins with it.
  /// - Parameter known: The services of the team's settings.
  public func declared(at moment: Timestamp, known: [String]) -> Declared {
    Declared(
      title: notice.title, severity: policy.severity(of: notice).severity,
      services: policy.services(of: notice, known: known).services,
      // A clock that runs ahead of ours must not keep an incident from being declared.
      started: notice.started.flatMap { $0 <= moment ? $0 : nil })
  }

  /// When it happened: never in the future.
  ///
  /// What monitoring finds counts from the moment it is heard of, so that the time to detect says what it is to say; what
  /// PagerDuty says, and what people did, from its own time. What is over has been so since the alert's end, unless more
  /// has happened since.
  /// - Parameter incident: The one it belongs to; nil for a new one.
  public func moment(on incident: Incident?) -> Timestamp {
    let own = notice.at.map { min($0, now) }
    switch notice.change {
    case .fired: return notice.source == .pagerduty ? own ?? now : now
    case .resolved:
      if notice.source.isPager { return own ?? now }
      guard let ended = notice.ended, ended <= now, let last = incident?.events.last?.at, last <= ended else {
        return now
      }
      return ended
    case .acknowledged, .severityChanged, .assigned, .noted, .other: return own ?? now
    }
  }
}
