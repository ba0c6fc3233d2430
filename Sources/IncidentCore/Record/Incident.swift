public import JSONTree

/// An incident: its timeline, and the state folded from it.
public struct Incident: Hashable, Sendable {
  /// The name of the incident.
  public let id: IncidentID
  /// The version of the record's form; ``currentSchema`` for a new one.
  public let schema: Int
  /// Every event, in timeline order: by when it happened, then by id.
  public let events: [Event]
  /// The state after all of them.
  public let snapshot: Snapshot
  /// The record's members as they were read, the timeline left out; they tell where unknown keys stand.
  let head: JSONObject

  /// The version of the record's form that this tool writes.
  public static let currentSchema = 1

  /// An incident of these events, in any order; equal ones count once.
  ///
  /// Where a `redacted` event names another, that one's words are blanked here, so that no way of bringing events
  /// together brings them back.
  /// - Throws: ``RecordProblem`` where two different events share an id, or none declares the incident.
  public init(
    id: IncidentID, schema: Int = currentSchema, events: [Event], head: JSONObject = [:]
  ) throws(RecordProblem) {
    let ordered = try Self.ordered(events)
    guard let snapshot = Fold.snapshot(id: id, of: ordered) else {
      throw RecordProblem(path: [.key("timeline")], kind: .undeclared)
    }
    self.id = id
    self.schema = schema
    self.events = ordered
    self.snapshot = snapshot
    self.head = head
  }

  /// This incident with `new` events.
  /// - Throws: ``RecordProblem`` where one of them has the id of another event.
  public func adding(_ new: [Event]) throws(RecordProblem) -> Incident {
    try Incident(id: id, schema: schema, events: events + new, head: head)
  }

  /// Whether this tool may write it: a newer version's record is read as far as it can be and never rewritten.
  public var isWritable: Bool { schema <= Self.currentSchema }

  /// The events that were retracted.
  public var retracted: Set<EventID> { Fold.retracted(in: events) }

  /// The events that count, in timeline order.
  public var countingEvents: [Event] { Fold.counting(events) }

  /// The state as it was at `moment`, after all that had happened by then and was not retracted since.
  ///
  /// The declaration counts at any moment, since people note what led to an incident with earlier times; so does the
  /// adding of a follow-up. Back-filled commands are judged by this state.
  public func snapshot(at moment: Timestamp) -> Snapshot {
    Fold.snapshot(id: id, of: events, until: moment) ?? snapshot
  }

  /// In timeline order, equal ones once, redacted ones blanked.
  private static func ordered(_ events: [Event]) throws(RecordProblem) -> [Event] {
    var ordered = blanked(events).sorted { $0.id < $1.id }
    // Sorted rather than looked up: the first set or dictionary of a type costs a process more than this does.
    var kept = 0
    for index in ordered.indices {
      if kept > 0, ordered[kept - 1].id == ordered[index].id {
        guard ordered[kept - 1].json == ordered[index].json else {
          throw RecordProblem(path: [.key("timeline")], kind: .sharedID(ordered[index].id))
        }
      } else {
        if kept != index { ordered[kept] = ordered[index] }
        kept += 1
      }
    }
    ordered.removeSubrange(kept...)
    ordered.sort()
    return ordered
  }

  /// The events, without the words of those that were redacted.
  private static func blanked(_ events: [Event]) -> [Event] {
    let targets = events.compactMap(redactionTarget)
    return targets.isEmpty ? events : blanked(events, Set(targets))
  }

  /// The events, without the words of those in `targets`.
  static func blanked(_ events: [Event], _ targets: Set<EventID>) -> [Event] {
    targets.isEmpty ? events : events.map { targets.contains($0.id) ? $0.blanked : $0 }
  }

  /// The events whose words are gone for good.
  static func redactionTargets(in events: [Event]) -> Set<EventID> {
    Set(events.compactMap(redactionTarget))
  }

  private static func redactionTarget(_ event: Event) -> EventID? {
    guard case .redacted(let body) = event.body else { return nil }
    return body.event
  }
}
