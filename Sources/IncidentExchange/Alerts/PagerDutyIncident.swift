import IncidentCore

/// An incident of PagerDuty, or a reference to one, as webhooks of versions 1, 2 and 3 and the REST interface have it.
///
/// Its key is made of its id, which is the same in all of them; the deduplication keys of its alerts are fingerprints.
struct PagerDutyIncident {
  let fields: AlertFields

  init(_ fields: AlertFields) {
    self.fields = fields
  }

  var id: String? { fields.text("id") }

  /// The priority, else nothing.
  var priority: String? {
    let priority = fields.fields("priority")
    return priority.text("summary", "name") ?? fields.text("priority")
  }

  /// Who is to respond.
  var assignees: [String] {
    let people =
      fields.list("assignees").map(AlertFields.init)
      + fields.list("assignments").map { AlertFields($0).fields("assignee") }
      + fields.list("assigned_to").map { AlertFields($0).fields("object") } + [fields.fields("assigned_to_user")]
    return people.compactMap(PagerDutyAgent.name)
  }

  /// When its state last changed.
  var changed: Timestamp? { fields.time("last_status_change_at", "last_status_change_on", "updated_at") }

  /// What is the same whatever happened to it.
  func draft(_ change: AlertChange) -> AlertDraft {
    var draft = AlertDraft(source: .pagerduty, change: change)
    let service = fields.fields("service")
    let trigger = fields.fields("trigger_summary_data")
    draft.key = id.map { "pagerduty:" + $0 }
    draft.fingerprints =
      [fields.text("incident_key", "dedup_key")].compactMap(\.self)
      + fields.list("alerts").compactMap { AlertFields($0).text("alert_key") }
    draft.titles = [
      fields.text("title"), trigger.text("subject", "description"), fields.text("description", "summary"),
      fields.text("incident_number", "number", "id").map { "PagerDuty incident \($0)" },
    ]
    draft.summaries = [fields.fields("body").text("details"), fields.text("description")]
    draft.severity = priority ?? fields.text("urgency")
    draft.service = service.text("summary", "name")
    draft.labels = labels
    draft.links = [(.source, fields.text("html_url"))]
    draft.started = fields.time("created_at", "created_on")
    return draft
  }

  private var labels: [(name: String, value: String)] {
    let known = [
      ("urgency", fields.text("urgency")),
      ("escalation_policy", fields.fields("escalation_policy").text("summary", "name")),
      ("team", AlertFields(fields.list("teams").first).text("summary", "name")),
    ]
    return known.compactMap { name, value in value.map { (name: name, value: $0) } }
  }
}

/// Who did something in PagerDuty: a user, a service, an integration.
enum PagerDutyAgent {
  /// The name it goes by.
  static func name(of agent: AlertFields) -> String? {
    agent.text("summary", "name", "email")
  }

  /// The name, where it is a person.
  static func person(_ agent: AlertFields) -> String? {
    let type = agent.text("type") ?? ""
    let isUser = type.hasPrefix("user") || type.isEmpty && (agent.has("email") || isUserPage(agent.text("html_url")))
    return isUser ? name(of: agent) : nil
  }

  private static func isUserPage(_ address: String?) -> Bool {
    address?.split(separator: "/").dropLast().last == "users"
  }
}
