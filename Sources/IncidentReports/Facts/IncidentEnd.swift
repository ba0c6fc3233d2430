import IncidentCore

extension Incident {
  /// When the response ended: a cancelled incident's cancellation, else the last resolution; nil while it goes on.
  ///
  /// Only a whole record tells when it was cancelled: no milestone in its head does.
  var ended: Timestamp? {
    switch snapshot.status {
    case .declared, .investigating, .mitigating, .monitoring: nil
    case .resolved, .closed: snapshot.milestones.resolved
    case .cancelled: lastCounting { if case .cancelled = $0 { true } else { false } }?.at
    }
  }

  /// The last event that counts and is of a kind.
  func lastCounting(_ isOfKind: (EventBody) -> Bool) -> Event? {
    countingEvents.last { isOfKind($0.body) }
  }
}
