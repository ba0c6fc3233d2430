import JSONTree

/// That a runbook was followed in an incident: what the head of a record holds, for reports that read no timeline.
public struct RunbookUse: Hashable, Sendable {
  /// The runbook's name.
  public let name: String
  /// How many steps it had.
  public let steps: Int
  /// How many were done.
  public let done: Int
  /// How many were skipped.
  public let skipped: Int
  /// Whether it helped; nil where nobody said.
  public let isHelpful: Bool?

  /// No number is negative.
  public init(name: String, steps: Int, done: Int, skipped: Int, isHelpful: Bool?) {
    self.name = name
    self.steps = steps
    self.done = done
    self.skipped = skipped
    self.isHelpful = isHelpful
  }

  /// What the head of a record says of one that was followed so far.
  public init(_ progress: RunbookProgress) {
    self.init(
      name: progress.name, steps: progress.steps.count, done: progress.count(.done), skipped: progress.count(.skipped),
      isHelpful: progress.isHelpful)
  }

  /// The members of one, in their order.
  static let keys = ["name", "steps", "done", "skipped", "helpful"]

  var json: JSONObject {
    var json: JSONObject = ["name": .string(name)]
    json.append("steps", count: steps)
    json.append("done", count: done)
    json.append("skipped", count: skipped)
    if let isHelpful { json["helpful"] = .bool(isHelpful) }
    return json
  }

  /// Nil for what has no name.
  init?(json: JSON) {
    guard let name = json["name"]?.string else { return nil }
    func count(_ key: String) -> Int { max(0, json[key]?.int ?? 0) }
    self.init(
      name: name, steps: count("steps"), done: count("done"), skipped: count("skipped"),
      isHelpful: json["helpful"]?.bool)
  }
}
