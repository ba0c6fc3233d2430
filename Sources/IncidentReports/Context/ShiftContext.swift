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
/// | `late` | a list of `{id, severity, isDrill, title, due, lateBy, isGiven}`: updates that were due in the shift and came late, or have not come; the first due first |
/// | `runbooks`, `hasRunbooks` | a list of the runbooks followed in those that go on or ended, as in ``IncidentContext``, each with its `incident` and `isDrill`; whether there are any |
/// | `openActions` | a list of follow-ups as in ``IncidentContext``, each with its `incident`: the first due first, ``mostActions`` at most |
/// | `moreActions` | the number of further ones, or `null` |
/// | `isQuiet` | whether nothing goes on, ended, is owed or was late |
/// | `activeCount`, `endedCount`, `owedCount`, `lateCount`, `actionCount` | numbers |
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
  /// Follow-ups of any incident.
  let actions: [ActionEntry]

  /// How many follow-ups are told one by one.
  static let mostActions = 20

  /// The shift from `since` to `now`.
  /// - Parameters:
  ///   - incidents: in any order: every active one, every one that is resolved and not closed, however long ago (its
  ///     postmortem may be owed), and those that were closed or cancelled since. More do no harm: the lists leave out
  ///     what does not belong in them. The head of a record does not say when it was cancelled, so every cancelled one
  ///     has to be given.
  ///   - actions: Those of every incident; what is finished is left out.
  public init(
    _ incidents: [Incident], actions: [ActionEntry] = [], since: Timestamp, now: Timestamp, policy: Policy
  ) {
    self.actions = actions
    self.incidents = incidents
    self.since = since
    self.now = now
    self.policy = policy
  }

  /// The context, for ``Template/render(_:partials:escape:limits:)``.
  public var value: MustacheValue {
    let contexts = incidents.map { IncidentContext($0, now: now, policy: policy) }
    let late = late
    let open = actions.filter(\.item.status.isUnfinished).sorted(by: ActionEntry.isEarlier)
    let active = contexts.filter(\.snapshot.status.isActive)
      .sorted { StatusOrder.isMoreUrgent($0.snapshot, than: $1.snapshot, now: now, policy: policy) }
    let ended = contexts.map { ($0, at: $0.incident.ended) }.filter { $0.at.map { $0 >= since } ?? false }
      .sorted { Self.key($0.at, $0.0) > Self.key($1.at, $1.0) }.map(\.0)
    let runbooks = (active + ended).flatMap(\.runbooksOfIncident)
    let owed = contexts.map { ($0, due: $0.deadlines.postmortem) }.filter { $0.due != nil }
      .sorted { Self.key($0.due, $0.0) < Self.key($1.due, $1.0) }.map(\.0)
    return [
      "now": MomentText.value(now, near: now), "since": MomentText.value(since, near: now),
      "length": .string(DurationText.long(seconds: now.seconds(since: since))),
      "active": .list(active.map(\.value)), "activeCount": MustacheValue(active.count),
      "ended": .list(ended.map(\.value)), "endedCount": MustacheValue(ended.count),
      "owed": .list(owed.map(\.value)), "owedCount": MustacheValue(owed.count),
      "late": .list(late), "lateCount": MustacheValue(late.count),
      "runbooks": .list(runbooks), "hasRunbooks": .bool(!runbooks.isEmpty),
      "openActions": .list(open.prefix(Self.mostActions).map { $0.value(on: now.date) }),
      "moreActions": open.count > Self.mostActions ? MustacheValue(open.count - Self.mostActions) : .null,
      "actionCount": MustacheValue(open.count),
      "isQuiet": .bool(active.isEmpty && ended.isEmpty && owed.isEmpty && late.isEmpty),
    ]
  }

  /// Updates that were due in the shift and late.
  private var late: [MustacheValue] {
    let all = incidents.flatMap { incident in incident.updatesOwed.map { (incident, owed: $0) } }
    let late = all.compactMap { incident, owed -> (incident: Incident, owed: UpdateOwed, seconds: Int)? in
      guard owed.given ?? now >= since, owed.due <= now, let seconds = owed.lateness(at: now) else { return nil }
      return (incident, owed, seconds)
    }
    return late.sorted { ($0.owed.due, $0.incident.id) < ($1.owed.due, $1.incident.id) }.map {
      incident, owed, seconds in
      [
        "id": .string(incident.id.text), "severity": .string(incident.snapshot.severity.label),
        "isDrill": .bool(incident.snapshot.kind == .drill), "title": MustacheValue(text: incident.snapshot.title),
        "due": MomentText.value(owed.due, near: now),
        "lateBy": .string(DurationText.long(seconds: seconds)), "isGiven": .bool(owed.given != nil),
      ]
    }
  }

  private static func key(_ moment: Timestamp?, _ context: IncidentContext) -> (Int, String) {
    (moment?.seconds ?? 0, context.incident.id.text)
  }
}
