import JSONTree

/// A step of a runbook was done, or skipped.
public struct RunbookStepped: EventPayload {
  static let type = "runbookStepped"
  static let stateKeys = ["runbook", "outcome"]

  /// What became of a step.
  public enum Outcome: String, CaseIterable, Hashable, Sendable {
    /// It was followed.
    case done
    /// It was passed over.
    case skipped
  }

  /// The runbook's name.
  public var runbook: String
  /// The step's number, from 1.
  public var step: Int
  /// What became of it.
  public var outcome: Outcome
  /// What a person wrote.
  public var message: String?

  /// With or without words.
  public init(runbook: String, step: Int, outcome: Outcome, message: String? = nil) {
    self.runbook = runbook
    self.step = step
    self.outcome = outcome
    self.message = message
  }

  init(_ fields: EventFields) throws(EventProblem) {
    runbook = try fields.text("runbook")
    guard let step = try fields.optionalCount("step") else { throw EventProblem(key: "step", kind: .missing) }
    self.step = step
    outcome = try fields.word("outcome", Outcome.init(rawValue:))
    message = try fields.optionalText("message")
  }

  func encode(into json: inout JSONObject) {
    json.append("runbook", runbook)
    json["step"] = .number(JSONNumber(step))
    json.append("outcome", outcome.rawValue)
    json.append("message", message)
  }

  /// Nothing by itself: ``RunbookProgress`` brings what happened to a runbook together.
  func apply(to state: inout Snapshot, at: Timestamp) {}
}
