import JSONTree

/// It was none: a false alarm, a duplicate.
public struct Cancelled: EventPayload {
  static let type = "cancelled"
  static let stateKeys = ["duplicateOf"]

  /// Why.
  public var message: String?
  /// The incident it is a duplicate of.
  public var duplicateOf: IncidentID?

  /// With or without words.
  public init(message: String? = nil, duplicateOf: IncidentID? = nil) {
    self.message = message
    self.duplicateOf = duplicateOf
  }

  init(_ fields: EventFields) throws(EventProblem) {
    message = try fields.optionalText("message")
    duplicateOf = try fields.optionalWord("duplicateOf", IncidentID.init(_:))
  }

  func encode(into json: inout JSONObject) {
    json.append("message", message)
    json.append("duplicateOf", duplicateOf?.text)
  }

  func apply(to state: inout Snapshot, at: Timestamp) {
    guard state.status != .closed else { return }
    if state.status.isActive { state.responded.end(at: at) }
    state.status = .cancelled
    state.duplicateOf = duplicateOf ?? state.duplicateOf
    state.endResponse()
  }
}
