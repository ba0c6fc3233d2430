import IncidentCore
import JSONTree

/// Webhooks of Opsgenie and of Jira Service Management, which took them over
/// (<https://support.atlassian.com/opsgenie/docs/opsgenie-edge-connector-alert-action-data/>).
///
/// Read are `action` and of `alert` its `alertId`, `alias`, `message`, `description`, `priority` (`P2`, or 2), `tags`,
/// `details`, `entity`, `source`, `createdAt`, `updatedAt`, `username`, and what the action brings: `note`, `owner`, `team`,
/// `recipient`, `responder`, `addedTags`, `removedTags`.
enum OpsgenieMessage {
  /// Nil where the object is no such message.
  static func drafts(in fields: AlertFields) -> [AlertDraft]? {
    guard let action = fields.text("action"), case .object? = fields.object["alert"] else { return nil }
    let alert = fields.fields("alert")
    guard let id = alert.text("alertId", "id", "alias", "tinyId") ?? alert.text("message") else { return nil }
    var draft = AlertDraft(source: .opsgenie, change: change(action, alert, fields))
    draft.key = "opsgenie:" + id
    draft.fingerprints = [alert.text("alias")].compactMap(\.self).filter { $0 != id }
    draft.titles = [alert.text("message"), alert.text("alias"), alert.text("tinyId").map { "Opsgenie alert \($0)" }]
    draft.summaries = [alert.text("description")]
    draft.severity = priority(alert)
    draft.labels = labels(alert)
    let details = alert.fields("details")
    draft.service = alert.text("service")
    draft.links = [
      (.runbook, details.text("runbook_url", "runbook")), (.dashboard, details.text("dashboard_url", "dashboard")),
      (.source, details.text("link", "url") ?? alert.text("link")),
    ]
    draft.started = alert.time("createdAt", "insertedAt")
    let now = alert.time("updatedAt")
    draft.at = draft.change == .fired ? draft.started ?? now : now
    draft.ended = now
    draft.by = draft.change == .fired ? nil : person(alert)
    return [draft]
  }

  private static func change(_ action: String, _ alert: AlertFields, _ fields: AlertFields) -> AlertChange {
    switch action.lowercased() {
    case "create": return .fired
    case "acknowledge": return .acknowledged
    case "unacknowledge": return .other("unacknowledged")
    case "close": return .resolved
    case "delete": return .other("deleted")
    case "addnote": return alert.text("note").map { .noted($0) } ?? .other("note added")
    case "assignownership", "assign":
      return assigned(fields: alert, "owner", otherwise: "assigned")
    case "takeownership":
      return assigned(fields: alert, "owner", "username", otherwise: "ownership taken")
    case "addteam": return assigned(fields: alert, "team", otherwise: "team added")
    case "addrecipient", "addresponder":
      return assigned(fields: alert, "recipient", "responder", otherwise: "responder added")
    case "updatepriority": return priority(alert).map { .severityChanged($0) } ?? .other("priority updated")
    case "escalate", "escalatenext", "escalatetonext":
      let target = fields.fields("escalationNotify").text("name") ?? fields.text("escalationName")
      return .other("escalated" + (target.map { " to \($0)" } ?? ""))
    case "addtags": return .other("tags added" + (alert.text("addedTags").map { ": \($0)" } ?? ""))
    case "removetags": return .other("tags removed" + (alert.text("removedTags").map { ": \($0)" } ?? ""))
    case "snooze": return .other("snoozed")
    default: return .other(AlertText.words(action))
    }
  }

  private static func assigned(fields: AlertFields, _ keys: String..., otherwise words: String) -> AlertChange {
    for key in keys {
      if let name = fields.text(key) ?? fields.fields(key).text("name", "username") { return .assigned([name]) }
    }
    return .other(words)
  }

  /// `P2`, which older integrations send as 2.
  private static func priority(_ alert: AlertFields) -> String? {
    guard let priority = alert.text("priority") else { return nil }
    return ["1", "2", "3", "4", "5"].contains(priority) ? "P" + priority : priority
  }

  /// The details, what it is about, and the tags: `service:payments` as a label of its own.
  private static func labels(_ alert: AlertFields) -> [(name: String, value: String)] {
    var labels = alert.fields("details").pairs
    for key in ["entity", "source"] {
      if let text = alert.text(key) { labels.append((key, text)) }
    }
    return labels + AlertTags.labels(alert.object["tags"])
  }

  /// What integrations do is done in the name of a system.
  private static func person(_ alert: AlertFields) -> String? {
    guard let name = alert.text("username"), !["system", "alert api"].contains(name.lowercased()) else { return nil }
    return name
  }
}
