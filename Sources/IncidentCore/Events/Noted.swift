import JSONTree

/// Words for the timeline alone.
public struct Noted: EventPayload {
  static let type = "noted"

  /// What a person wrote.
  public var message: String

  /// A note is its words.
  public init(message: String) {
    self.message = message
  }

  init(_ fields: EventFields) throws(EventProblem) {
    message = try fields.text("message")
  }

  func encode(into json: inout JSONObject) {
    json.append("message", message)
  }

  func apply(to state: inout Snapshot, at: Timestamp) {}
}
