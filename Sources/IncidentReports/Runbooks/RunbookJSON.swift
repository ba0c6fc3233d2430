import IncidentCore
public import JSONTree

extension Runbook {
  /// What it is called and what it is for, for a program.
  public var summaryJSON: JSONObject {
    var json: JSONObject = [
      "name": .string(name), "origin": .string(origin.rawValue), "title": .string(title),
      "steps": .number(JSONNumber(steps.count)),
    ]
    let triggers = head.triggers
    json["triggers"] = [
      "alerts": .array(triggers.alerts.map { .string($0.text) }),
      "labels": .array(triggers.labels.map { .string($0.text) }),
    ]
    json["services"] = .array(triggers.services.map { .string($0.text) })
    if let severity = head.severity { json["severity"] = .string(severity.label) }
    if let owner = head.owner { json["owner"] = .string(owner) }
    if let reviewed = head.reviewed { json["reviewed"] = .string(reviewed.description) }
    if !head.problems.isEmpty {
      json["problems"] = .array(
        head.problems.map { problem in
          [
            "line": .number(JSONNumber(problem.line)), "column": .number(JSONNumber(problem.column)),
            "message": .string(problem.message), "remedy": .string(problem.remedy),
          ]
        })
    }
    return json
  }

  /// All of it for a program.
  public var json: JSONObject {
    var json = summaryJSON
    let page = RunbookPage(self)
    json["steps"] = .array(steps.map { .object(page.json(of: $0)) })
    for part in RunbookPart.allCases {
      if let text = text(of: part), part == .symptoms || part == .escalation { json[part.rawValue] = .string(text) }
    }
    json["source"] = .string(source)
    return json
  }
}
