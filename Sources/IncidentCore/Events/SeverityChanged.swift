import JSONTree

/// The incident turned out better or worse than it looked.
public struct SeverityChanged: EventPayload {
  static let type = "severityChanged"
  static let stateKeys = ["severity", "from", "nextUpdateDue"]

  /// How bad it is now.
  public var severity: Severity
  /// How bad it was taken to be before.
  public var from: Severity?
  /// Why.
  public var message: String?
  /// When the next update is due by the new level's cadence.
  public var nextUpdateDue: Timestamp?

  /// `from` is for the reader; only `severity` counts.
  public init(
    severity: Severity, from: Severity? = nil, message: String? = nil, nextUpdateDue: Timestamp? = nil
  ) {
    self.severity = severity
    self.from = from
    self.message = message
    self.nextUpdateDue = nextUpdateDue
  }

  init(_ fields: EventFields) throws(EventProblem) {
    severity = try fields.word("severity", Severity.init(label:))
    from = try fields.optionalWord("from", Severity.init(label:))
    message = try fields.optionalText("message")
    nextUpdateDue = try fields.optionalTime("nextUpdateDue")
  }

  func encode(into json: inout JSONObject) {
    json.append("severity", severity.label)
    json.append("from", from?.label)
    json.append("message", message)
    json.append("nextUpdateDue", nextUpdateDue)
  }

  func apply(to state: inout Snapshot, at: Timestamp) {
    state.severity = severity
    guard state.status.isActive else { return }
    state.nextUpdateDue = nextUpdateDue
    state.responded.change(to: severity, at: at)
  }
}
