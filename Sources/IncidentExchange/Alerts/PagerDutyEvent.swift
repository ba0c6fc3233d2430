import IncidentCore

/// What happened to an incident of PagerDuty, whichever version of its webhooks says so.
struct PagerDutyEvent {
  /// `triggered` of version 3, `trigger` of those before it; without `incident.` before it.
  let word: String
  let incident: PagerDutyIncident
  /// Who is to respond now.
  var assignees: [String] = []
  /// What a person wrote.
  var text: String?
  /// The answer of a person who was asked to respond.
  var reply: String?
  var at: Timestamp?
  var by: String?

  /// - Parameter type: `incident.triggered`.
  init(type: String, incident: PagerDutyIncident) {
    word = type.hasPrefix("incident.") ? String(type.dropFirst("incident.".count)) : type
    self.incident = incident
  }

  var draft: AlertDraft {
    var draft = incident.draft(change)
    draft.at = at
    draft.by = by
    if draft.change == .resolved { draft.ended = at ?? incident.changed }
    if draft.change == .fired { draft.started = draft.started ?? (word.hasPrefix("trigger") ? at : nil) }
    return draft
  }

  private var change: AlertChange {
    switch word {
    case "triggered", "trigger", "reopened", "reopen": .fired
    case "acknowledged", "acknowledge": .acknowledged
    case "resolved", "resolve": .resolved
    case "unacknowledged", "unacknowledge": .other("unacknowledged")
    case "reassigned", "assign", "assigned": assignees.isEmpty ? .other("reassigned") : .assigned(assignees)
    case "delegated", "delegate": assignees.isEmpty ? .other("delegated") : .assigned(assignees)
    case "responder.added": assignees.isEmpty ? .other("responder added") : .assigned(assignees)
    case "role.assigned": assignees.isEmpty ? .other("role unassigned") : .assigned(assignees)
    case "escalated", "escalate": .other(toPeople("escalated"))
    case "responder.replied": .other(reply ?? "responder replied")
    case "priority_updated": incident.priority.map { .severityChanged($0) } ?? .other("priority removed")
    case "annotated", "annotate", "status_update_published": text.map { .noted($0) } ?? .other(AlertText.words(word))
    default: .other(AlertText.words(word))
    }
  }

  private func toPeople(_ verb: String) -> String {
    assignees.isEmpty ? verb : verb + " to " + assignees.joined(separator: ", ")
  }
}
