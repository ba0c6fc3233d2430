import JSONTree

/// Somebody who followed a runbook says whether it helped.
public struct RunbookReviewed: EventPayload {
  static let type = "runbookReviewed"
  static let stateKeys = ["runbook"]

  /// The runbook's name.
  public var runbook: String
  /// Whether it helped.
  public var isHelpful: Bool
  /// What was missing, wrong or good.
  public var message: String?

  /// With or without words.
  public init(runbook: String, isHelpful: Bool, message: String? = nil) {
    self.runbook = runbook
    self.isHelpful = isHelpful
    self.message = message
  }

  init(_ fields: EventFields) throws(EventProblem) {
    runbook = try fields.text("runbook")
    guard let isHelpful = try fields.optionalFlag("helpful") else {
      throw EventProblem(key: "helpful", kind: .missing)
    }
    self.isHelpful = isHelpful
    message = try fields.optionalText("message")
  }

  func encode(into json: inout JSONObject) {
    json.append("runbook", runbook)
    json["helpful"] = .bool(isHelpful)
    json.append("message", message)
  }

  /// Nothing by itself: ``RunbookProgress`` brings what happened to a runbook together.
  func apply(to state: inout Snapshot, at: Timestamp) {}
}
