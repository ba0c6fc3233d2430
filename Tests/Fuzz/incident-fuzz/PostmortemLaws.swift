import IncidentCore
import IncidentReports

/// Any bytes are read as a postmortem: it ends, every finding has a place in the document, and the same bytes say the same.
enum PostmortemLaws {
  static func hold(for input: [UInt8]) {
    guard let now = Timestamp(rfc3339: "2026-11-20T23:00:00Z") else { return law("the clock is a time", false) }
    for incident in [nil, sample] {
      guard
        let findings = try? PostmortemCheck.findings(in: input, of: incident, now: now, policy: .standard)
      else { return law("the built-in template renders", false) }
      let lines = input.reduce(1) { $0 + ($1 == UInt8(ascii: "\n") || $1 == UInt8(ascii: "\r") ? 1 : 0) }
      for finding in findings {
        law("a finding has a place", (1...lines).contains(finding.line) && finding.column >= 1)
        law("a finding offers something", !finding.suggestion.isEmpty && !finding.message.isEmpty)
      }
      law("findings are in order", findings == findings.sorted())
    }
  }

  /// An incident with people, an action and a hole in its timeline.
  private static let sample: Incident? = {
    guard let id = IncidentID("INC-20261120-7QK4"), let start = Timestamp(rfc3339: "2026-11-20T20:00:00Z") else {
      return nil
    }
    let bodies: [EventBody] = [
      .declared(Declared(title: "Slow", severity: .sev2, services: ["payments"], nextUpdateDue: start.adding(1_800))),
      .assigned(Assigned(role: .incidentCommander, name: "Dana Scully")),
      .actionAdded(ActionAdded(title: "Improve monitoring")), .resolved(Resolved(cause: "pool")),
    ]
    var random = SystemRandomNumberGenerator()
    let events = bodies.enumerated().map { place, body in
      let at = start.adding(place * 3_600)
      return Event(
        id: EventID(milliseconds: UInt64(at.seconds) * 1_000, random: &random), at: at, by: "dana", body: body)
    }
    return try? Incident(id: id, events: events)
  }()
}
