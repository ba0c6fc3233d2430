extension Incident {
  /// Follow-ups outlive the incident: they may be added and changed whatever its status.
  func adding(_ action: ActionAdded, _ context: ResponseContext) throws(Refusal) -> Decision {
    for text in [action.title, action.owner, action.link] {
      if let text, !text.hasWords { throw .nothingToSay }
    }
    try require(action.due, context)
    let body = EventBody.actionAdded(action)
    if let same = repetition(of: body, context) { return .already(.recorded(same)) }
    let before = snapshot.actions.last { $0.title == action.title && $0.status.isUnfinished }
    guard let before else { return .record(body) }
    // What is not said again is not meant to be taken back.
    var after = before
    ActionChanged(
      action: before.event, kind: action.kind, owner: action.owner, due: action.due, priority: action.priority,
      link: action.link
    ).apply(to: &after)
    guard after == before else { throw .actionExists(before) }
    return .already(.actionAdded(before))
  }

  func moving(
    _ action: EventID, to status: ActionStatus, _ message: String?, _ then: Snapshot, _ context: ResponseContext
  ) throws(Refusal) -> Decision {
    let item = try self.action(action, in: then)
    let hasPassed = item.status == status || item.status == .verified && status == .done
    if hasPassed {
      return .already(
        .actionStands(item),
        keeping: newText(message).map { .actionChanged(ActionChanged(action: action, message: $0)) })
    }
    guard item.status.allows(status) else { throw .wrongActionStep(item, status) }
    return .record(.actionChanged(ActionChanged(action: action, status: status, message: message)))
  }

  func editing(_ change: ActionChanged, _ then: Snapshot, _ context: ResponseContext) throws(Refusal) -> Decision {
    let item = try action(change.action, in: then)
    for text in [change.title, change.owner, change.link, change.message] {
      if let text, !text.hasWords { throw .nothingToSay }
    }
    try require(change.due, context)
    var after = item
    change.apply(to: &after)
    let body = EventBody.actionChanged(change)
    if let same = repetition(of: body, context) { return .already(.recorded(same)) }
    guard after == item, change != ActionChanged(action: item.event, message: change.message) else {
      return .record(body)
    }
    return .already(
      .actionUnchanged(item),
      keeping: newText(change.message).map { .actionChanged(ActionChanged(action: change.action, message: $0)) })
  }

  private func action(_ id: EventID, in state: Snapshot) throws(Refusal) -> ActionItem {
    guard let item = state.actions.first(where: { $0.event == id }) else { throw .noSuchAction(id) }
    return item
  }

  /// - Throws: ``Refusal/dueBefore(_:_:)`` for a day that was over when this happened.
  private func require(_ due: CivilDate?, _ context: ResponseContext) throws(Refusal) {
    guard let due, due < context.at.date else { return }
    throw .dueBefore(due, context.at)
  }
}
