import JSONTree

/// Service is restored.
public struct Resolved: EventPayload {
  static let type = "resolved"

  /// What was done.
  public var message: String?
  /// The label of the cause: `connection-pool`.
  public var cause: String?

  /// With or without words and cause.
  public init(message: String? = nil, cause: String? = nil) {
    self.message = message
    self.cause = cause
  }

  init(_ fields: EventFields) throws(EventProblem) {
    message = try fields.optionalText("message")
    cause = try fields.optionalText("cause")
  }

  func encode(into json: inout JSONObject) {
    json.append("message", message)
    json.append("cause", cause)
  }

  func apply(to state: inout Snapshot, at: Timestamp) {
    state.cause = cause ?? state.cause
    guard state.status.isActive else { return }
    state.status = .resolved
    state.milestones.resolved = at
    state.impacted.end(at: at)
    state.responded.end(at: at)
    state.endResponse()
  }
}
