import IncidentCore

/// How long an incident has been going, or took: the one answer that every page and template gives.
struct IncidentAge: Hashable {
  /// The milestone it is measured from: `started`, else `detected`, else `declared`.
  let from: Milestone
  /// When that was.
  let start: Timestamp
  /// When the response ended; nil while it goes on.
  let end: Timestamp?
  /// Its length in seconds, 0 or more.
  let seconds: Int

  /// Nil where the milestones are missing, or it ended before it began. A beginning that is ahead of `now`, by another
  /// machine's clock, is 0 seconds ago.
  init?(_ incident: Incident, now: Timestamp) {
    self.init(incident.snapshot.milestones, isActive: incident.snapshot.status.isActive, end: incident.ended, now: now)
  }

  /// The same of the head of a record; nil for a cancelled incident, too, whose end the head does not know.
  init?(_ snapshot: Snapshot, now: Timestamp) {
    self.init(snapshot.status, snapshot.milestones, now: now)
  }

  /// The same of what it depends on, so that a long list need not copy whole snapshots.
  init?(_ status: Status, _ milestones: Milestones, now: Timestamp) {
    self.init(
      milestones, isActive: status.isActive, end: status == .cancelled ? nil : milestones.resolved, now: now)
  }

  private init?(_ milestones: Milestones, isActive: Bool, end: Timestamp?, now: Timestamp) {
    guard let from = [Milestone.started, .detected, .declared].first(where: { milestones[$0] != nil }),
      let start = milestones[from]
    else { return nil }
    self.from = from
    self.start = start
    if isActive {
      self.end = nil
      seconds = max(0, now.seconds(since: start))
    } else {
      guard let end, end >= start else { return nil }
      self.end = end
      seconds = end.seconds(since: start)
    }
  }
}
