import IncidentCore
import Testing

@testable import IncidentReports

/// Postmortems of one incident: fresh, and as people leave them.
struct Documents {
  /// A latency spike that Dana led and Li worked on, told without a hole.
  let incident: Incident
  /// When it is read.
  let now: Timestamp

  init(severity: Severity = .sev2, kind: IncidentKind = .incident) throws {
    var story = try Story(
      Declared(
        title: "Payment response times above 5 s", severity: severity, services: ["payments"],
        impact: "20 % of customers wait", kind: kind))
    try story.add("14:02", .assigned(Assigned(role: .incidentCommander, name: "Dana Scully")))
    try story.add("14:03", .assigned(Assigned(role: .responder, name: "li")))
    try story.then("14:05", by: "li", .acknowledge(message: nil))
    try story.then("14:25", by: "li", .mitigate(message: "Pool doubled"))
    try story.then("14:45", by: "li", .resolve(message: "Latency back to normal", cause: "connection-pool"))
    try story.add(
      "15:00",
      .actionAdded(
        ActionAdded(
          title: "A page fires when the pool exceeds 80 % for 2 min, tested in staging", kind: .detect, owner: "li",
          due: CivilDate("2024-04-01"), priority: nil, link: nil)))
    incident = story.incident
    now = try Story.time("6 10:00")
  }

  /// As `incident postmortem` writes it.
  func draft() throws -> String {
    try Postmortem.draft(incident, now: now, policy: .standard).text
  }

  /// The draft with an answer in place of each question.
  func filled() throws -> String {
    var text = ""
    var isComment = false
    for line in try draft().split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("<!-- "), !line.contains("incident:begin"), !line.contains("incident:end") { isComment = true }
      if !isComment { text += line + "\n" }
      if isComment, line.hasSuffix("-->") {
        isComment = false
        text += "The pool had room for 50 connections, and nothing showed how full it was.\n"
      }
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(lines.firstIndex { $0.hasPrefix("1. Why") })
    let last = try #require(lines.firstIndex { $0.hasPrefix("5. Why") })
    let whys: [Substring] = [
      "1. Why did customers notice? Checkout waited for a connection.", "2. Why? The pool was full.",
    ]
    return (lines[..<first] + whys + lines[(last + 1)...]).joined(separator: "\n")
  }

  /// What the check finds in a text.
  func findings(_ text: String, hasRecord: Bool = true) throws -> [PostmortemFinding] {
    try PostmortemCheck.findings(
      in: Array(text.utf8), of: hasRecord ? incident : nil, now: now, policy: .standard)
  }
}

/// `rule line:column`, a finding a line.
func told(_ findings: [PostmortemFinding]) -> [String] {
  findings.map { "\($0.rule.rawValue) \($0.line):\($0.column)" }
}
