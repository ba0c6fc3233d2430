import IncidentCore

/// Labels in bounds.
enum AlertLabels {
  /// Labels by which alerts are told apart, graded and routed: where there are too many, these stay.
  static let first: Set<String> = [
    "alertname", "severity", "priority", "service", "app", "component", "team", "namespace", "cluster", "environment",
    "env", "region", "job", "instance", "host",
  ]

  /// In the order of their names, no name twice; what says nothing is left out.
  static func bounded(_ labels: [(name: String, value: String)]) -> [AlertLabel] {
    var values: [String: String] = [:]
    // More than that are no labels; their order in the payload decides.
    for label in labels.prefix(AlertBounds.labels * 100) {
      guard let name = AlertText.line(label.name, most: AlertBounds.labelName), values[name] == nil,
        let value = AlertText.line(label.value, most: AlertBounds.labelValue)
      else { continue }
      values[name] = value
    }
    var names = values.keys.sorted()
    if names.count > AlertBounds.labels {
      let others = names.filter { !first.contains($0) }
      let kept = names.filter(first.contains)
      names = (kept + others.prefix(AlertBounds.labels - kept.count)).sorted()
    }
    return names.compactMap { name in values[name].map { AlertLabel(name: name, value: $0) } }
  }
}
