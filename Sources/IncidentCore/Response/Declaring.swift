extension Incident {
  /// What somebody says when an incident begins.
  public struct Declaration: Hashable, Sendable {
    /// What, how bad, where, since when.
    public var declared: Declared
    /// Who takes command at once.
    public var commander: String?
    /// Whether the response begins at once.
    public var acknowledge: Bool

    /// Only `declared` has to be there.
    public init(_ declared: Declared, commander: String? = nil, acknowledge: Bool = false) {
      self.declared = declared
      self.commander = commander
      self.acknowledge = acknowledge
    }
  }

  /// The events a declaration comes to, and what is odd about it.
  /// - Throws: ``Refusal`` for a title or commander without words, times in the future, or an impact that began after somebody knew.
  public static func decide(_ declaration: Declaration, in context: ResponseContext) throws(Refusal) -> Decision {
    var declared = declaration.declared
    guard declared.title.hasWords, declaration.commander?.hasWords != false else { throw .nothingToSay }
    for moment in [context.at, declared.started, declared.detected] {
      if let moment { try context.requireItHappened(moment) }
    }
    declared.nextUpdateDue = context.policy.nextUpdateDue(declared.severity, after: context.at)
    var milestones = Milestones()
    milestones.started = declared.started
    milestones.detected = declared.detected
    milestones.declared = context.at
    milestones.acknowledged = declaration.acknowledge ? context.at : nil
    let warnings = try milestones.warnings(beyond: Milestones())

    var decision = Decision.record(.declared(declared), warnings: warnings)
    if declaration.acknowledge { decision.events.append(.acknowledged(Acknowledged())) }
    if let commander = declaration.commander {
      decision.events.append(.assigned(Assigned(role: .incidentCommander, name: commander)))
    }
    return decision
  }
}

extension Incident {
  /// What `decision`, a declaration, comes to beside incidents that go on already: nothing new where one of them was
  /// declared so, of the same earlier moment, by the same person (a retried job); a warning where one has the same title.
  /// - Returns: The decision, and the incident that is meant where there is one already.
  public static func matching(
    _ decision: Decision, among others: [Incident], in context: ResponseContext
  ) -> (decision: Decision, existing: Incident?) {
    guard case .declared(let declared)? = decision.events.first else { return (decision, nil) }
    var decision = decision
    for other in others {
      if other.repetition(of: .declared(declared), context) != nil {
        return (.already(.declared(at: context.at)), other)
      }
      if other.snapshot.status.isActive, other.snapshot.title == declared.title {
        decision.warnings.append(.sameTitle(other.id))
      }
    }
    return (decision, nil)
  }
}

extension Milestones {
  /// The oddities that `before` did not have.
  /// - Throws: ``Refusal/impossibleOrder(_:earlierAt:laterAt:)`` where these milestones have an impossible order that
  ///   `before` did not have.
  func warnings(beyond before: Milestones) throws(Refusal) -> [Warning] {
    let known = before.conflicts
    let new = conflicts.filter { !known.contains($0) }
    for conflict in new where conflict.isImpossible {
      guard let earlier = self[conflict.earlier], let later = self[conflict.later] else { continue }
      throw .impossibleOrder(conflict, earlierAt: earlier, laterAt: later)
    }
    return new.map(Warning.unusualOrder)
  }
}
