import JSONTree

extension Incident {
  /// The event that declares the incident: what tells it from another that took the same id.
  public var declaration: EventID? {
    Fold.declaration(in: events)?.event.id
  }

  /// Whether one event declares both, so that they are forks of one incident.
  public func sharesDeclaration(with other: Incident) -> Bool {
    let mine = declarations
    return other.declarations.contains { mine.contains($0) }
  }

  /// The same incident under another id.
  public func renamed(to id: IncidentID) throws(RecordProblem) -> Incident {
    var head = head
    if head["id"] != nil { head["id"] = .string(id.text) }
    return try Incident(id: id, schema: schema, events: events, head: head)
  }

  /// Ids for an incident that has to give up its own to another: of the same day, and drawn from the id of its
  /// declaration, so that every clone comes to the same ones in the same order.
  public var alternativeIDs: [IncidentID] {
    guard let symbols = declaration?.text.dropFirst(10) else { return [] }
    // Four times four random symbols; the last of them first, since ids of one millisecond share the first.
    return stride(from: symbols.count - 4, through: 0, by: -4).compactMap { start in
      IncidentID(String(id.text.dropLast(4)) + String(symbols.dropFirst(start).prefix(4)))
    }
  }

  private var declarations: [EventID] {
    events.compactMap { event in
      guard case .declared = event.body else { return nil }
      return event.id
    }
  }
}
