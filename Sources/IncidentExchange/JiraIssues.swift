public import IncidentCore
public import JSONTree

/// Follow-ups as bodies of requests that make Jira issues: `POST /rest/api/3/issue/bulk`
/// (<https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-bulk-post>).
///
/// The description is an Atlassian document, whose text nodes interpret nothing
/// (<https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/>).
public enum JiraIssues {
  /// How many issues one request may make.
  static let mostInRequest = 50

  /// One document for each fifty follow-ups: `{"issueUpdates": [{"fields": …}]}`.
  public static func documents(_ entries: [ActionEntry], project: JiraProjectKey) -> [JSON] {
    stride(from: 0, to: entries.count, by: mostInRequest).map { start in
      let piece = entries[start..<min(start + mostInRequest, entries.count)]
      return ["issueUpdates": .array(piece.map { ["fields": .object(fields(of: $0, project))] })]
    }
  }

  private static func fields(of entry: ActionEntry, _ project: JiraProjectKey) -> JSONObject {
    let item = entry.item
    var fields: JSONObject = [
      "project": ["key": .string(project.text)], "issuetype": ["name": "Task"],
      "summary": .string(TrackerTitle.line(item.title, most: 255)), "description": description(of: entry),
      "labels": .array(["incident"] + (item.kind.map { [.string($0.rawValue)] } ?? [])),
    ]
    if let due = item.due { fields["duedate"] = .string(due.description) }
    if let priority = item.priority { fields["priority"] = ["name": .string(name(of: priority))] }
    return fields
  }

  private static func description(of entry: ActionEntry) -> JSON {
    let item = entry.item
    var lines = ["Follow-up \(item.name) of incident \(entry.incident.text)"]
    if let owner = item.owner { lines.append("Owner: \(owner)") }
    if let kind = item.kind { lines.append("Kind: \(kind.rawValue)") }
    if let link = item.link { lines.append("Link: \(link)") }
    let paragraphs = lines.map { line -> JSON in
      ["type": "paragraph", "content": [["type": "text", "text": .string(TrackerTitle.line(line))]]]
    }
    return ["type": "doc", "version": 1, "content": .array(paragraphs)]
  }

  /// As a new site of Jira calls its priorities.
  private static func name(of priority: ActionPriority) -> String {
    switch priority {
    case .high: "High"
    case .medium: "Medium"
    case .low: "Low"
    }
  }
}
