public import IncidentCore
public import Mustache

/// What a template is told of a shift that ends: what goes on, what ended during it, what is still owed.
///
/// | key | value |
/// | --- | --- |
/// | `now`, `since` | moments: when this was written, when the shift began |
/// | `length` | `8 h` |
/// | `active` | a list of incidents that go on, the worst first, then the oldest |
/// | `ended` | a list of those that ended since the shift began, newest first |
/// | `owed` | a list of those that lack a postmortem which policy requires, the first due first |
/// | `isQuiet` | whether all three lists are empty |
/// | `activeCount`, `endedCount`, `owedCount` | numbers |
///
/// An incident in a list has all the keys of ``IncidentContext``.
public struct ShiftContext: Sendable {
  /// Every incident that may matter; what does not is left out here.
  public let incidents: [Incident]
  /// When the shift began.
  public let since: Timestamp
  /// When it ends.
  public let now: Timestamp
  /// What the team requires.
  public let policy: Policy

  /// The shift from `since` to `now`.
  public init(_ incidents: [Incident], since: Timestamp, now: Timestamp, policy: Policy) {
    self.incidents = incidents
    self.since = since
    self.now = now
    self.policy = policy
  }

  /// The context, for ``Template/render(_:partials:escape:limits:)``.
  public var value: MustacheValue {
    let contexts = incidents.map { IncidentContext($0, now: now, policy: policy) }
    let active = contexts.filter(\.snapshot.status.isActive).sorted(by: Self.isMoreUrgent)
    let ended = contexts.filter { $0.ended.map { $0 >= since } ?? false }
      .sorted { Self.key($0.ended, $0) > Self.key($1.ended, $1) }
    let owed = contexts.filter { $0.postmortemDue != nil }
      .sorted { Self.key($0.postmortemDue, $0) < Self.key($1.postmortemDue, $1) }
    return [
      "now": MomentText.value(now, near: now), "since": MomentText.value(since, near: now),
      "length": .string(DurationText.long(seconds: now.seconds(since: since))),
      "active": .list(active.map(\.value)), "activeCount": MustacheValue(active.count),
      "ended": .list(ended.map(\.value)), "endedCount": MustacheValue(ended.count),
      "owed": .list(owed.map(\.value)), "owedCount": MustacheValue(owed.count),
      "isQuiet": .bool(active.isEmpty && ended.isEmpty && owed.isEmpty),
    ]
  }

  private static func isMoreUrgent(_ left: IncidentContext, _ right: IncidentContext) -> Bool {
    if left.snapshot.severity != right.snapshot.severity { return left.snapshot.severity > right.snapshot.severity }
    return key(left.snapshot.milestones.declared, left) < key(right.snapshot.milestones.declared, right)
  }

  private static func key(_ moment: Timestamp?, _ context: IncidentContext) -> (Int, String) {
    (moment?.seconds ?? 0, context.incident.id.text)
  }
}
