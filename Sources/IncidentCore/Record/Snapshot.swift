/// The state of an incident, folded from its timeline; what the head of a record holds.
public struct Snapshot: Hashable, Sendable {
  /// The name of the incident.
  public var id: IncidentID
  /// What happens, in a line.
  public var title: String
  /// Real or practised.
  public var kind: IncidentKind
  /// How bad it is.
  public var severity: Severity
  /// Where it stands.
  public var status: Status
  /// The services that suffer.
  public var services: [String]
  /// What those who use them notice, as the people who respond put it.
  public var impact: String?
  /// What happens, in a line for customers; nil until somebody wrote one.
  public var publicTitle: String?
  /// What customers notice, in words that were meant for them; nil until somebody wrote any.
  public var publicImpact: String?
  /// The label of the cause.
  public var cause: String?
  /// The incident that this one is a duplicate of, where it was cancelled as one.
  public var duplicateOf: IncidentID?
  /// When service is expected back.
  public var eta: Timestamp?
  /// Who plays which part.
  public var roles = RoleHolders()
  /// The milestones passed.
  public var milestones = Milestones()
  /// When those who use the services noticed; never while the incident is cancelled.
  public var impacted = ImpactIntervals()
  /// When people responded, and to what severity.
  public internal(set) var responded = ResponseStretches()
  /// How often it was taken up again after it had been resolved.
  public var reopenings = 0
  /// When the next update is due.
  public var nextUpdateDue: Timestamp?
  /// The updates that were given of those that were owed; the next one is not among them.
  public var updates = UpdateCount()
  /// What is to change, in the order of their numbers.
  public var actions: [ActionItem] = []
  /// How far the postmortem is; nil before it is begun.
  public var postmortem: PostmortemStatus?
  /// When the postmortem was published; nil while it is not.
  public var postmortemPublished: Timestamp?
  /// Who had a part in the response, and when.
  public var duties: [Duty] = []
  /// The runbooks that were followed, in the order in which they were first started.
  public var runbooks: [RunbookUse] = []

  /// The state right after a declaration at `at`.
  init(id: IncidentID, declared: Declared, at: Timestamp) {
    self.id = id
    title = declared.title
    kind = declared.kind
    severity = declared.severity
    status = .declared
    services = declared.services
    impact = declared.impact
    publicTitle = declared.publicTitle
    publicImpact = declared.publicImpact
    milestones.started = declared.started
    milestones.detected = declared.detected
    milestones.declared = at
    nextUpdateDue = declared.nextUpdateDue
    impacted.begin(at: milestones.impactBegan ?? at)
    if let percent = declared.impactPercent { impacted.estimate(percent, at: at) }
    responded.begin(severity, at: at)
  }

  /// A stored head, of which the rest is filled in by its reader.
  init(id: IncidentID, title: String, severity: Severity, status: Status) {
    self.id = id
    self.title = title
    kind = .incident
    self.severity = severity
    self.status = status
    services = []
  }

  /// No estimate and no due time outlive a response.
  mutating func endResponse() {
    eta = nil
    nextUpdateDue = nil
  }
}
