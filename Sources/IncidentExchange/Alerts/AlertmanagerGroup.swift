import IncidentCore
import JSONTree

/// What Alertmanager, or Grafana in its words, says of one group of alerts.
struct AlertmanagerGroup {
  var source = AlertSource.alertmanager
  /// `firing` or `resolved`, of the message.
  var status: String?
  var key: String?
  var groupLabels: [(name: String, value: String)] = []
  /// Nil where the message has none: those that all alerts share take their place.
  var commonLabels: [(name: String, value: String)]?
  var commonAnnotations = AlertFields(nil)
  var alerts: [JSON] = []
  /// Alerts that the message leaves out.
  var truncated = 0
  var externalURL: String?
  /// Grafana's own title and message.
  var title: String?
  var message: String?

  /// One for the group: fired while any alert in it fires.
  var draft: AlertDraft {
    let group = AlertGroup(alerts, status: status)
    let labels = groupLabels + (commonLabels ?? group.sharedLabels)
    var draft = AlertDraft(source: source, change: change(of: group))
    draft.key = key ?? builtKey(group)
    draft.counts = (group.firing, group.resolved)
    draft.fingerprints = group.fingerprints
    draft.labels = labels
    draft.name =
      label("alertname", of: labels) ?? group.lead.fields("labels").text("alertname")
    draft.titles = [
      annotation("summary", group), titleByName(draft.name, labels), annotation("message", group),
      GrafanaMessage.withoutState(title), annotation("description", group), message,
    ]
    draft.summaries = [
      annotation("description", group), annotation("message", group), annotation("summary", group), message,
    ]
    if label("severity", of: labels) == nil { draft.severity = group.worstSeverity }
    draft.links = links(group)
    draft.started = group.started
    draft.ended = group.ended
    if draft.change == .resolved { draft.at = group.ended }
    return draft
  }

  private func change(of group: AlertGroup) -> AlertChange {
    if group.firing > 0 { return .fired }
    if truncated > 0, status?.lowercased() == "firing" { return .fired }
    if group.resolved > 0 { return .resolved }
    if let idle = group.idle { return .other(idle) }
    return status?.lowercased() == "resolved" ? .resolved : .fired
  }

  /// Of the common ones, else of the first alert that fires.
  private func annotation(_ name: String, _ group: AlertGroup) -> String? {
    commonAnnotations.text(name) ?? group.lead.fields("annotations").text(name)
  }

  private func label(_ name: String, of labels: [(name: String, value: String)]) -> String? {
    labels.first { $0.name == name && AlertText.isVisible($0.value) }?.value
  }

  /// `HighLatency (api-1:9090)`: the rule, and where it holds.
  private func titleByName(_ name: String?, _ labels: [(name: String, value: String)]) -> String? {
    guard let name else { return nil }
    let places = ["instance", "host", "hostname", "node", "pod", "service", "job", "namespace", "cluster"]
    let place = places.lazy.compactMap { label($0, of: labels) }.first
    return place.map { "\(name) (\($0))" } ?? name
  }

  /// The same for every message about the group: its labels, else those that are common, else the alerts themselves.
  private func builtKey(_ group: AlertGroup) -> String? {
    let common = commonLabels ?? []
    for labels in [groupLabels, common.isEmpty ? group.sharedLabels : common] where !labels.isEmpty {
      return "\(source.rawValue):" + Self.text(of: labels)
    }
    if !group.fingerprints.isEmpty {
      return "\(source.rawValue):" + group.fingerprints.sorted().joined(separator: ",")
    }
    let each = alerts.map { Self.text(of: AlertFields($0).fields("labels").pairs) }.filter { $0 != "{}" }
    return each.isEmpty ? nil : "\(source.rawValue):" + each.sorted().joined(separator: ",")
  }

  /// `{a="1", b="2"}`, in the order of the names, as Alertmanager writes a group's key.
  static func text(of labels: [(name: String, value: String)]) -> String {
    let pairs = labels.sorted { $0.name < $1.name }.map { $0.name + "=" + JSON.string($0.value).inlineText() }
    return "{" + pairs.joined(separator: ", ") + "}"
  }

  private func links(_ group: AlertGroup) -> [(kind: AlertLink.Kind, url: String?)] {
    let annotations = [commonAnnotations, group.lead.fields("annotations")]
    func each(_ kind: AlertLink.Kind, _ names: [String]) -> [(kind: AlertLink.Kind, url: String?)] {
      annotations.flatMap { annotations in names.map { (kind: kind, url: annotations.text($0)) } }
    }
    return each(.runbook, ["runbook_url", "runbook", "runbookURL", "runbook_link"])
      + each(.dashboard, ["dashboard_url", "dashboard", "dashboardURL", "grafana_url"])
      + [
        (.dashboard, group.lead.text("dashboardURL")), (.dashboard, group.lead.text("panelURL")),
        (.silence, group.lead.text("silenceURL")), (.source, group.lead.text("generatorURL") ?? externalURL),
      ]
  }
}
