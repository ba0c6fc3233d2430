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
  /// - Throws: ``Refusal`` for a title or commander without words, times in the future, or an impact that began after
  ///   somebody knew.
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
  /// How long a declaration without a time of its own, made again by the same person, is taken for the same one: ten
  /// minutes in seconds, within which a failed job is retried, and a page clicked twice.
  static let retrySeconds = 600

  /// The one among `others` that `decision`, a declaration, repeats: then nothing new is to be recorded.
  ///
  /// A declaration of an earlier moment repeats the one that says the same of that moment, by the same person. One of
  /// now repeats that of an incident which goes on, has the same title, severity, services and kind, and was declared
  /// by the same person less than ten minutes ago.
  /// - Returns: What the decision comes to then, with a warning for each active incident of the same title where it
  ///   repeats none; and the incident that it repeats.
  public static func matching(
    _ decision: Decision, among others: [Incident], in context: ResponseContext
  ) -> (decision: Decision, existing: Incident?) {
    guard case .declared(let declared)? = decision.events.first else { return (decision, nil) }
    var decision = decision
    for other in others {
      if let moment = other.declarationRepeated(by: declared, context) {
        return (.already(.declared(at: moment)), other)
      }
      if other.snapshot.status.isActive, other.snapshot.title == declared.title {
        decision.warnings.append(.sameTitle(other.id))
      }
    }
    return (decision, nil)
  }

  /// When the incident was declared, where `declared` is that declaration once more.
  private func declarationRepeated(by declared: Declared, _ context: ResponseContext) -> Timestamp? {
    guard !context.isBackfilled else {
      return repetition(of: .declared(declared), context) == nil ? nil : context.at
    }
    guard snapshot.status.isActive, let (event, mine) = Fold.declaration(in: events), event.by == context.by,
      (0..<Self.retrySeconds).contains(context.at.seconds(since: event.at)),
      mine.title == declared.title, mine.severity == declared.severity, mine.services == declared.services,
      mine.kind == declared.kind
    else { return nil }
    return event.at
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
