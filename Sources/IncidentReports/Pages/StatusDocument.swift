public import IncidentCore
public import JSONTree

/// What `status --json` prints.
public enum StatusDocument {
  /// An incident with the head of its record.
  public struct Entry: Hashable, Sendable {
    /// The state.
    public let snapshot: Snapshot
    /// The members of the record, of which the timeline is left out.
    let head: JSONObject

    /// Pairs a state with the members it was read from.
    public init(snapshot: Snapshot, head: JSONObject) {
      self.snapshot = snapshot
      self.head = head
    }
  }

  /// `{"at": …, "active": […], "owed": […]}`, each list in the order of ``StatusPage``.
  ///
  /// An incident has the members of its snapshot and, where they apply, `ageSeconds`, `nextUpdateInSeconds` or
  /// `overdueBySeconds`, `acknowledgeInSeconds` or `acknowledgeOverdueBySeconds`, `postmortemDueInSeconds` or
  /// `postmortemOverdueBySeconds`, `emptyRoles` and `nextCommand`. All are whole seconds, 0 or more; absent is absent.
  /// - Parameter entries: those of the whole store, in any order.
  public static func json(_ entries: [Entry], now: Timestamp, policy: Policy) -> JSON {
    let snapshots = entries.map(\.snapshot)
    let heads = Dictionary(entries.map { ($0.snapshot.id, $0.head) }) { first, _ in first }
    let active = StatusOrder.active(in: snapshots, now: now, policy: policy)
    let owing = StatusOrder.owing(in: snapshots, policy: policy)
    func list(_ chosen: [Snapshot], namesReference: Bool) -> JSON {
      .array(
        chosen.map { snapshot in
          .object(members(of: snapshot, heads[snapshot.id] ?? [:], now, policy, namesReference))
        })
    }
    return [
      "at": .string(now.description),
      "active": list(active, namesReference: active.count > 1),
      "owed": list(owing, namesReference: true),
    ]
  }

  private static func members(
    of snapshot: Snapshot, _ head: JSONObject, _ now: Timestamp, _ policy: Policy, _ namesReference: Bool
  ) -> JSONObject {
    let deadlines = Deadlines(snapshot, policy: policy)
    var json = head
    json["timeline"] = nil
    // A member of ours takes the place of one that a record brought along, and one that does not apply is absent.
    json["ageSeconds"] =
      snapshot.status.isActive ? IncidentAge(snapshot, now: now).map { .number(JSONNumber($0.seconds)) } : nil
    json.setDistance(from: now, to: deadlines.nextUpdate, ahead: "nextUpdateInSeconds", behind: "overdueBySeconds")
    json.setDistance(
      from: now, to: deadlines.acknowledgement, ahead: "acknowledgeInSeconds", behind: "acknowledgeOverdueBySeconds")
    json.setDistance(
      from: now, to: deadlines.postmortem, ahead: "postmortemDueInSeconds", behind: "postmortemOverdueBySeconds")
    let empty = RoleGaps.empty(in: snapshot, policy: policy)
    json["emptyRoles"] = empty.isEmpty ? nil : .array(empty.map { .string($0.rawValue) })
    json["nextCommand"] = NextStep(for: snapshot, now: now, policy: policy, namesReference: namesReference)
      .map { .string($0.command) }
    return json
  }
}

extension JSONObject {
  /// The seconds to a deadline under one name, those past it under another; neither where there is no deadline.
  fileprivate mutating func setDistance(
    from now: Timestamp, to due: Timestamp?, ahead: String, behind: String
  ) {
    let left = due.map { $0.seconds(since: now) }
    self[ahead] = left.flatMap { $0 >= 0 ? .number(JSONNumber($0)) : nil }
    self[behind] = left.flatMap { $0 < 0 ? .number(JSONNumber(-$0)) : nil }
  }
}
