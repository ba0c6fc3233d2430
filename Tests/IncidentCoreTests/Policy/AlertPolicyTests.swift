import JSONTree
import Testing

@testable import IncidentCore

@Suite struct AlertPolicyTests {
  @Test(
    "a severity comes from the first label whose word is known, then from the source's own word",
    arguments: [
      ([("severity", "page")], nil, Severity.sev1, "severity"),
      ([("Severity", "PAGE")], nil, .sev1, "Severity"),
      ([("level", "info"), ("severity", "critical")], nil, .sev1, "severity"),
      ([("severity", "purple"), ("priority", "P2")], nil, .sev2, "priority"),
      ([("severity", "warning")], "P1", .sev3, "severity"),
      ([], "P5", .sev4, "source"), ([], "sev-1", .sev1, "source"), ([], "High", .sev2, "source"),
      ([("severity", "purple")], "mauve", .sev3, "unsaid"), ([], nil, .sev3, "unsaid"),
    ] as [([(String, String)], String?, Severity, String)])
  func severity(labels: [(String, String)], word: String?, expected: Severity, why: String) {
    var notice = AlertNotice.sample()
    notice.labels = labels.map { AlertLabel(name: $0.0, value: $0.1) }
    notice.severity = word
    let (severity, reason) = AlertPolicy.standard.severity(of: notice)
    #expect(severity == expected)
    switch reason {
    case .label(let label): #expect(label.name == why)
    case .source: #expect(why == "source")
    case .unsaid: #expect(why == "unsaid")
    }
  }

  @Test(
    "a service is what the source names, else the first label, by the name that the team has for it",
    arguments: [
      ([], nil, []), ([], "Payments API", ["Payments API"]),
      ([("job", "node"), ("service", "web")], nil, ["web"]),
      ([("service", "pay-api")], nil, ["payments"]), ([("service", "PAY-")], nil, ["payments"]),
      ([("service", "pay-special")], nil, ["special"]), ([("service", "Checkout")], nil, ["checkout"]),
      ([("service", "unheard-of"), ("namespace", "pay-eu")], nil, ["payments"]),
      ([("service", " ")], nil, []), ([("service", "pay")], "x1", ["exes"]), ([("service", "pay")], "x12", ["x12"]),
    ] as [([(String, String)], String?, [String])])
  func services(labels: [(String, String)], own: String?, expected: [String]) throws {
    let text =
      #"{"alerts": {"services": {"pay-*": "payments", "pay-special": "special", "x?": "exes"}}}"#
    let (config, problems) = Config.read(try JSON.parse(text))
    #expect(problems.isEmpty)
    var notice = AlertNotice.sample()
    notice.labels = labels.map { AlertLabel(name: $0.0, value: $0.1) }
    notice.service = own
    #expect(config.alerts.services(of: notice, known: ["checkout"]).services == expected)
  }

  @Test("a service's name that is no pattern is told, and the others count")
  func noPattern() throws {
    let text = #"{"alerts": {"services": {"pay[": "payments", "pay-*": "payments"}}}"#
    let (config, problems) = Config.read(try JSON.parse(text))
    #expect(problems.map(\.path) == [[.key("alerts"), .key("services"), .key("pay[")]])
    #expect(config.alerts.services.map(\.pattern.text) == ["pay-*"])
  }

  @Test("words are added to the defaults, lists replace them, and what it prints reads back")
  func config() throws {
    let text = """
      {"alerts": {"severityLabels": ["tier"], "serviceLabels": [], "severities": {"Page": "2", "gold": "SEV1"},
      "defaultSeverity": "SEV4", "services": {"a*": "b"}}}
      """
    let (config, problems) = Config.read(try JSON.parse(text))
    #expect(problems.isEmpty)
    #expect(config.alerts.severityLabels == ["tier"] && config.alerts.serviceLabels.isEmpty)
    #expect(config.alerts.severity(ofWord: "PAGE") == .sev2 && config.alerts.severity(ofWord: "gold") == .sev1)
    #expect(config.alerts.severity(ofWord: "critical") == .sev1 && config.alerts.severity(ofWord: "mauve") == nil)
    #expect(config.alerts.defaultSeverity == .sev4)
    #expect(Config.read(.object(config.json)).config.alerts == config.alerts)
  }

  @Test(
    "what cannot be used is named with its path, and its default counts",
    arguments: [
      (#"{"alerts": []}"#, ["alerts"]), (#"{"alerts": {"severity": {}}}"#, ["alerts", "severity"]),
      (#"{"alerts": {"severityLabels": "severity"}}"#, ["alerts", "severityLabels"]),
      (#"{"alerts": {"serviceLabels": {}}}"#, ["alerts", "serviceLabels"]),
      (#"{"alerts": {"severities": {"page": "SEV9"}}}"#, ["alerts", "severities", "page"]),
      (#"{"alerts": {"severities": ["page"]}}"#, ["alerts", "severities"]),
      (#"{"alerts": {"defaultSeverity": 3}}"#, ["alerts", "defaultSeverity"]),
      (#"{"alerts": {"services": {"a": ""}}}"#, ["alerts", "services", "a"]),
      (#"{"alerts": {"services": "a"}}"#, ["alerts", "services"]),
    ])
  func problems(text: String, path: [String]) throws {
    let (config, problems) = Config.read(try JSON.parse(text))
    #expect(problems.map(\.path) == [path.map(JSONPathComponent.key)])
    #expect(config == .standard)
  }
}
