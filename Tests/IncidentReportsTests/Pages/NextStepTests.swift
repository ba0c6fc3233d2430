import IncidentCore
import Testing

@testable import IncidentReports

@Suite("Next step")
struct NextStepTests {
  private func snapshot(_ severity: Severity, _ events: [EventBody], due: String? = nil) throws -> IncidentCore.Snapshot
  {
    var writer = IncidentWriter("INC-20261121-A0B1")
    writer.at(
      "2026-11-21 00:10", by: "li",
      .declared(Declared(title: "Slow", severity: severity, nextUpdateDue: due.map { Timestamp($0) })))
    for event in events { writer.at("2026-11-21 00:20", by: "li", event) }
    return try writer.incident.snapshot
  }

  private static let ack = EventBody.acknowledged(Acknowledged())
  private static let ic = EventBody.assigned(Assigned(role: .incidentCommander, name: "dana"))
  private static let comms = EventBody.assigned(Assigned(role: .communicationsLead, name: "li"))
  private static let tech = EventBody.assigned(Assigned(role: .technicalLead, name: "bo"))
  private static let mitigated = EventBody.mitigated(Mitigated())
  private static let resolved = EventBody.resolved(Resolved())
  private static func update(_ status: Status) -> EventBody { .updated(Updated(status: status)) }
  private static func postmortem(_ status: PostmortemStatus) -> EventBody {
    .postmortem(PostmortemChanged(status: status))
  }

  private static let late = "2026-11-21 00:40"
  private static let cases: [(Severity, [EventBody], String?, command: String?)] = [
    (.sev2, [], late, "ack"),
    (.sev2, [update(.investigating)], late, "ack"),
    (.sev2, [update(.mitigating)], late, "assign ic NAME"),
    (.sev2, [ack], late, "assign ic NAME"),
    (.sev2, [ack, ic], late, "update -m TEXT"),
    (.sev2, [ack, ic], nil, "assign comms NAME"),
    (.sev2, [ack, ic, comms], nil, "assign tech NAME"),
    (.sev2, [ack, ic, tech, comms], nil, "mitigate -m TEXT"),
    (.sev2, [ack, ic, tech, comms, mitigated], nil, "resolve -m TEXT"),
    (.sev2, [ack, ic, tech, comms, mitigated], late, "update -m TEXT"),
    (.sev4, [ack], nil, "mitigate -m TEXT"),
    (.sev2, [resolved], nil, "postmortem"),
    (.sev2, [resolved, postmortem(.draft)], nil, "postmortem publish"),
    (.sev2, [resolved, postmortem(.inReview)], nil, "postmortem publish"),
    (.sev2, [resolved, postmortem(.published)], nil, "close"),
    (.sev3, [resolved], nil, "close"),
    (.sev3, [resolved, .closed(Closed())], nil, nil),
    (.sev1, [.cancelled(Cancelled())], nil, nil),
  ]

  @Test("the first thing an incident waits for", arguments: cases)
  func step(severity: Severity, events: [EventBody], due: String?, command: String?) throws {
    let snapshot = try snapshot(severity, events, due: due)
    let step = NextStep(for: snapshot, now: Sample.now, policy: .standard, namesReference: false)
    #expect(step?.command == command.map { "incident \($0)" })
    let named = NextStep(for: snapshot, now: Sample.now, policy: .standard, namesReference: true)
    let words = command.map { $0.replacing(" -m TEXT", with: "") }
    #expect(named?.command == command.map { "incident \(words ?? "") a0b1\($0.hasSuffix("TEXT") ? " -m TEXT" : "")" })
    #expect(step?.reason.isEmpty != true)
  }
}
