import IncidentCore
import JSONTree

/// What became of one notice of a payload.
struct AlertResult {
  /// In a word, for whoever reads JSON.
  enum Outcome: String {
    /// A new incident.
    case declared
    /// On the timeline of one that was there.
    case added
    /// All of it had been so.
    case already
    /// The incident is resolved now.
    case resolved
    /// Nothing is to be done about it.
    case ignored
    /// The incident does not allow it.
    case refused
  }

  let notice: AlertNotice
  var outcome: Outcome
  /// The incident as it is now.
  var incident: Incident?
  var path: String?
  /// What was written.
  var events: [Event] = []
  /// A sentence without its full stop, in words for a person.
  var reason: String?
  /// What somebody should look at.
  var warnings: [String] = []
  /// The incident's refusal.
  var failure: CommandFailure?

  var json: JSON {
    var json: JSONObject = ["outcome": .string(outcome.rawValue)]
    if let incident {
      json["incident"] = .string(incident.id.text)
      json["severity"] = .string(incident.snapshot.severity.label)
      json["status"] = .string(incident.snapshot.status.rawValue)
    }
    json["title"] = .string(notice.title)
    json["key"] = .string(notice.key)
    if let reason = failure?.message ?? reason { json["reason"] = .string(reason) }
    if !warnings.isEmpty { json["warnings"] = .array(warnings.map(JSON.string)) }
    if !events.isEmpty { json["events"] = .array(events.map { .object($0.json) }) }
    if let path { json["path"] = .string(path) }
    return .object(json)
  }
}
