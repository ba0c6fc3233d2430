import JSONTree

/// News for those who wait.
public struct Updated: EventPayload {
  static let type = "updated"
  static let stateKeys = ["status", "impactPercent", "started", "detected", "eta", "nextUpdateDue"]

  /// What a person wrote.
  public var message: String?
  /// How far the work has come: a status of work in progress.
  public var status: Status?
  /// What is noticed now.
  public var impact: String?
  /// How many of those who use the services notice.
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
  /// Whether words, impact and estimate are meant for customers, too.
  public var isPublic: Bool
  /// Whether it says that there is nothing new, which those who wait want to hear as well.
  public var isUnchanged: Bool
  /// When the next update is due.
  public var nextUpdateDue: Timestamp?

  /// At least one of the fields says something; the rest is absent.
  public init(
    message: String? = nil, status: Status? = nil, impact: String? = nil, impactPercent: Percentage? = nil,
    publicTitle: String? = nil,
    publicImpact: String? = nil, cause: String? = nil, started: Timestamp? = nil, detected: Timestamp? = nil,
    eta: Timestamp? = nil, isPublic: Bool = false, isUnchanged: Bool = false, nextUpdateDue: Timestamp? = nil
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
    self.isPublic = isPublic
    self.isUnchanged = isUnchanged
    self.nextUpdateDue = nextUpdateDue
  }

  init(_ fields: EventFields) throws(EventProblem) {
    message = try fields.optionalText("message")
    status = try fields.optionalWord("status") { Status(rawValue: $0).flatMap { $0.isProgress ? $0 : nil } }
    impact = try fields.optionalText("impact")
    impactPercent = try fields.optionalPercentage("impactPercent")
    publicTitle = try fields.optionalText("publicTitle")
    publicImpact = try fields.optionalText("publicImpact")
    cause = try fields.optionalText("cause")
    started = try fields.optionalTime("started")
    detected = try fields.optionalTime("detected")
    eta = try fields.optionalTime("eta")
    isPublic = try fields.flag("public")
    isUnchanged = try fields.flag("noChange")
    nextUpdateDue = try fields.optionalTime("nextUpdateDue")
  }

  func encode(into json: inout JSONObject) {
    json.append("message", message)
    json.append("status", status?.rawValue)
    json.append("impact", impact)
    json.append("impactPercent", impactPercent)
    json.append("publicTitle", publicTitle)
    json.append("publicImpact", publicImpact)
    json.append("cause", cause)
    json.append("started", started)
    json.append("detected", detected)
    json.append("eta", eta)
    json.append("public", isPublic)
    json.append("noChange", isUnchanged)
    json.append("nextUpdateDue", nextUpdateDue)
  }

  /// Words, impact, cause and corrected milestones count at any time; progress, estimate and due time only while a
  /// response goes on, so that an update which crossed a resolution on another clone does not undo it. Progress that
  /// turns back from monitoring says that the impact is back.
  func apply(to state: inout Snapshot, at: Timestamp) {
    state.impact = impact ?? state.impact
    state.publicTitle = publicTitle ?? state.publicTitle
    state.publicImpact = publicImpact ?? (isPublic ? impact : nil) ?? state.publicImpact
    state.cause = cause ?? state.cause
    state.milestones.started = started ?? state.milestones.started
    state.milestones.detected = detected ?? state.milestones.detected
    if started != nil || detected != nil, let began = state.milestones.impactBegan {
      state.impacted.correctStart(to: began)
    }
    if state.status.isActive { progress(state: &state, at: at) }
    if let impactPercent { state.impacted.estimate(impactPercent, at: at) }
  }

  private func progress(state: inout Snapshot, at: Timestamp) {
    if state.status == .monitoring, status == .investigating || status == .mitigating { state.impacted.begin(at: at) }
    state.status = status ?? state.status
    state.eta = eta ?? state.eta
    state.nextUpdateDue = nextUpdateDue ?? state.nextUpdateDue
  }
}
