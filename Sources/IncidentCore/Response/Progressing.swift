extension Incident {
  func acknowledging(
    _ message: String?, _ then: Snapshot, _ context: ResponseContext
  ) throws(Refusal) -> Decision {
    if let at = then.milestones.acknowledged {
      return .already(.acknowledged(at: at), keeping: newWords(message))
    }
    try require(.acknowledge, then, context)
    return .record(.acknowledged(Acknowledged(message: message)))
  }

  func updating(
    _ update: UpdateIntent, _ then: Snapshot, _ context: ResponseContext
  ) throws(Refusal) -> Decision {
    guard update.saysSomething else { throw .nothingToSay }
    try require(.update, then, context)
    if let status = update.status, !status.isProgress { throw .statusHasCommand(status) }
    var due: Timestamp?
    if then.status.isActive {
      due = update.next ?? context.policy.nextUpdateDue(then.severity, after: context.at)
    } else if update.status != nil || update.eta != nil || update.next != nil || update.isUnchanged {
      throw .wrongStatus(verb: .update, status: then.status, backfilled: context.isBackfilled)
    }
    if let next = update.next, next <= context.at { throw .inThePast(next, now: context.at) }
    for moment in [update.started, update.detected] {
      if let moment { try context.requireItHappened(moment) }
    }
    let standing = update.isUnchanged ? NoChange.words(then.status, nextDue: due, at: context.at) : nil
    let body = EventBody.updated(
      Updated(
        message: update.message ?? standing, status: update.status, impact: update.impact,
        impactPercent: update.impactPercent,
        publicTitle: update.publicTitle, publicImpact: update.publicImpact, cause: update.cause,
        started: update.started, detected: update.detected, eta: update.eta, isPublic: update.isPublic,
        isUnchanged: update.isUnchanged, nextUpdateDue: due))
    if let same = repetition(of: body, context) { return .already(.recorded(same)) }
    var decision = Decision.record(body)
    if let eta = update.eta, eta < context.at { decision.warnings.append(.estimateHasPassed(eta)) }
    return decision
  }

  func noting(_ message: String, _ context: ResponseContext) throws(Refusal) -> Decision {
    guard message.hasWords else { throw .nothingToSay }
    let body = EventBody.noted(Noted(message: message))
    if let same = repetition(of: body, context) { return .already(.recorded(same)) }
    let isOver = snapshot.status == .closed || snapshot.status == .cancelled
    return .record(body, warnings: isOver ? [.noLongerActive(snapshot.status)] : [])
  }

  func communicating(_ told: Communicated, _ context: ResponseContext) throws(Refusal) -> Decision {
    guard told.message.hasWords, told.channel?.hasWords != false else { throw .nothingToSay }
    let body = EventBody.communicated(told)
    if let same = repetition(of: body, context) { return .already(.recorded(same)) }
    return .record(body)
  }

  func changing(
    _ severity: Severity, _ message: String?, _ then: Snapshot, _ context: ResponseContext
  ) throws(Refusal) -> Decision {
    if then.severity == severity { return .already(.severity(severity), keeping: newWords(message)) }
    try require(.severity, then, context)
    let due = then.status.isActive ? context.policy.nextUpdateDue(severity, after: context.at) : nil
    return .record(
      .severityChanged(
        SeverityChanged(severity: severity, from: then.severity, message: message, nextUpdateDue: due)))
  }

  func mitigating(
    _ message: String?, _ then: Snapshot, _ context: ResponseContext
  ) throws(Refusal) -> Decision {
    if let at = then.milestones.mitigated, [.monitoring, .resolved, .closed].contains(then.status),
      !then.impacted.isLasting
    {
      return .already(.mitigated(at: at), keeping: newWords(message))
    }
    try require(.mitigate, then, context)
    let due = context.policy.nextUpdateDue(then.severity, after: context.at)
    return .record(.mitigated(Mitigated(message: message, nextUpdateDue: due)))
  }

  func resolving(
    _ message: String?, _ cause: String?, _ then: Snapshot, _ context: ResponseContext
  ) throws(Refusal) -> Decision {
    if let at = then.milestones.resolved, then.status != .cancelled {
      guard let cause, cause != then.cause else {
        return .already(.resolved(at: at), keeping: newWords(message))
      }
      return .already(.resolved(at: at), keeping: .updated(Updated(message: newText(message), cause: cause)))
    }
    try require(.resolve, then, context)
    let later = countingEvents.filter { $0.at > context.at && $0.body.isProgress }.count
    return .record(
      .resolved(Resolved(message: message, cause: cause)), warnings: later > 0 ? [.laterEvents(count: later)] : [])
  }

  func reopening(
    _ message: String?, _ then: Snapshot, _ context: ResponseContext
  ) throws(Refusal) -> Decision {
    let wasReopened = countingEvents.contains { event in
      if case .reopened = event.body { event.at <= context.at } else { false }
    }
    if then.status.isActive, wasReopened { return .already(.reopened, keeping: newWords(message)) }
    try require(.reopen, then, context)
    let due = context.policy.nextUpdateDue(then.severity, after: context.at)
    return .record(.reopened(Reopened(message: message, nextUpdateDue: due)))
  }
}

extension EventBody {
  /// Whether it tells of work going on, which a resolution ends.
  fileprivate var isProgress: Bool {
    switch self {
    case .acknowledged, .updated, .mitigated, .severityChanged: true
    default: false
    }
  }
}
