public import IncidentCore

/// The next sensible command, so that nothing has to be remembered.
public struct NextStep: Hashable, Sendable {
  /// As it is typed; `NAME` and `"…"` are for the person to fill in.
  public let command: String
  /// Why, in a few words.
  public let reason: String

  /// The first thing an incident waits for; nil where it waits for nothing.
  ///
  /// An acknowledgement comes first, then a commander, then an overdue update, then the other required roles: those who
  /// wait come before the fourth and fifth chair.
  /// - Parameter namesReference: whether the command has to say which incident is meant.
  public init?(for snapshot: Snapshot, now: Timestamp, policy: Policy, namesReference: Bool) {
    guard let (command, reason) = Self.step(for: snapshot, now, policy) else { return nil }
    self.command = Self.command(command, for: snapshot.id, namesReference)
    self.reason = reason
  }

  /// The command that fills an empty role: `incident assign ic NAME`.
  public static func assigning(_ role: Role, in id: IncidentID, namesReference: Bool) -> String {
    command("assign \(role.alias) NAME", for: id, namesReference)
  }

  private static func command(_ words: String, for id: IncidentID, _ namesReference: Bool) -> String {
    namesReference ? "incident \(words) \(id.shortText)" : "incident \(words)"
  }

  private static func step(
    for snapshot: Snapshot, _ now: Timestamp, _ policy: Policy
  ) -> (command: String, reason: String)? {
    switch snapshot.status {
    case .declared, .investigating, .mitigating, .monitoring: responding(to: snapshot, now, policy)
    case .resolved: finishing(snapshot, now, policy)
    case .closed, .cancelled: nil
    }
  }

  private static func responding(
    to snapshot: Snapshot, _ now: Timestamp, _ policy: Policy
  ) -> (command: String, reason: String) {
    if snapshot.status == .declared { return ("ack", "nobody has acknowledged it") }
    let empty = RoleGaps.empty(in: snapshot, policy: policy)
    if empty.contains(.incidentCommander) { return ("assign ic NAME", "nobody is incident commander") }
    if let due = Deadlines(snapshot, policy: policy).nextUpdate, due < now {
      return (#"update -m "…""#, "an update is overdue by \(DurationText.long(seconds: now.seconds(since: due)))")
    }
    if let role = empty.first { return ("assign \(role.alias) NAME", "nobody is \(role.title)") }
    if snapshot.status == .monitoring { return (#"resolve -m "…""#, "once service is restored") }
    return (#"mitigate -m "…""#, "once the impact is reduced; until then, update")
  }

  private static func finishing(
    _ snapshot: Snapshot, _ now: Timestamp, _ policy: Policy
  ) -> (command: String, reason: String) {
    guard let due = Deadlines(snapshot, policy: policy).postmortem else {
      return ("close", snapshot.postmortem == .published ? "the postmortem is published" : "no postmortem is owed")
    }
    let owed = "the postmortem is \(DeadlineText.phrase(due, now: now).text.lowercased())"
    return snapshot.postmortem == nil
      ? ("postmortem", owed) : ("postmortem publish", "once it says what was learned; \(owed)")
  }
}
