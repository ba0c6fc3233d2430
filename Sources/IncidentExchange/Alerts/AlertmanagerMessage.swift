import IncidentCore
import JSONTree

/// Webhooks of Prometheus Alertmanager, version 4 and those before it, and of Grafana's unified alerting, which speaks the
/// same with more fields
/// (<https://prometheus.io/docs/alerting/latest/configuration/#webhook_config>).
///
/// Read are `status`, `groupKey` (a number before version 4), `groupLabels`, `commonLabels`, `commonAnnotations`,
/// `externalURL`, `truncatedAlerts`, and of each of `alerts` its `status`, `labels`, `annotations`, `startsAt`, `endsAt`,
/// `generatorURL`, `fingerprint`; of Grafana `title`, `message`, `dashboardURL`, `panelURL`, `silenceURL`. Besides, answers
/// of the interfaces of Alertmanager and Prometheus (`{"status": "success", "data": …}`), and a single alert.
enum AlertmanagerMessage {
  /// Nil where the object is no such message.
  static func drafts(in fields: AlertFields) throws(AlertPayloadProblem) -> [AlertDraft]? {
    if fields.text("status") == "success", fields.has("data") {
      guard let elements = fields.object["data"]?.array ?? fields.fields("data").object["alerts"]?.array else {
        return nil
      }
      if let drafts = AlertmanagerList.drafts(in: elements) { return drafts }
      throw AlertPayloadProblem("an answer of Alertmanager without an alert in it: expected at least one")
    }
    if isGroup(fields) { return [try group(fields).draft] }
    if isAlert(fields) { return AlertmanagerList.drafts(in: [.object(fields.object)]) }
    return nil
  }

  private static func isGroup(_ fields: AlertFields) -> Bool {
    let marks = ["groupKey", "groupLabels", "commonLabels", "commonAnnotations", "receiver", "externalURL"]
    let found = marks.count { fields.object[$0] != nil }
    guard case .array(let alerts)? = fields.object["alerts"] else { return found > 1 }
    return found > 0 || alerts.contains { AlertmanagerList.isAlert(AlertFields($0)) }
  }

  /// An alert on its own. One with a title is for ``GenericMessage``.
  private static func isAlert(_ fields: AlertFields) -> Bool {
    guard case .object? = fields.object["labels"], fields.text("title", "summary", "message") == nil else {
      return false
    }
    return fields.has("annotations") || fields.has("startsAt") || fields.has("generatorURL")
  }

  private static func group(_ fields: AlertFields) throws(AlertPayloadProblem) -> AlertmanagerGroup {
    var group = AlertmanagerGroup()
    group.alerts = fields.list("alerts").filter { $0.object != nil }
    group.status = fields.text("status")
    guard !group.alerts.isEmpty || group.status != nil else {
      throw AlertPayloadProblem("a group of alerts without an alert or a status in it: expected one of them")
    }
    if GrafanaMessage.isUnified(fields, alerts: group.alerts) {
      group.source = .grafana
      group.title = fields.text("title")
      group.message = fields.text("message")
    }
    group.key = fields.text("groupKey")
    group.groupLabels = fields.fields("groupLabels").pairs
    group.commonLabels = fields.object["commonLabels"]?.object.map { AlertFields(.object($0)).pairs }
    group.commonAnnotations = fields.fields("commonAnnotations")
    group.truncated = fields.object["truncatedAlerts"]?.int ?? 0
    group.externalURL = fields.text("externalURL")
    return group
  }
}

/// Alerts in a list, as the interfaces of Alertmanager and `amtool alert query -o json` give them. No group is named there:
/// those of one `alertname` are taken for one trouble, as Alertmanager's own example groups them.
enum AlertmanagerList {
  /// In the order of each group's first alert. Nil where no alert is in it.
  static func drafts(in elements: [JSON]) -> [AlertDraft]? {
    if elements.contains(where: { $0["alerts"]?.array != nil }) { return groups(in: elements) }
    var places: [String: Int] = [:]
    var groups: [AlertmanagerGroup] = []
    for element in elements where isAlert(AlertFields(element)) {
      let labels = AlertFields(element).fields("labels")
      let name = labels.text("alertname")
      // The name, and apart from every name the labels of what has none.
      let place = name.map { "=" + $0 } ?? AlertmanagerGroup.text(of: labels.pairs)
      if let known = places[place] {
        groups[known].alerts.append(element)
      } else {
        places[place] = groups.count
        var group = AlertmanagerGroup()
        group.alerts = [element]
        group.groupLabels = name.map { [(name: "alertname", value: $0)] } ?? []
        groups.append(group)
      }
    }
    return groups.isEmpty ? nil : groups.map(\.draft)
  }

  /// What `/api/v2/alerts/groups` answers.
  private static func groups(in elements: [JSON]) -> [AlertDraft]? {
    let drafts = elements.compactMap { element -> AlertDraft? in
      let alerts = (element["alerts"]?.array ?? []).filter { isAlert(AlertFields($0)) }
      guard !alerts.isEmpty else { return nil }
      var group = AlertmanagerGroup()
      group.alerts = alerts
      group.key = AlertFields(element).text("groupKey")
      group.groupLabels = AlertFields(element).fields("labels").pairs
      return group.draft
    }
    return drafts.isEmpty ? nil : drafts
  }

  /// Whether this looks like an alert: it has labels or annotations and nothing that would make it something else.
  static func isAlert(_ fields: AlertFields) -> Bool {
    switch fields.object["labels"] {
    case .object?: true
    case nil, .null?: fields.fields("annotations").object.isEmpty == false || fields.has("startsAt")
    case .bool?, .number?, .string?, .array?: fields.has("startsAt")
    }
  }
}
