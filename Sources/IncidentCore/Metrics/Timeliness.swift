/// Whether something that was due at a moment came by then.
public enum Timeliness: Hashable, Sendable {
  /// It was due `due` and came `at`.
  case came(from: Timestamp, at: Timestamp, due: Timestamp)
  /// It was due `due`, which is over, and has not come.
  case missing(from: Timestamp, due: Timestamp)
  /// It has not come, and is not due before `due`.
  case ahead(due: Timestamp)
  /// It came before it could: nothing was measured.
  case impossible
  /// Nothing is owed.
  case none

  /// Whether it came in time; nil where that cannot be said, or not yet.
  public var isMet: Bool? {
    switch self {
    case .came(_, let at, let due): at <= due
    case .missing: false
    case .ahead, .impossible, .none: nil
    }
  }
}

extension Snapshot {
  /// The severity it was declared with.
  var severityDeclared: Severity { responded.all.first?.severity ?? severity }

  /// The acknowledgement, by the policy's target for the severity it was declared with, from detection, else declaration.
  func acknowledgement(_ setting: MetricsSetting) -> Timeliness {
    guard let known = milestones.detected ?? milestones.declared else { return .none }
    let due = setting.policy.responseDue(severityDeclared, after: known)
    if let at = milestones.acknowledged { return at >= known ? .came(from: known, at: at, due: due) : .impossible }
    return status.isActive && setting.now <= due ? .ahead(due: due) : .missing(from: known, due: due)
  }

  /// The postmortem, where the policy requires one of what is resolved.
  func postmortem(_ setting: MetricsSetting) -> Timeliness {
    guard case .required(let span) = setting.policy[severity].postmortem, let resolved = milestones.resolved else {
      return .none
    }
    let due = resolved.adding(span.seconds)
    if let published = postmortemPublished { return .came(from: resolved, at: published, due: due) }
    return setting.now <= due ? .ahead(due: due) : .missing(from: resolved, due: due)
  }

  /// The updates that were owed by now: how many, and how many of them came in time. One that is overdue has not.
  func updates(at now: Timestamp) -> (inTime: Int, owed: Int) {
    let isMissing = status.isActive && nextUpdateDue.map { $0 < now } ?? false
    return (updates.owed - updates.late, updates.owed + (isMissing ? 1 : 0))
  }
}
