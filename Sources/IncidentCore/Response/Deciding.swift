extension Incident {
  /// The events an intent comes to, what had been so already, and what is odd about it.
  ///
  /// A back-filled intent is judged by the state at its own time. Nothing is changed here.
  /// - Throws: ``Refusal`` with the reason.
  public func decide(_ intent: Intent, in context: ResponseContext) throws(Refusal) -> Decision {
    guard isWritable else { throw .newerSchema(schema) }
    try context.requireItHappened()
    let then = snapshot(at: context.at)
    var decision =
      switch intent {
      case .acknowledge(let message): try acknowledging(message, then, context)
      case .update(let update): try updating(update, then, context)
      case .note(let message): try noting(message, context)
      case .communicate(let message): try communicating(message, context)
      case .changeSeverity(let severity, let message): try changing(severity, message, then, context)
      case .assign(let role, let name): try assigning(role, to: name, then, context)
      case .release(let role, let name): try releasing(role, by: name, then, context)
      case .mitigate(let message): try mitigating(message, then, context)
      case .resolve(let message, let cause): try resolving(message, cause, then, context)
      case .reopen(let message): try reopening(message, then, context)
      case .cancel(let message, let original): try cancelling(message, original, then, context)
      case .close(let message, let force): try closing(message, force, then, context)
      case .retract(let event, let message): try retracting(event, message)
      case .redact(let event, let message): try redacting(event, message)
      case .postmortem(let status): stepping(to: status)
      case .addAction(let action): try adding(action, context)
      case .moveAction(let action, let status, let message): try moving(action, to: status, message, then, context)
      case .editAction(let change): try editing(change, then, context)
      case .alert(let alert): alerted(alert, context)
      case .ran(let ran): running(ran, context)
      case .startRunbook(let started): try starting(started, context)
      case .stepRunbook(let stepped): try stepping(stepped)
      case .reviewRunbook(let review): try reviewing(review)
      }
    decision.warnings += try warnings(about: decision, context)
    return decision
  }

  /// This incident with what was decided, under new ids that follow those it has.
  /// - Returns: The incident and the new events; itself and none where nothing was to be recorded.
  /// - Throws: ``RecordProblem`` where a new id is one it has, which ``EventID`` makes next to impossible.
  public func recording(
    _ decision: Decision, in context: ResponseContext, milliseconds: UInt64,
    random: inout some RandomNumberGenerator
  ) throws(RecordProblem) -> (incident: Incident, events: [Event]) {
    var last = events.map(\.id).max()
    var new: [Event] = []
    for body in decision.events {
      let id = EventID(milliseconds: milliseconds, after: last, random: &random)
      new.append(Event(id: id, at: context.at, by: context.by, body: body))
      last = id
    }
    return new.isEmpty ? (self, []) : (try adding(new), new)
  }

  /// A new incident of a declaration.
  /// - Throws: ``RecordProblem`` where the decision declares nothing.
  public static func beginning(
    id: IncidentID, with decision: Decision, in context: ResponseContext, milliseconds: UInt64,
    random: inout some RandomNumberGenerator
  ) throws(RecordProblem) -> (incident: Incident, events: [Event]) {
    var events: [Event] = []
    for body in decision.events {
      let eventID = EventID(milliseconds: milliseconds, after: events.last?.id, random: &random)
      events.append(Event(id: eventID, at: context.at, by: context.by, body: body))
    }
    let incident = try Incident(id: id, events: events)
    return (incident, incident.events)
  }

  /// What the milestones would have odd about them that they have not now.
  private func warnings(about decision: Decision, _ context: ResponseContext) throws(Refusal) -> [Warning] {
    guard let after = try? recordingTentatively(decision, context) else { return [] }
    if let mitigated = snapshot.milestones.mitigated, after.snapshot.milestones.mitigated == nil,
      let resolved = after.snapshot.milestones.resolved
    {
      // The mitigation on the timeline came after this resolution, which leaves nothing to mitigate.
      let conflict = MilestoneConflict(earlier: .mitigated, later: .resolved, isImpossible: true)
      throw .impossibleOrder(conflict, earlierAt: mitigated, laterAt: resolved)
    }
    return try after.snapshot.milestones.warnings(beyond: snapshot.milestones)
  }

  /// As it would be, with ids that no one keeps and that chance has no part in.
  private func recordingTentatively(_ decision: Decision, _ context: ResponseContext) throws(RecordProblem) -> Incident
  {
    var random = NoRandomness()
    let latest = events.map(\.id.milliseconds).max() ?? 0
    return try recording(decision, in: context, milliseconds: latest + 1, random: &random).incident
  }

  /// - Throws: ``Refusal/wrongStatus(verb:status:backfilled:)`` where the transition table has no such step.
  func require(_ verb: Verb, _ then: Snapshot, _ context: ResponseContext) throws(Refusal) {
    guard then.status.allows(verb) else {
      throw .wrongStatus(verb: verb, status: then.status, backfilled: context.isBackfilled)
    }
  }

  /// Whether somebody wrote exactly this already.
  func has(message: String) -> Bool {
    countingEvents.contains { $0.message == message }
  }

  /// Words that came with a command which had taken effect already: kept as a note unless they
  /// are none or on the timeline.
  func newWords(_ message: String?) -> EventBody? {
    newText(message).map { .noted(Noted(message: $0)) }
  }

  /// `message`, unless it is none or on the timeline.
  func newText(_ message: String?) -> String? {
    message.flatMap { $0.hasWords && !has(message: $0) ? $0 : nil }
  }

  /// The event of the timeline that says the same as a back-filled `body`: a retried command.
  func repetition(of body: EventBody, _ context: ResponseContext) -> EventID? {
    guard context.isBackfilled, let any = events.first else { return nil }
    let new = Event(id: any.id, at: context.at, by: context.by, body: body)
    return countingEvents.first { $0.repeats(new) }?.id
  }
}

/// Zero, every time.
private struct NoRandomness: RandomNumberGenerator {
  mutating func next() -> UInt64 { 0 }
}
