/// One update that those who waited were owed: when, and when it came.
public struct UpdateOwed: Hashable, Sendable {
  /// When it was due, as the policy or a person had set it at the update before.
  public let due: Timestamp
  /// When it came; nil while it has not.
  public let given: Timestamp?

  /// Both times.
  public init(due: Timestamp, given: Timestamp?) {
    self.due = due
    self.given = given
  }

  /// Seconds by which it came after it was due, or is late at `now`; nil where it is in time so far.
  public func lateness(at now: Timestamp) -> Int? {
    let end = given ?? now
    return end > due ? end.seconds(since: due) : nil
  }
}

extension Incident {
  /// Every update that was owed while a response went on, in order. Each event that sets when the next one is due gives
  /// the one before it, and so does the end of the response: those who wait hear of it.
  public var updatesOwed: [UpdateOwed] {
    var owed: [UpdateOwed] = []
    var due: Timestamp?
    func give(_ event: Event, next: Timestamp?) {
      if let due { owed.append(UpdateOwed(due: due, given: event.at)) }
      due = next
    }
    var isDeclared = false
    for event in countingEvents {
      switch event.body {
      case .declared(let body):
        if !isDeclared { due = body.nextUpdateDue }
        isDeclared = true
      case .updated(let body): if let next = body.nextUpdateDue { give(event, next: next) }
      case .mitigated(let body): give(event, next: body.nextUpdateDue)
      case .severityChanged(let body): give(event, next: body.nextUpdateDue)
      case .reopened(let body): due = body.nextUpdateDue
      case .resolved, .cancelled, .closed: give(event, next: nil)
      case .acknowledged, .noted, .communicated, .assigned, .released, .postmortem, .actionAdded, .actionChanged,
        .retracted, .redacted, .unreadable:
        break
      }
    }
    if let due, snapshot.status.isActive { owed.append(UpdateOwed(due: due, given: nil)) }
    return owed
  }
}
