import JSONTree

/// A command was run for the incident, and this came of it.
public struct Ran: EventPayload {
  static let type = "ran"
  static let stateKeys = ["signal"]

  /// The command line as it would be typed, secrets masked.
  public var command: String
  /// The exit status, 0 to 255; nil where a signal ended it.
  public var status: Int?
  /// The signal that ended it: `SIGKILL`.
  public var signal: String?
  /// How long it took, in whole seconds.
  public var seconds: Int
  /// The last lines it wrote, secrets masked.
  public var output: String?
  /// Whether it wrote more than ``output`` holds.
  public var isCut: Bool
  /// Why, in the words of who ran it.
  public var message: String?

  /// What came of a command.
  public init(
    command: String, status: Int? = nil, signal: String? = nil, seconds: Int, output: String? = nil,
    isCut: Bool = false, message: String? = nil
  ) {
    self.command = command
    self.status = status
    self.signal = signal
    self.seconds = seconds
    self.output = output
    self.isCut = isCut
    self.message = message
  }

  init(_ fields: EventFields) throws(EventProblem) {
    command = try fields.text("command")
    status = try fields.optionalCount("status")
    signal = try fields.optionalText("signal")
    seconds = try fields.count("seconds")
    output = try fields.optionalText("output")
    isCut = try fields.flag("cut")
    message = try fields.optionalText("message")
  }

  func encode(into json: inout JSONObject) {
    json.append("command", command)
    if let status { json["status"] = .number(JSONNumber(status)) }
    json.append("signal", signal)
    json["seconds"] = .number(JSONNumber(seconds))
    json.append("output", output)
    json.append("cut", isCut)
    json.append("message", message)
  }

  func apply(to state: inout Snapshot, at: Timestamp) {}
}
