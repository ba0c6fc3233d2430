/// What somebody wants to put on the timeline of an incident that exists.
public enum Intent: Hashable, Sendable {
  /// I respond.
  case acknowledge(message: String?)
  /// News.
  case update(UpdateIntent)
  /// Words for the timeline.
  case note(message: String)
  /// An audience was told.
  case communicate(Communicated)
  /// It is better or worse than it looked.
  case changeSeverity(Severity, message: String?)
  /// Somebody takes a role.
  case assign(Role, to: String)
  /// Somebody lays a role down; nil for whoever holds it.
  case release(Role, by: String?)
  /// The impact is reduced.
  case mitigate(message: String?)
  /// Service is restored.
  case resolve(message: String?, cause: String?)
  /// It came back.
  case reopen(message: String?)
  /// It was none.
  case cancel(message: String?, duplicateOf: IncidentID?)
  /// All that was owed is done; `force` where it is not, and the message says why.
  case close(message: String?, force: Bool)
  /// An event no longer counts.
  case retract(EventID, message: String?)
  /// An event's words are to go for good.
  case redact(EventID, message: String?)
  /// The postmortem took a step.
  case postmortem(PostmortemStatus)
  /// A follow-up was found.
  case addAction(ActionAdded)
  /// The follow-up that an event added took a step.
  case moveAction(EventID, to: ActionStatus, message: String?)
  /// Something about a follow-up is another now.
  case editAction(ActionChanged)
  /// Monitoring says something.
  case alert(Alerted)
  /// A command was run.
  case ran(Ran)
  /// Somebody follows a runbook.
  case startRunbook(RunbookStarted)
  /// A step of a runbook was done, or skipped.
  case stepRunbook(RunbookStepped)
  /// A runbook helped, or did not.
  case reviewRunbook(RunbookReviewed)
}

/// The news of an update; one in which no field says something is refused.
public struct UpdateIntent: Hashable, Sendable {
  /// What a person wrote.
  public var message: String?
  /// How far the work has come.
  public var status: Status?
  /// What is noticed now.
  public var impact: String?
  /// How many of those who use the services notice now.
  public var impactPercent: Percentage?
  /// What happens, in a line for customers.
  public var publicTitle: String?
  /// What customers notice now, in words for them.
  public var publicImpact: String?
  /// The label of the cause.
  public var cause: String?
  /// When the impact began, as it turned out.
  public var started: Timestamp?
  /// When a human knew, as it turned out.
  public var detected: Timestamp?
  /// When service is expected back.
  public var eta: Timestamp?
  /// When the next update is due; nil for what the policy says.
  public var next: Timestamp?
  /// Whether words, impact and estimate are meant for customers, too.
  public var isPublic: Bool
  /// Whether there is nothing new, which is news to those who wait.
  public var isUnchanged: Bool

  /// Whether there is any news in it. A message of white space is none, and neither is `isPublic` by itself, which only
  /// says whom news is meant for.
  public var saysSomething: Bool {
    message.map(\.hasWords) == true || status != nil || impact != nil || cause != nil || isUnchanged
      || publicTitle != nil || publicImpact != nil || impactPercent != nil
      || started != nil || detected != nil || eta != nil || next != nil
  }

  /// Absent is absent.
  public init(
    message: String? = nil, status: Status? = nil, impact: String? = nil, impactPercent: Percentage? = nil,
    publicTitle: String? = nil,
    publicImpact: String? = nil, cause: String? = nil, started: Timestamp? = nil, detected: Timestamp? = nil,
    eta: Timestamp? = nil, next: Timestamp? = nil, isPublic: Bool = false, isUnchanged: Bool = false
  ) {
    self.message = message
    self.status = status
    self.impact = impact
    self.impactPercent = impactPercent
    self.publicTitle = publicTitle
    self.publicImpact = publicImpact
    self.cause = cause
    self.started = started
    self.detected = detected
    self.eta = eta
    self.next = next
    self.isPublic = isPublic
    self.isUnchanged = isUnchanged
  }
}
