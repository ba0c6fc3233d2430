import JSONTree

/// Somebody began to respond.
public struct Acknowledged: EventPayload {
  static let type = "acknowledged"

  /// What a person wrote.
  public var message: String?

  /// With or without words.
  public init(message: String? = nil) {
    self.message = message
  }

  init(_ fields: EventFields) throws(EventProblem) {
    message = try fields.optionalText("message")
  }

  func encode(into json: inout JSONObject) {
    json.append("message", message)
  }

  func apply(to state: inout Snapshot, at: Timestamp) {
    state.milestones.acknowledged = state.milestones.acknowledged ?? at
    if state.status == .declared { state.status = .investigating }
  }
}
