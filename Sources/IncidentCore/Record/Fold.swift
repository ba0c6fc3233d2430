/// State from events: the only way an incident comes by one.
enum Fold {
  /// The declaration that the state starts from: the first one. Nil where there is none.
  static func declaration(in events: [Event]) -> (event: Event, body: Declared)? {
    for event in events {
      if case .declared(let body) = event.body { return (event, body) }
    }
    return nil
  }

  /// The state after every event in `events`, which are in timeline order; nil where none declares the incident.
  ///
  /// The declaration comes first whenever it happened, since people note what led to an incident with earlier times.
  /// So do follow-ups, which are told of work that may have come before they were written down.
  /// - Parameter moment: What happened later than this does not count; nil where everything does.
  static func snapshot(id: IncidentID, of events: [Event], until moment: Timestamp? = nil) -> Snapshot? {
    guard let (first, declared) = declaration(in: events) else { return nil }
    let retracted = retracted(in: events)
    var state = Snapshot(id: id, declared: declared, at: first.at)
    state.actions = ActionItem.added(in: events, except: retracted)
    let counting = events.filter { event in
      !retracted.contains(event.id) && (moment.map { event.at <= $0 } ?? true)
    }
    for event in counting { event.body.payload?.apply(to: &state, at: event.at) }
    state.updates = UpdateCount(UpdateOwed.all(in: counting))
    state.duties = Duty.all(in: counting)
    state.runbooks = RunbookProgress.all(in: counting).map(RunbookUse.init)
    // Only now: a cancellation that a reopening follows forgets nothing.
    if state.status == .cancelled {
      state.impacted.removeAll()
      state.responded = ResponseStretches()
    }
    return state
  }

  /// The ids of events that were retracted, as far as such events can be.
  static func retracted(in events: [Event]) -> Set<EventID> {
    var targets: Set<EventID> = []
    for event in events {
      if case .retracted(let body) = event.body { targets.insert(body.event) }
    }
    guard !targets.isEmpty else { return [] }
    for event in events where !event.body.isRetractable { targets.remove(event.id) }
    return targets
  }

  /// The events that count.
  static func counting(_ events: [Event]) -> [Event] {
    let retracted = retracted(in: events)
    return retracted.isEmpty ? events : events.filter { !retracted.contains($0.id) }
  }
}
