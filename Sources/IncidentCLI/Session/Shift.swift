import IncidentCore
import IncidentReports
import IncidentStore

extension Session {
  /// How long a shift lasts where nobody says.
  static let shiftLength = 12 * 3_600

  /// What a shift leaves to the next one. Records that cannot be read are told, and left out.
  func shift(since: Timestamp) throws(CommandFailure) -> ShiftContext {
    var incidents: [Incident] = []
    var actions: [ActionEntry] = []
    if let store = try storeIfAny() {
      let heads = try store.heads()
      // A cancelled one does not say in its head when it was.
      let ids = heads.snapshots.filter { snapshot in
        snapshot.status != .closed || snapshot.milestones.closed.map { $0 >= since } ?? true
      }.map(\.id)
      let loaded = store.loadAll(ids)
      incidents = loaded.records.map(\.incident)
      actions = heads.snapshots.flatMap { snapshot in snapshot.actions.map { ActionEntry($0, of: snapshot.id) } }
      let failures = heads.failures + loaded.failures
      for failure in failures { tell(failure) }
      if !failures.isEmpty { status = .storage }
    }
    return ShiftContext(incidents, actions: actions, since: since, now: now, policy: try config().policy)
  }
}
