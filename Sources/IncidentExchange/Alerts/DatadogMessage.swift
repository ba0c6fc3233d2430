import IncidentCore
import JSONTree

/// Webhooks of Datadog, whose body a team writes itself from variables
/// (<https://docs.datadoghq.com/integrations/webhooks/>).
///
/// The default body is read (`id`, `title`, `body`, `last_updated`, `date`, `event_type`), and of one of the team's own each
/// of these that is there:
/// ```json
/// {"id": "$ID", "title": "$EVENT_TITLE", "alert_title": "$ALERT_TITLE", "body": "$TEXT_ONLY_MSG", "date": "$DATE",
///  "last_updated": "$LAST_UPDATED", "event_type": "$EVENT_TYPE", "alert_id": "$ALERT_ID",
///  "alert_cycle_key": "$ALERT_CYCLE_KEY", "aggreg_key": "$AGGREG_KEY", "alert_transition": "$ALERT_TRANSITION",
///  "alert_type": "$ALERT_TYPE", "alert_priority": "$ALERT_PRIORITY", "alert_metric": "$ALERT_METRIC",
///  "alert_scope": "$ALERT_SCOPE", "hostname": "$HOSTNAME", "tags": "$TAGS", "link": "$LINK", "snapshot": "$SNAPSHOT"}
/// ```
/// With `alert_cycle_key` a recovery finds what triggered; `aggreg_key` is next best. A variable that Datadog left as it
/// was, `$ALERT_ID`, says nothing.
enum DatadogMessage {
  /// Nil where the object has nothing of Datadog's.
  static func drafts(in fields: AlertFields) -> [AlertDraft]? {
    let marks = ["alert_transition", "alert_cycle_key", "aggreg_key", "alert_query", "alert_scope"]
    guard marks.contains(where: fields.has) || fields.has("event_type") && fields.has("last_updated") else {
      return nil
    }
    let message = Message(fields)
    var draft = AlertDraft(source: .datadog, change: message.change)
    draft.key = message.key
    draft.fingerprints = [message.text("aggreg_key"), message.text("alert_id")].compactMap(\.self)
    draft.name = message.title
    draft.titles = [message.title, message.text("alert_status")]
    draft.summaries = [message.body, message.text("alert_status"), message.text("alert_query")]
    draft.severity = message.severity
    draft.service = message.text("service")
    draft.labels = message.labels
    draft.links = [
      (.runbook, message.text("runbook_url", "runbook")), (.dashboard, message.text("snapshot", "dashboard_url")),
      (.source, message.text("link", "url", "event_url")),
    ]
    draft.at = fields.time("date", "date_posix", "last_updated", "last_updated_posix")
    // One that is triggered again began before.
    if draft.change == .fired, message.transition?.hasPrefix("re") != true { draft.started = draft.at }
    draft.ended = draft.at
    return [draft]
  }

  private struct Message {
    let fields: AlertFields

    init(_ fields: AlertFields) {
      self.fields = fields
    }

    /// The first of these that Datadog filled in.
    func text(_ keys: String...) -> String? {
      keys.lazy.compactMap { fields.text($0) }.first { text in
        !text.hasPrefix("$") && !["null", "none", "n/a"].contains(text.lowercased())
      }
    }

    /// `triggered`, `re-triggered`, `recovered`, `warn`, `no data`, `renotify`.
    var transition: String? { text("alert_transition", "transition")?.lowercased() }

    var change: AlertChange {
      guard let transition else {
        if title(stateIn: "recovered") || text("alert_type") == "success" { return .resolved }
        return text("alert_type") == "info" ? .other("info") : .fired
      }
      switch transition {
      case "recovered", "resolved", "success", "ok": return .resolved
      case "triggered", "re-triggered", "warn", "re-warn", "no data", "re-no data", "renotify": return .fired
      default: return transition.hasSuffix("recovered") ? .resolved : .other(AlertText.words(transition))
      }
    }

    /// `[Recovered on {host:web-1}] Disk full`
    private func title(stateIn word: String) -> Bool {
      text("alert_title", "title", "event_title")?.lowercased().hasPrefix("[" + word) == true
    }

    /// The name of the monitor, without what it does now before it.
    var title: String? { GrafanaMessage.withoutState(text("alert_title", "title", "event_title")) }

    var key: String? {
      if let cycle = text("alert_cycle_key", "aggreg_key") { return "datadog:" + cycle }
      if let monitor = text("alert_id") {
        return "datadog:" + monitor + (text("alert_scope", "hostname").map { "/" + $0 } ?? "")
      }
      return title.map { "datadog:" + $0 } ?? text("id").map { "datadog:" + $0 }
    }

    /// Without the `%%%` around what is Markdown.
    var body: String? {
      guard let body = text("text_only_msg", "body", "event_msg", "message", "text") else { return nil }
      return body.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.hasPrefix("%%%") }.joined(separator: "\n")
    }

    /// A priority of the monitor; without one `error` or `warning`. What is over has none.
    var severity: String? {
      let priority = text("alert_priority", "priority")
      if let priority, Severity(typed: priority) != nil || priority == "P5" { return priority }
      let type = text("alert_type")
      return change == .fired && type.map { ["error", "warning"].contains($0) } == true ? type : nil
    }

    var labels: [(name: String, value: String)] {
      var labels = AlertTags.labels(
        text("tags") == nil ? fields.object["tags"]?.array.map(JSON.array) : fields.object["tags"])
      labels += AlertTags.labels(text("alert_scope").map(JSON.string))
      for (name, key) in [("host", "hostname"), ("host", "host_name"), ("metric", "alert_metric")] {
        if let value = text(key) { labels.append((name, value)) }
      }
      return labels
    }
  }
}
