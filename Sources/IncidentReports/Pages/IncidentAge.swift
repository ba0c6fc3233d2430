public import IncidentCore

/// How long an incident has been going, or took.
public struct IncidentAge: Hashable, Sendable {
  /// The milestone it is measured from: `started`, else `detected`, else `declared`.
  public let from: Milestone
  /// When that was.
  public let start: Timestamp
  /// When service was restored; nil while the response goes on.
  public let end: Timestamp?
  /// Its length in seconds, 0 or more.
  public let seconds: Int

  /// Nil for a cancelled incident, which was none, and where the milestones are missing or run backwards. A beginning
  /// that is ahead of `now`, by another machine's clock, is 0 seconds ago.
  public init?(_ snapshot: Snapshot, now: Timestamp) {
    self.init(snapshot.status, snapshot.milestones, now: now)
  }

  /// The same of what it depends on, so that a long list need not copy whole snapshots.
  init?(_ status: Status, _ milestones: Milestones, now: Timestamp) {
    guard status != .cancelled,
      let from = [Milestone.started, .detected, .declared].first(where: { milestones[$0] != nil }),
      let start = milestones[from]
    else { return nil }
    self.from = from
    self.start = start
    if status.isActive {
      end = nil
      seconds = max(0, now.seconds(since: start))
    } else {
      guard let resolved = milestones.resolved, resolved >= start else { return nil }
      end = resolved
      seconds = resolved.seconds(since: start)
    }
  }
}
