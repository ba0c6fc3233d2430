import JSONTree

/// It came back, or was never over.
public struct Reopened: EventPayload {
  static let type = "reopened"
  static let stateKeys = ["nextUpdateDue"]

  /// Why.
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
    guard !state.status.isActive else { return }
    if state.status != .cancelled { state.reopenings += 1 }
    state.status = .investigating
    state.duplicateOf = nil
    state.milestones.resolved = nil
    state.milestones.closed = nil
    state.nextUpdateDue = nextUpdateDue
    state.impacted.begin(at: at)
    state.responded.begin(state.severity, at: at)
  }
}
