import IncidentCore
import JSONTree

/// Webhooks of Grafana's legacy alerting (`ruleName`, `ruleUrl`, `state`, `evalMatches`), and what tells those of its unified
/// alerting from Alertmanager's.
enum GrafanaMessage {
  /// Whether a message in the words of Alertmanager is Grafana's.
  static func isUnified(_ fields: AlertFields, alerts: [JSON]) -> Bool {
    if fields.text("version") == "1" || fields.has("orgId") { return true }
    let alert = AlertFields(alerts.first)
    return ["silenceURL", "dashboardURL", "panelURL", "valueString"].contains { alert.object[$0] != nil }
  }

  /// Nil where the object is no message of the legacy alerting.
  static func drafts(in fields: AlertFields) -> [AlertDraft]? {
    guard let state = fields.text("state"), fields.has("ruleName") || fields.has("ruleId") || fields.has("ruleUrl"),
      !fields.has("alerts")
    else { return nil }
    var draft = AlertDraft(source: .grafana, change: change(of: state))
    let name = fields.text("ruleName")
    draft.key = key(of: fields)
    draft.name = name ?? withoutState(fields.text("title"))
    draft.titles = [name, withoutState(fields.text("title")), fields.text("message")]
    let matches = fields.list("evalMatches").map(AlertFields.init)
    let values = matches.prefix(mostMatches).compactMap { match in
      match.text("value").map { "\(match.text("metric") ?? "value") = \($0)" }
    }
    draft.summaries = [
      ([fields.text("message")].compactMap(\.self) + values).joined(separator: "\n")
    ]
    draft.labels = fields.fields("tags").pairs + (matches.count == 1 ? matches[0].fields("tags").pairs : [])
    draft.links = [(.source, fields.text("ruleUrl"))]
    return [draft]
  }

  /// Values that a summary lists.
  private static let mostMatches = 20

  private static func change(of state: String) -> AlertChange {
    switch state.lowercased() {
    case "alerting", "no_data", "nodata": .fired
    case "ok": .resolved
    default: .other(AlertText.words(state))
    }
  }

  /// A rule's number is unique in an organisation; a test notification has 0.
  private static func key(of fields: AlertFields) -> String? {
    if let rule = fields.object["ruleId"]?.int, rule != 0 {
      return "grafana:\(fields.text("orgId") ?? "1")/\(rule)"
    }
    return (fields.text("ruleName") ?? fields.text("ruleUrl")).map { "grafana:" + $0 }
  }

  /// The title without `[Alerting] ` or `[FIRING:2] ` before it.
  static func withoutState(_ title: String?) -> String? {
    guard let title, title.first == "[", let end = title.firstIndex(of: "]") else { return title }
    let rest = String(title[title.index(after: end)...])
    return AlertText.isVisible(rest) ? rest : title
  }
}
