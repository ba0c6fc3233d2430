public import IncidentCore

/// The next sensible command, so that nothing has to be remembered.
public struct NextStep: Hashable, Sendable {
  /// As it is typed; `NAME` and `TEXT` are for the person to fill in, as in a line of usage.
  public let command: String
  /// Why, in a few words.
  public let reason: String

  /// The first thing an incident waits for; nil where it waits for nothing.
  ///
  /// An acknowledgement comes first, then a commander, then an overdue update, then the other required roles: those who
  /// wait come before the fourth and fifth chair.
  /// - Parameter namesReference: whether the command has to say which incident is meant.
  public init?(for snapshot: Snapshot, now: Timestamp, policy: Policy, namesReference: Bool) {
    guard let step = Self.step(for: snapshot, now, policy) else { return nil }
    command = Self.command(step.words, for: snapshot.id, namesReference) + (step.asksForText ? " -m TEXT" : "")
    reason = step.reason
  }

  /// The command that fills an empty role: `incident assign ic NAME`.
  static func assigning(_ role: Role, in id: IncidentID, namesReference: Bool) -> String {
    command(assignment(of: role), for: id, namesReference)
  }

  private static func assignment(of role: Role) -> String { "assign \(role.alias) NAME" }

  /// The reference is in lower case, as people type it.
  private static func command(_ words: String, for id: IncidentID, _ namesReference: Bool) -> String {
    namesReference ? "incident \(words) \(id.typedText)" : "incident \(words)"
  }

  /// What to type before the reference, whether a text follows it, and why.
  private struct Step {
    let words: String
    var asksForText = false
    let reason: String
  }

  private static func step(for snapshot: Snapshot, _ now: Timestamp, _ policy: Policy) -> Step? {
    switch snapshot.status {
    case .declared, .investigating, .mitigating, .monitoring: responding(to: snapshot, now, policy)
    case .resolved: finishing(snapshot, now, policy)
    case .closed, .cancelled: nil
    }
  }

  private static func responding(to snapshot: Snapshot, _ now: Timestamp, _ policy: Policy) -> Step {
    let deadlines = Deadlines(snapshot, policy: policy)
    if deadlines.asksForAcknowledgement { return Step(words: "ack", reason: "nobody has acknowledged it") }
    let empty = RoleGaps.empty(in: snapshot, policy: policy)
    if empty.contains(.incidentCommander) { return filling(.incidentCommander) }
    if let late = deadlines.nextUpdate?.overdue(at: now) {
      return Step(
        words: "update", asksForText: true, reason: "an update is overdue by \(DurationText.long(seconds: late))")
    }
    if let role = empty.first { return filling(role) }
    if snapshot.status == .monitoring {
      return Step(words: "resolve", asksForText: true, reason: "once service is restored")
    }
    return Step(words: "mitigate", asksForText: true, reason: "once the impact is reduced; until then, update")
  }

  private static func filling(_ role: Role) -> Step {
    Step(words: assignment(of: role), reason: "nobody is \(role.title)")
  }

  private static func finishing(_ snapshot: Snapshot, _ now: Timestamp, _ policy: Policy) -> Step {
    guard let due = Deadlines(snapshot, policy: policy).postmortem else {
      let isPublished = snapshot.postmortem == .published
      return Step(words: "close", reason: isPublished ? "the postmortem is published" : "no postmortem is owed")
    }
    let owed = "the postmortem is \(DeadlineText.phrase(due, now: now).text.lowercased())"
    return snapshot.postmortem == nil
      ? Step(words: "postmortem", reason: owed)
      : Step(words: "postmortem publish", reason: "once it says what was learned; \(owed)")
  }
}
