import JSONTree

/// An earlier event's words are gone for good, a leaked secret for one; the event itself still counts.
///
/// Blanked are title, message, impact and cause, and every string that this version does not know. Who recorded it
/// stays, and so do the services and the names of those who took roles: the state is made of them.
public struct Redacted: EventPayload {
  static let type = "redacted"
  static let stateKeys = ["event"]

  /// The event whose words are blanked.
  public var event: EventID
  /// Why, without the words.
  public var message: String?

  /// With or without a reason.
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

  /// Nothing by itself: the record blanks the event it names.
  func apply(to state: inout Snapshot, at: Timestamp) {}
}
