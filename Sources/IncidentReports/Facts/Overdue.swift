public import IncidentCore

/// One thing that was due, and is not done.
public struct Overdue: Hashable, Sendable {
  /// What is owed.
  public enum Duty: String, Hashable, Sendable {
    /// Somebody has to begin to respond.
    case acknowledgement
    /// Those who wait have to hear.
    case update
    /// The postmortem has to be published.
    case postmortem
  }

  /// Of which incident.
  public let snapshot: Snapshot
  /// What is owed.
  public let duty: Duty
  /// When it was due.
  public let due: Timestamp
  /// For how long, in seconds.
  public let seconds: Int

  /// Everything that is overdue: what goes on first, in the order of a status, then postmortems, the first due first.
  public static func all(in snapshots: [Snapshot], now: Timestamp, policy: Policy) -> [Overdue] {
    let active = StatusOrder.active(in: snapshots, now: now, policy: policy)
    let owing = StatusOrder.owing(in: snapshots, policy: policy)
    return (active + owing).flatMap { snapshot in
      let deadlines = Deadlines(snapshot, policy: policy)
      let duties: [(Duty, Timestamp?)] = [
        (.acknowledgement, deadlines.acknowledgement), (.update, deadlines.nextUpdate),
        (.postmortem, deadlines.postmortem),
      ]
      return duties.compactMap { (duty, due) -> Overdue? in
        guard let due, let late = due.overdue(at: now) else { return nil }
        return Overdue(snapshot: snapshot, duty: duty, due: due, seconds: late)
      }
    }
  }

  /// The command that ends it.
  public var command: String {
    let reference = snapshot.id.typedText
    return switch duty {
    case .acknowledgement: "incident ack \(reference)"
    case .update: "incident update -m TEXT \(reference)"
    case .postmortem:
      snapshot.postmortem == nil ? "incident postmortem \(reference)" : "incident postmortem publish \(reference)"
    }
  }
}
