import IncidentCore
import JSONTree

/// Webhooks of PagerDuty before version 3, which come in batches, and incidents as its REST interface answers them
/// (<https://developer.pagerduty.com/docs/v2-overview>).
///
/// Read are, of each of `messages`, `event` (version 2) or `type` (version 1), `created_on`, `incident` or
/// `data.incident`, and the first of `log_entries`; of the REST interface `incident` or `incidents`, with the `status` of each.
enum PagerDutyMessages {
  /// Nil where the object is no such message.
  static func drafts(in fields: AlertFields) throws(AlertPayloadProblem) -> [AlertDraft]? {
    if case .array(let messages)? = fields.object["messages"] {
      let drafts = messages.compactMap { draft(ofMessage: AlertFields($0)) }
      if !drafts.isEmpty { return drafts }
    }
    let incidents = fields.list("incidents").map(AlertFields.init) + [fields.fields("incident")]
    let drafts = incidents.filter(isIncident).map(draft(ofIncident:))
    if !drafts.isEmpty { return drafts }
    if fields.object["incidents"] == .array([]) {
      throw AlertPayloadProblem("an empty list of incidents: expected at least one")
    }
    return nil
  }

  private static func draft(ofMessage message: AlertFields) -> AlertDraft? {
    let older = message.fields("data").fields("incident")
    let fields = older.object.isEmpty ? message.fields("incident") : older
    guard let type = message.text("event", "type"), fields.has("id") || fields.has("incident_number") else {
      return nil
    }
    let entry = AlertFields(message.list("log_entries").first)
    let channel = entry.fields("channel")
    let incident = PagerDutyIncident(fields)
    var event = PagerDutyEvent(type: type, incident: incident)
    let assigned = entry.list("assignees").compactMap { PagerDutyAgent.name(of: AlertFields($0)) }
    event.assignees = assigned.isEmpty ? incident.assignees : assigned
    event.text = channel.text("content", "summary") ?? entry.fields("note").text("content") ?? entry.text("note")
    event.at = entry.time("created_at") ?? message.time("created_on") ?? incident.changed
    event.by = PagerDutyAgent.person(entry.fields("agent")) ?? person(of: fields, type: type)
    var draft = event.draft
    draft.summaries.insert(channel.text("details"), at: 0)
    return draft
  }

  /// Version 1 names nobody, but the incident says who changed it last.
  private static func person(of incident: AlertFields, type: String) -> String? {
    guard !type.hasSuffix("trigger"), !type.hasSuffix("unacknowledge") else { return nil }
    return PagerDutyAgent.person(incident.fields("last_status_change_by"))
  }

  /// What other systems call an incident has other fields.
  private static func isIncident(_ fields: AlertFields) -> Bool {
    guard let status = fields.text("status"), ["triggered", "acknowledged", "resolved"].contains(status),
      fields.has("id")
    else { return false }
    return fields.has("incident_number") || fields.has("urgency") || fields.text("type")?.hasPrefix("incident") == true
  }

  private static func draft(ofIncident fields: AlertFields) -> AlertDraft {
    let incident = PagerDutyIncident(fields)
    var event = PagerDutyEvent(type: fields.text("status") ?? "", incident: incident)
    event.at = incident.changed ?? fields.time("resolved_at")
    event.by = PagerDutyAgent.person(fields.fields("last_status_change_by"))
    if event.word == "acknowledged" {
      let last = AlertFields(fields.list("acknowledgements").last)
      event.at = last.time("at") ?? event.at
      event.by = PagerDutyAgent.person(last.fields("acknowledger")) ?? event.by
    }
    if event.word == "triggered" {
      event.at = fields.time("created_at", "created_on") ?? event.at
      event.by = nil
    }
    return event.draft
  }
}
