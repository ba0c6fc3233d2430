import IncidentCore
import JSONTree

/// What anything may send that none of the known systems does:
/// ```json
/// {
///   "title": "Nightly export failed",
///   "status": "firing",
///   "severity": "SEV3",
///   "service": "exports",
///   "key": "nightly-export",
///   "started": "2026-11-20T22:41:00Z",
///   "description": "Exit status 3 after 41 min",
///   "labels": {"team": "data"},
///   "runbook_url": "https://wiki.example.org/exports",
///   "dashboard_url": "https://grafana.example.org/d/exports",
///   "url": "https://ci.example.org/job/41"
/// }
/// ```
/// Only a title is required, which may also be called `summary` or `message`. `status` is `firing` where it is missing,
/// else `resolved` (then with `ended`) or `acknowledged`. `key` is what the messages of one trouble share; without it the
/// service and the title do. Links may also stand in `links`, by their kinds (`runbook`, `dashboard`, `silence`, `source`)
/// or as a list. `name` is the name of the rule, `by` the person, `at` the moment.
enum GenericMessage {
  /// Nil where the object has no title.
  static func drafts(in fields: AlertFields) throws(AlertPayloadProblem) -> [AlertDraft]? {
    guard let title = fields.text("title", "summary", "message") else { return nil }
    let change = try change(of: fields.text("status"))
    var draft = AlertDraft(source: .generic, change: change)
    draft.titles = [title]
    draft.summaries = [fields.text("description"), fields.text("message"), fields.text("summary")]
    draft.name = fields.text("name", "alertname") ?? fields.fields("labels").text("alertname")
    draft.severity = fields.text("severity", "priority")
    draft.service = fields.text("service")
    draft.key = fields.text("key") ?? "generic:\(draft.service ?? "")/\(title)"
    draft.fingerprints = [fields.text("fingerprint")].compactMap(\.self)
    draft.labels = fields.fields("labels").pairs
    draft.links =
      [
        (.runbook, fields.text("runbook_url", "runbook")), (.dashboard, fields.text("dashboard_url", "dashboard")),
        (.silence, fields.text("silence_url")), (.source, fields.text("url", "link")),
      ] + links(fields.object["links"])
    draft.started = fields.time("started", "startsAt", "start")
    draft.ended = fields.time("ended", "endsAt", "end")
    let moment = fields.time("at", "timestamp", "time")
    draft.at = moment ?? (change == .resolved ? draft.ended : change == .fired ? draft.started : nil)
    draft.by = fields.text("by")
    return [draft]
  }

  private static func change(of status: String?) throws(AlertPayloadProblem) -> AlertChange {
    switch status?.lowercased() {
    case nil, "firing", "fired", "triggered", "alerting", "alert", "alarm", "open", "active", "critical", "warning",
      "error", "down", "problem":
      return .fired
    case "resolved", "ok", "recovered", "recovery", "closed", "normal", "up", "success": return .resolved
    case "acknowledged", "acked", "ack": return .acknowledged
    case let word?:
      throw AlertPayloadProblem(
        "an alert with the unknown status \(AlertReader.quoted(word)): expected firing, acknowledged or resolved")
    }
  }

  /// An object of addresses by their kinds, or a list of addresses or of objects with a kind and an address.
  private static func links(_ value: JSON?) -> [(kind: AlertLink.Kind, url: String?)] {
    if case .object = value {
      return AlertFields(value).pairs.map { (AlertLink.Kind(rawValue: $0.name.lowercased()) ?? .source, $0.value) }
    }
    return (value?.array ?? []).prefix(AlertBounds.links).map { element in
      let link = AlertFields(element)
      let kind = link.text("kind", "type", "rel").flatMap { AlertLink.Kind(rawValue: $0.lowercased()) }
      return (kind ?? .source, AlertFields.text(of: element) ?? link.text("url", "href"))
    }
  }
}
