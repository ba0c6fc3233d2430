import IncidentCore

/// What an incident still owes, and by when: what pages print, templates are told and the next command rests on.
struct Deadlines: Hashable {
  /// When somebody has to have acknowledged; nil once somebody has, and where no response goes on.
  let acknowledgement: Timestamp?
  /// Whether the acknowledgement is what the incident waits for.
  ///
  /// An update may move it on without one. While it is only looked into, `ack` is still the thing to type; from mitigation
  /// on somebody clearly responds, and pages merely say that nobody acknowledged.
  let asksForAcknowledgement: Bool
  /// When those who wait have to hear again; nil where no update is due.
  let nextUpdate: Timestamp?
  /// When the postmortem has to be published; nil where none is owed, or not yet.
  let postmortem: Timestamp?

  /// The deadlines of an incident by its team's policy. The response is measured from the detection, else from the
  /// declaration; the postmortem from the last resolution.
  init(_ snapshot: Snapshot, policy: Policy) {
    let milestones = snapshot.milestones
    let isActive = snapshot.status.isActive
    acknowledgement =
      isActive && milestones.acknowledged == nil
      ? (milestones.detected ?? milestones.declared).map { policy.responseDue(snapshot.severity, after: $0) } : nil
    asksForAcknowledgement =
      acknowledgement != nil && (snapshot.status == .declared || snapshot.status == .investigating)
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

extension Timestamp {
  /// Seconds by which a deadline at this moment is missed at `now`; nil while it is ahead, and in its own second.
  func overdue(at now: Timestamp) -> Int? {
    now > self ? now.seconds(since: self) : nil
  }
}
