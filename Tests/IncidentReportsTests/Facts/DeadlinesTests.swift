import IncidentCore
import JSONTree
import Testing

@testable import IncidentReports

@Suite("Deadlines")
struct DeadlinesTests {
  private func incident(_ events: [EventBody]) throws -> Incident {
    var writer = IncidentWriter("INC-20261121-A0B1")
    writer.at("2026-11-21 00:10", by: "li", .declared(Declared(title: "Slow", severity: .sev2)))
    for event in events { writer.at("2026-11-21 00:20", by: "li", event) }
    return try writer.incident
  }

  @Test("an acknowledgement is due from the detection by the policy, and no more once it came")
  func acknowledgement() throws {
    func due(_ events: [EventBody]) throws -> Timestamp? {
      Deadlines(try incident(events).snapshot, policy: .standard).acknowledgement
    }
    #expect(try due([]) == Timestamp("2026-11-21 00:25"))
    #expect(try due([.acknowledged(Acknowledged())]) == nil)
    #expect(try due([.resolved(Resolved())]) == nil)
  }

  private static let unacknowledged: [(Status?, isAsked: Bool)] = [
    (nil, true), (.investigating, true), (.mitigating, false), (.monitoring, false),
  ]

  @Test(
    "page, context and next step agree on an incident that was moved on without an acknowledgement",
    arguments: unacknowledged)
  func movedOn(status: Status?, isAsked: Bool) throws {
    let incident = try incident(status.map { [.updated(Updated(status: $0))] } ?? [])
    #expect(incident.snapshot.status == status ?? .declared)
    let page = ShowPage(incident, now: Sample.now, policy: .standard).lines(width: nil).map(\.plainText)
    #expect(page.contains("Acknowledged  NO, OVERDUE by 19 min, was due 00:25 UTC"))
    let step = NextStep(for: incident.snapshot, now: Sample.now, policy: .standard, namesReference: false)
    #expect((step?.command == "incident ack") == isAsked)
    let context = IncidentContext(incident, now: Sample.now, policy: .standard).value.json
    #expect(context["needsAcknowledgement"] == .bool(isAsked))
    #expect(context["respondIsLate"] == .bool(isAsked))
    #expect(context["respondBy"]?["clock"] == (isAsked ? "00:25" : nil))
    let comms = try Comms.text(incident, for: .internal, now: Sample.now, policy: .standard)
    #expect(comms.contains("Nobody has acknowledged it yet.\nThe response was due 00:25 UTC.\n") == isAsked)
  }

  @Test("a deadline is missed from the second after it")
  func overdue() {
    let now = Sample.now
    #expect(now.overdue(at: now) == nil && now.adding(1).overdue(at: now) == nil)
    #expect(now.adding(-1).overdue(at: now) == 1)
  }

  @Test("deadlines are said ahead, at and past their moment")
  func words() {
    let now = Sample.now
    #expect(DeadlineText.phrase(now.adding(720), now: now).text == "due in 12 min")
    #expect(DeadlineText.phrase(now, now: now).text == "due now")
    #expect(DeadlineText.phrase(now.adding(-1), now: now).text == "OVERDUE by 1 s")
    #expect(DeadlineText.phrase(now.adding(-1), now: now).style == .alarm)
  }
}
