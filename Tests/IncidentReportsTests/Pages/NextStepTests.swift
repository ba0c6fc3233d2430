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
  private static func postmortem(_ status: PostmortemStatus) -> EventBody {
    .postmortem(PostmortemChanged(status: status))
  }

  private static let late = "2026-11-21 00:40"
  private static let cases: [(Severity, [EventBody], String?, command: String?)] = [
    (.sev2, [], late, "ack"),
    (.sev2, [ack], late, "assign ic NAME"),
    (.sev2, [ack, ic], late, #"update -m "…""#),
    (.sev2, [ack, ic], nil, "assign comms NAME"),
    (.sev2, [ack, ic, comms], nil, "assign tech NAME"),
    (.sev2, [ack, ic, tech, comms], nil, #"mitigate -m "…""#),
    (.sev2, [ack, ic, tech, comms, mitigated], nil, #"resolve -m "…""#),
    (.sev2, [ack, ic, tech, comms, mitigated], late, #"update -m "…""#),
    (.sev4, [ack], nil, #"mitigate -m "…""#),
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
    #expect(named?.command == command.map { "incident \($0) A0B1" })
    #expect(step?.reason.isEmpty != true)
  }

  @Test("deadlines are said ahead, at and past their moment")
  func deadlines() {
    let now = Sample.now
    #expect(DeadlineText.phrase(now.adding(720), now: now).text == "due in 12 min")
    #expect(DeadlineText.phrase(now, now: now).text == "due now")
    #expect(DeadlineText.phrase(now.adding(-1), now: now).text == "OVERDUE by 1 s")
    #expect(DeadlineText.phrase(now.adding(-1), now: now).style == .alarm)
  }

  @Test("an acknowledgement is due from the detection by the policy, and no more once it came")
  func acknowledgement() throws {
    #expect(Deadlines(try snapshot(.sev2, []), policy: .standard).acknowledgement == Timestamp("2026-11-21 00:25"))
    #expect(Deadlines(try snapshot(.sev2, [Self.ack]), policy: .standard).acknowledgement == nil)
    #expect(Deadlines(try snapshot(.sev2, [Self.resolved]), policy: .standard).acknowledgement == nil)
  }

  @Test("an age begins at the first milestone known, and a clock that is behind makes it 0")
  func age() throws {
    let age = try #require(IncidentAge(try snapshot(.sev2, []), now: Timestamp("2026-11-20 23:00")))
    #expect(age.seconds == 0 && age.from == .declared && age.end == nil)
    #expect(IncidentAge(try Sample.monitoring().snapshot, now: Sample.now)?.from == .started)
    #expect(IncidentAge(try Sample.cancelled().snapshot, now: Sample.now) == nil)
    #expect(IncidentAge(try Sample.reopenedDrill().snapshot, now: Sample.now)?.seconds == 4_800)
  }
}
