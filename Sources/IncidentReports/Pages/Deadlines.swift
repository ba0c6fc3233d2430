public import IncidentCore

/// What an incident still owes, and by when.
public struct Deadlines: Hashable, Sendable {
  /// When somebody has to have acknowledged; nil once somebody has, and where no response goes on.
  public let acknowledgement: Timestamp?
  /// When those who wait have to hear again; nil where no update is due.
  public let nextUpdate: Timestamp?
  /// When the postmortem has to be published; nil where none is owed, or not yet.
  public let postmortem: Timestamp?

  /// The deadlines of an incident by its team's policy. The response is measured from the detection, else from the
  /// declaration; the postmortem from the last resolution.
  public init(_ snapshot: Snapshot, policy: Policy) {
    let milestones = snapshot.milestones
    let isActive = snapshot.status.isActive
    acknowledgement =
      isActive && milestones.acknowledged == nil
      ? (milestones.detected ?? milestones.declared).map { policy.responseDue(snapshot.severity, after: $0) } : nil
    nextUpdate = isActive ? snapshot.nextUpdateDue : nil
    if snapshot.status == .resolved, snapshot.postmortem != .published, let resolved = milestones.resolved,
      case .required(let span) = policy[snapshot.severity].postmortem
    {
      postmortem = resolved.adding(span.seconds)
    } else {
      postmortem = nil
    }
  }

  /// Seconds from the earliest deadline of the response to `now`; negative while it is ahead, nil where there is none.
  func mostOverdue(now: Timestamp) -> Int? {
    [acknowledgement, nextUpdate].compactMap { $0.map { now.seconds(since: $0) } }.max()
  }
}

/// How a deadline is said: the same words on every page.
enum DeadlineText {
  /// `due in 12 min`, `due now`, or, loudly, `OVERDUE by 3 min`.
  static func phrase(_ due: Timestamp, now: Timestamp) -> Phrase {
    let left = due.seconds(since: now)
    if left < 0 { return Phrase("OVERDUE by \(DurationText.long(seconds: -left))", .alarm) }
    if left == 0 { return Phrase("due now", .warning) }
    return Phrase("due in \(DurationText.long(seconds: left))", left <= 300 ? .warning : .plain)
  }

  /// `by 23:32 UTC`, or `was due 23:32 UTC`.
  static func moment(_ due: Timestamp, now: Timestamp) -> Phrase {
    Phrase("\(due < now ? "was due" : "by") \(MomentText.short(due, near: now))", .muted)
  }
}
