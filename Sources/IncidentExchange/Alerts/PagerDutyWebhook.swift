import IncidentCore
import JSONTree

/// Webhooks of PagerDuty, version 3 (<https://developer.pagerduty.com/docs/webhooks-overview>).
///
/// Read are `event.event_type`, `occurred_at`, `agent`, and of `data`, which is an incident or names one: `id`, `title`,
/// `service`, `priority`, `urgency`, `assignees`, `incident_key`, `created_at`, `html_url`; of a note its `content`, of a
/// status update its `message`, of a responder `user` and `state`, of roles `incident_role_assignments`.
enum PagerDutyWebhook {
  /// Nil where the object is no such message.
  static func drafts(in fields: AlertFields) throws(AlertPayloadProblem) -> [AlertDraft]? {
    let message = fields.fields("event")
    guard let type = message.text("event_type") else { return nil }
    let data = message.fields("data")
    if type == "pagey.ping" { throw AlertPayloadProblem("a test ping of PagerDuty, no alert: the webhook works") }
    guard !type.hasPrefix("service."), data.text("type") != "service" else {
      throw AlertPayloadProblem(
        "an event of PagerDuty about a service, no incident: expected an event_type that begins with incident.")
    }
    let incident = incident(of: data)
    guard incident.id != nil || incident.fields.text("title") != nil else {
      throw AlertPayloadProblem(
        "a webhook of PagerDuty without an incident: expected event.data with an id, found the event_type "
          + AlertReader.quoted(type))
    }
    var event = PagerDutyEvent(type: type, incident: incident)
    event.assignees = assignees(in: data, of: incident)
    event.text = data.text("content", "message")
    event.reply = data.text("state").flatMap { state in
      PagerDutyAgent.name(of: data.fields("user")).map { "\($0) \(state) the request to respond" }
    }
    event.at = message.time("occurred_at", "created_on")
    event.by = PagerDutyAgent.person(message.fields("agent"))
    return [event.draft]
  }

  private static func incident(of data: AlertFields) -> PagerDutyIncident {
    if case .object? = data.object["incident"] { return PagerDutyIncident(data.fields("incident")) }
    if let role = data.list("incident_role_assignments").first {
      return PagerDutyIncident(AlertFields(role).fields("incident"))
    }
    return PagerDutyIncident(data)
  }

  private static func assignees(in data: AlertFields, of incident: PagerDutyIncident) -> [String] {
    let roles = data.list("incident_role_assignments").map { AlertFields($0).fields("assignee") }
    if !roles.isEmpty { return roles.compactMap(PagerDutyAgent.name) }
    if let user = PagerDutyAgent.name(of: data.fields("user")) { return [user] }
    let policy = PagerDutyAgent.name(of: data.fields("escalation_policy"))
    if data.text("type") == "incident_responder" { return policy.map { [$0] } ?? [] }
    return incident.assignees
  }
}
