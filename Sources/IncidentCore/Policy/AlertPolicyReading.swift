import JSONTree

extension ConfigReader {
  private static let alertKeys = ["severityLabels", "serviceLabels", "severities", "defaultSeverity", "services"]

  /// Lists of labels replace the default ones; words and services are added to those there are, or replace their meaning.
  mutating func readAlerts(_ json: JSON, at path: [JSONPathComponent]) {
    guard let object = json.object else {
      return expected("an object: {\"severities\": {\"page\": \"SEV1\"}}", at: path)
    }
    for member in object {
      let memberPath = path + [.key(member.key)]
      switch member.key {
      case "severityLabels":
        if let names = labelNames(member.value, at: memberPath) { config.alerts.severityLabels = names }
      case "serviceLabels":
        if let names = labelNames(member.value, at: memberPath) { config.alerts.serviceLabels = names }
      case "severities": readSeverityWords(member.value, at: memberPath)
      case "defaultSeverity":
        if let severity = severity(member.value, at: memberPath) { config.alerts.defaultSeverity = severity }
      case "services": readServiceNames(member.value, at: memberPath)
      default: unknown(member.key, among: Self.alertKeys, at: memberPath)
      }
    }
  }

  private mutating func labelNames(_ json: JSON, at path: [JSONPathComponent]) -> [String]? {
    guard let elements = json.array else {
      expected("an array of label names such as [\"severity\"]", at: path)
      return nil
    }
    let names = elements.map { element in element.string.flatMap { $0.hasWords ? $0 : nil } }
    for (index, name) in names.enumerated() where name == nil {
      expected("the name of a label", at: path + [.index(index)])
    }
    return names.contains(nil) ? nil : names.compactMap(\.self)
  }

  private mutating func readSeverityWords(_ json: JSON, at path: [JSONPathComponent]) {
    guard let object = json.object else {
      return expected("an object with a member for each word: {\"page\": \"SEV1\"}", at: path)
    }
    for member in object {
      guard let severity = severity(member.value, at: path + [.key(member.key)]) else { continue }
      config.alerts.set(AlertPolicy.SeverityWord(member.key, severity))
    }
  }

  private mutating func severity(_ json: JSON, at path: [JSONPathComponent]) -> Severity? {
    let severity = json.string.flatMap(Severity.init(typed:))
    if severity == nil { expected("a severity: \(Severity.allCases.map(\.label).joined(separator: ", "))", at: path) }
    return severity
  }

  private mutating func readServiceNames(_ json: JSON, at path: [JSONPathComponent]) {
    guard let object = json.object else {
      return expected("an object with our name for each of theirs: {\"pay-*\": \"payments\"}", at: path)
    }
    for member in object {
      guard let name = member.value.string, name.hasWords else {
        expected("the name of a service", at: path + [.key(member.key)])
        continue
      }
      guard let pattern = try? Glob(member.key) else {
        expected("a name, or a pattern such as \"pay-*\", as the key", at: path + [.key(member.key)])
        continue
      }
      config.alerts.services.append(AlertPolicy.ServiceName(pattern: pattern, name: name))
    }
  }
}

extension AlertPolicy {
  var json: JSONObject {
    [
      "severityLabels": .array(severityLabels.map(JSON.string)),
      "serviceLabels": .array(serviceLabels.map(JSON.string)),
      "severities": .object(JSONObject(severities.map { ($0.word, .string($0.severity.label)) })),
      "defaultSeverity": .string(defaultSeverity.label),
      "services": .object(JSONObject(services.map { ($0.pattern.text, .string($0.name)) })),
    ]
  }
}
