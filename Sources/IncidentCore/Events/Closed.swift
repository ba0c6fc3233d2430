import JSONTree

/// All that was owed is done.
public struct Closed: EventPayload {
  static let type = "closed"

  /// What a person wrote; where it was forced, why.
  public var message: String?
  /// Whether something that the policy requires was still owed.
  public var isForced: Bool

  /// With or without words.
  public init(message: String? = nil, isForced: Bool = false) {
    self.message = message
    self.isForced = isForced
  }

  init(_ fields: EventFields) throws(EventProblem) {
    message = try fields.optionalText("message")
    isForced = try fields.flag("forced")
  }

  func encode(into json: inout JSONObject) {
    json.append("message", message)
    json.append("forced", isForced)
  }

  func apply(to state: inout Snapshot, at: Timestamp) {
    guard state.status == .resolved else { return }
    state.status = .closed
    state.milestones.closed = at
  }
}
