extension Incident {
  func cancelling(
    _ message: String?, _ original: IncidentID?, _ then: Snapshot, _ context: ResponseContext
  ) throws(Refusal) -> Decision {
    if then.status == .cancelled {
      guard let original, !isKnownDuplicate(of: original, context) else {
        return .already(.cancelled, keeping: newWords(message))
      }
      return .already(
        .cancelled, keeping: .cancelled(Cancelled(message: newText(message), duplicateOf: original)))
    }
    try require(.cancel, then, context)
    return .record(.cancelled(Cancelled(message: message, duplicateOf: original)))
  }

  /// Whether the last cancellation by then names `original`.
  private func isKnownDuplicate(of original: IncidentID, _ context: ResponseContext) -> Bool {
    for event in countingEvents.reversed() where event.at <= context.at {
      if case .cancelled(let body) = event.body { return body.duplicateOf == original }
    }
    return false
  }

  func closing(
    _ message: String?, _ force: Bool, _ then: Snapshot, _ context: ResponseContext
  ) throws(Refusal) -> Decision {
    if let at = then.milestones.closed { return .already(.closed(at: at), keeping: newWords(message)) }
    try require(.close, then, context)
    var isOwed = false
    if case .required = context.policy[snapshot.severity].postmortem {
      isOwed = snapshot.postmortem != .published
    }
    guard isOwed else { return .record(.closed(Closed(message: message))) }
    guard force else { throw .postmortemOwed(snapshot.postmortem, severity: snapshot.severity) }
    guard let message, message.hasWords else { throw .nothingToSay }
    return .record(.closed(Closed(message: message, isForced: true)))
  }

  func retracting(_ id: EventID, _ message: String?) throws(Refusal) -> Decision {
    guard let event = events.first(where: { $0.id == id }) else { throw .noSuchEvent(id) }
    if retracted.contains(id) { return .already(.retracted(id), keeping: newWords(message)) }
    guard event.body.isRetractable else { throw .cannotRetract(event.body.type) }
    if case .resolved = event.body, snapshot.status == .closed { throw .eventIsNeeded(.closed) }
    return .record(.retracted(Retracted(event: id, message: message)))
  }

  func redacting(_ id: EventID, _ message: String?) throws(Refusal) -> Decision {
    guard events.contains(where: { $0.id == id }) else { throw .noSuchEvent(id) }
    let isBlanked = Self.redactionTargets(in: events).contains(id)
    if isBlanked { return .already(.redacted(id), keeping: newWords(message)) }
    return .record(.redacted(Redacted(event: id, message: message)))
  }

  func stepping(to status: PostmortemStatus) -> Decision {
    let order = PostmortemStatus.allCases
    if let current = snapshot.postmortem, let now = order.firstIndex(of: current),
      let wanted = order.firstIndex(of: status), now >= wanted
    {
      return .already(.postmortem(current))
    }
    return .record(.postmortem(PostmortemChanged(status: status)))
  }
}
