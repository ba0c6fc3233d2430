import IncidentCore

/// Which incidents a status or a handoff speaks of, and in which order.
enum StatusOrder {
  /// Those with a response going on, the most urgent first.
  static func active(in snapshots: [Snapshot], now: Timestamp, policy: Policy) -> [Snapshot] {
    snapshots.filter(\.status.isActive).sorted { isMoreUrgent($0, than: $1, now: now, policy: policy) }
  }

  /// Real ones before drills, the most severe first, then the most overdue, then the oldest.
  static func isMoreUrgent(_ left: Snapshot, than right: Snapshot, now: Timestamp, policy: Policy) -> Bool {
    if left.kind != right.kind { return left.kind == .incident }
    if left.severity != right.severity { return left.severity > right.severity }
    let overdue = [left, right].map { Deadlines($0, policy: policy).mostOverdue(now: now) ?? .min }
    return overdue[0] != overdue[1] ? overdue[0] > overdue[1] : left.id < right.id
  }

  /// Those that are resolved and not closed: the earliest postmortem due first, then those that owe none, by id.
  static func owing(in snapshots: [Snapshot], policy: Policy) -> [Snapshot] {
    // Places are sorted rather than snapshots: these are large, and there may be thousands.
    var places: [(due: Int, id: PackedIncidentID, index: Int)] = []
    for (index, snapshot) in snapshots.enumerated() where snapshot.status == .resolved {
      let due = Deadlines(snapshot, policy: policy).postmortem?.seconds ?? .max
      places.append((due, PackedIncidentID(snapshot.id), index))
    }
    places.sort { ($0.due, $0.id) < ($1.due, $1.id) }
    return places.map { snapshots[$0.index] }
  }
}
