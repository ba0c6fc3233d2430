import JSONTree

/// The impact is reduced; the incident is being watched.
public struct Mitigated: EventPayload {
  static let type = "mitigated"
  static let stateKeys = ["nextUpdateDue"]

  /// What was done.
  public var message: String?
  /// When the next update is due.
  public var nextUpdateDue: Timestamp?

  /// With or without words.
  public init(message: String? = nil, nextUpdateDue: Timestamp? = nil) {
    self.message = message
    self.nextUpdateDue = nextUpdateDue
  }

  init(_ fields: EventFields) throws(EventProblem) {
    message = try fields.optionalText("message")
    nextUpdateDue = try fields.optionalTime("nextUpdateDue")
  }

  func encode(into json: inout JSONObject) {
    json.append("message", message)
    json.append("nextUpdateDue", nextUpdateDue)
  }

  func apply(to state: inout Snapshot, at: Timestamp) {
    guard state.status.isActive else { return }
    state.milestones.mitigated = state.milestones.mitigated ?? at
    state.status = .monitoring
    state.nextUpdateDue = nextUpdateDue ?? state.nextUpdateDue
    state.impacted.end(at: at)
  }
}
