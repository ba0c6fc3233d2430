import JSONTree

/// Somebody began to follow a runbook.
public struct RunbookStarted: EventPayload {
  static let type = "runbookStarted"
  static let stateKeys = ["runbook"]

  /// The runbook's name: its file's, without the extension.
  public var runbook: String
  /// Its title.
  public var title: String?
  /// What its steps are called, as it stood then: the first is step 1.
  public var steps: [String]

  /// A runbook as it stands.
  public init(runbook: String, title: String? = nil, steps: [String]) {
    self.runbook = runbook
    self.title = title
    self.steps = steps
  }

  init(_ fields: EventFields) throws(EventProblem) {
    runbook = try fields.text("runbook")
    title = try fields.optionalText("title")
    steps = try fields.texts("steps")
  }

  func encode(into json: inout JSONObject) {
    json.append("runbook", runbook)
    json.append("title", title)
    json.append("steps", steps)
  }

  /// Nothing by itself: ``RunbookProgress`` brings what happened to a runbook together.
  func apply(to state: inout Snapshot, at: Timestamp) {}
}
