import JSONTree

/// An earlier event no longer counts; it stays in the record, marked.
public struct Retracted: EventPayload {
  static let type = "retracted"
  static let stateKeys = ["event"]

  /// The event that no longer counts.
  public var event: EventID
  /// Why.
  public var message: String?

  /// With or without words.
  public init(event: EventID, message: String? = nil) {
    self.event = event
    self.message = message
  }

  init(_ fields: EventFields) throws(EventProblem) {
    event = try fields.eventID("event")
    message = try fields.optionalText("message")
  }

  func encode(into json: inout JSONObject) {
    json.append("event", event.text)
    json.append("message", message)
  }

  /// Nothing by itself: the fold leaves out the event it names.
  func apply(to state: inout Snapshot, at: Timestamp) {}
}
