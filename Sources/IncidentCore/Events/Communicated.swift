import JSONTree

/// Somebody told an audience how it goes, in these words.
public struct Communicated: EventPayload {
  static let type = "communicated"
  static let stateKeys = ["audience", "format"]

  /// Whom it was for.
  public var audience: Audience
  /// The form it went out in: `markdown`, `slack`, `email`.
  public var format: String
  /// Where it went: a channel, a list, an address.
  public var channel: String?
  /// What was said, word for word.
  public var message: String

  /// What went out.
  public init(audience: Audience, format: String, channel: String? = nil, message: String) {
    self.audience = audience
    self.format = format
    self.channel = channel
    self.message = message
  }

  init(_ fields: EventFields) throws(EventProblem) {
    audience = try fields.word("audience", Audience.init(rawValue:))
    format = try fields.text("format")
    channel = try fields.optionalText("to")
    message = try fields.text("message")
  }

  func encode(into json: inout JSONObject) {
    json.append("audience", audience.rawValue)
    json.append("format", format)
    json.append("to", channel)
    json.append("message", message)
  }

  func apply(to state: inout Snapshot, at: Timestamp) {}
}
