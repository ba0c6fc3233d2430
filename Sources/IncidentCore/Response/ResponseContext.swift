/// What a decision depends on besides the incident.
public struct ResponseContext: Hashable, Sendable {
  /// When it happened, or happens.
  public var at: Timestamp
  /// When it is recorded.
  public var now: Timestamp
  /// Who records it.
  public var by: String
  /// What the team requires.
  public var policy: Policy

  /// `at` is `now` unless somebody back-fills.
  public init(at: Timestamp, now: Timestamp, by: String, policy: Policy) {
    self.at = at
    self.now = now
    self.by = by
    self.policy = policy
  }

  /// Whether the moment is an earlier one.
  public var isBackfilled: Bool { at < now }

  /// - Throws: ``Refusal/inTheFuture(_:now:)`` for a moment that has not come.
  public func requireItHappened(_ moment: Timestamp? = nil) throws(Refusal) {
    let moment = moment ?? at
    guard moment <= now else { throw .inTheFuture(moment, now: now) }
  }
}
