public import IncidentCore
public import JSONTree

/// A runbook that is followed in an incident: its steps as they were when it was started, and what they say now.
public struct FollowedRunbook: Sendable {
  private let progress: RunbookProgress
  private let runbook: Runbook?
  private let page: RunbookPage?

  /// - Parameter runbook: the runbook as it stands; nil where it is gone.
  public init(_ progress: RunbookProgress, _ runbook: Runbook?, _ incident: Incident) {
    self.progress = progress
    self.runbook = runbook
    page = runbook.map { RunbookPage($0, variables: RunbookVariables(incident)) }
  }

  /// A step by its number as it was started; nil where the runbook says it no longer.
  private func step(_ number: Int) -> RunbookStep? {
    guard let runbook, progress.steps.indices.contains(number - 1) else { return nil }
    let title = progress.steps[number - 1]
    let same = runbook.steps.filter { $0.title == title }
    return same.first { $0.number == number } ?? same.first
  }

  /// A step, with what its commands use of the incident.
  public func lines(ofStep number: Int, width: Int?) -> [StyledLine] {
    guard progress.steps.indices.contains(number - 1) else { return [] }
    var lines: [StyledLine]
    if let page, let step = step(number), step.number == number, runbook?.steps.count == progress.steps.count {
      lines = page.lines(of: step, width: width)
    } else {
      // The runbook was changed meanwhile: what was recorded counts, with the words that go with it now.
      let head: StyledLine = "\("Step \(number)/\(progress.steps.count)", .label)  "
      lines = WrappedText.lines(progress.steps[number - 1], .heading, prefix: head, indent: 0, width: width)
      if let page, let step = step(number) { lines += page.lines(of: step, width: width).dropFirst() }
    }
    if let outcome = progress.outcomes[number] { lines.append(StyledLine("already \(outcome.rawValue)", .muted)) }
    return lines
  }

  /// A step for a program.
  public func json(ofStep number: Int) -> JSONObject {
    guard progress.steps.indices.contains(number - 1) else { return [:] }
    var json: JSONObject = step(number).flatMap { step in page.map { $0.json(of: step) } } ?? [:]
    json["step"] = .number(JSONNumber(number))
    json["of"] = .number(JSONNumber(progress.steps.count))
    json["title"] = .string(progress.steps[number - 1])
    if let outcome = progress.outcomes[number] { json["outcome"] = .string(outcome.rawValue) }
    return json
  }

  /// How far it was followed, for a program.
  public var json: JSONObject {
    var json: JSONObject = ["name": .string(progress.name)]
    if let title = progress.title { json["title"] = .string(title) }
    json["steps"] = .number(JSONNumber(progress.steps.count))
    json["done"] = .number(JSONNumber(progress.count(.done)))
    json["skipped"] = .number(JSONNumber(progress.count(.skipped)))
    if let isHelpful = progress.isHelpful { json["helpful"] = .bool(isHelpful) }
    return json
  }
}
