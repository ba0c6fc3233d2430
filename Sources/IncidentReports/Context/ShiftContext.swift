public import IncidentCore
public import Mustache

/// What a template is told of a shift that ends: what goes on, what ended during it, what is still owed.
///
/// | key | value |
/// | --- | --- |
/// | `now`, `since` | moments: when this was written, when the shift began |
/// | `length` | `8 h` |
/// | `active` | a list of incidents that go on, real ones before drills, the worst first, then the most overdue, then the oldest |
/// | `ended` | a list of those that ended since the shift began, newest first |
/// | `owed` | a list of those that lack a postmortem which policy requires, the first due first |
/// | `isQuiet` | whether all three lists are empty |
/// | `activeCount`, `endedCount`, `owedCount` | numbers |
///
/// An incident in a list has all the keys of ``IncidentContext``. An incident ends with its resolution or its
/// cancellation; one that was resolved before the shift and closed during it did not end in it.
public struct ShiftContext: Sendable {
  /// Every incident that may matter.
  let incidents: [Incident]
  /// When the shift began.
  let since: Timestamp
  /// When it ends.
  let now: Timestamp
  /// What the team requires.
  let policy: Policy

  /// The shift from `since` to `now`.
  /// - Parameter incidents: in any order: every active one, every one that is resolved and not closed, however long ago
  ///   (its postmortem may be owed), and those that were closed or cancelled since. More do no harm: the lists leave out
  ///   what does not belong in them. The head of a record does not say when it was cancelled, so every cancelled one has
  ///   to be given.
  public init(_ incidents: [Incident], since: Timestamp, now: Timestamp, policy: Policy) {
    self.incidents = incidents
    self.since = since
    self.now = now
    self.policy = policy
  }

  /// The context, for ``Template/render(_:partials:escape:limits:)``.
  public var value: MustacheValue {
    let contexts = incidents.map { IncidentContext($0, now: now, policy: policy) }
    let active = contexts.filter(\.snapshot.status.isActive)
      .sorted { StatusOrder.isMoreUrgent($0.snapshot, than: $1.snapshot, now: now, policy: policy) }
    let ended = contexts.map { ($0, at: $0.incident.ended) }.filter { $0.at.map { $0 >= since } ?? false }
      .sorted { Self.key($0.at, $0.0) > Self.key($1.at, $1.0) }.map(\.0)
    let owed = contexts.map { ($0, due: $0.deadlines.postmortem) }.filter { $0.due != nil }
      .sorted { Self.key($0.due, $0.0) < Self.key($1.due, $1.0) }.map(\.0)
    return [
      "now": MomentText.value(now, near: now), "since": MomentText.value(since, near: now),
      "length": .string(DurationText.long(seconds: now.seconds(since: since))),
      "active": .list(active.map(\.value)), "activeCount": MustacheValue(active.count),
      "ended": .list(ended.map(\.value)), "endedCount": MustacheValue(ended.count),
      "owed": .list(owed.map(\.value)), "owedCount": MustacheValue(owed.count),
      "isQuiet": .bool(active.isEmpty && ended.isEmpty && owed.isEmpty),
    ]
  }

  private static func key(_ moment: Timestamp?, _ context: IncidentContext) -> (Int, String) {
    (moment?.seconds ?? 0, context.incident.id.text)
  }
}
