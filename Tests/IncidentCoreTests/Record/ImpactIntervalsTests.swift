import IncidentCore
import JSONTree
import Testing

@Suite struct ImpactIntervalsTests {
  @Test("an impact that would have ended before it began is not known, and one that was a moment is")
  func impossibleImpact() throws {
    let before = try incident(.sample, event(1, "22:40", .mitigated(Mitigated()))).snapshot
    #expect(before.impacted.text == [] && before.milestones.mitigated == time("22:40"))
    let moment = try incident(.sample, event(1, "22:47", .resolved(Resolved()))).snapshot
    #expect(moment.impacted.text == ["22:47–22:47"])
  }

  @Test("impact that is back is another stretch, which the next mitigation ends; the first mitigation is the milestone")
  func impactIsBack() throws {
    for status in [Status.investigating, .mitigating] {
      let back = [
        event(1, "23:00", .mitigated(Mitigated())), event(2, "23:10", .updated(Updated(status: status))),
        event(3, "23:12", .updated(Updated(status: .mitigating))),
      ]
      let running = try incident(.sample, back[0], back[1], back[2]).snapshot
      #expect(running.impacted.text == ["22:47–23:00", "23:10–"] && running.impacted.isLasting)
      let ended = try incident(.sample, back[0], back[1], back[2], event(4, "23:20", .mitigated(Mitigated()))).snapshot
      #expect(ended.impacted.text == ["22:47–23:00", "23:10–23:20"] && !ended.impacted.isLasting)
      #expect(ended.milestones.mitigated == time("23:00") && ended.status == .monitoring)
    }
  }

  @Test("an update that goes on watching, or turns back while there still is impact, begins no other stretch")
  func impactGoesOn() throws {
    let watching = try incident(
      .sample, event(1, "23:00", .mitigated(Mitigated())), event(2, "23:10", .updated(Updated(message: "m"))),
      event(3, "23:11", .updated(Updated(status: .monitoring)))
    ).snapshot
    #expect(watching.impacted.text == ["22:47–23:00"])
    let unmitigated = try incident(
      .sample, event(1, "23:00", .updated(Updated(status: .monitoring))),
      event(2, "23:10", .updated(Updated(status: .investigating)))
    ).snapshot
    #expect(unmitigated.impacted.text == ["22:47–"])
  }

  @Test("a mitigation is recorded again where the impact is back, though an update says monitoring")
  func mitigatedAgain() throws {
    let incident = try incident(
      .sample, event(1, "23:00", .mitigated(Mitigated())), event(2, "23:10", .updated(Updated(status: .investigating))),
      event(3, "23:20", .updated(Updated(status: .monitoring))))
    let decision = try incident.decide(.mitigate(message: nil), in: context("23:30"))
    #expect(decision.already == nil && decision.events.count == 1)
  }

  @Test("a cancelled incident shows no impact; reopened, it has all there was, and what lasted goes on")
  func cancelledAndReopened() throws {
    let cancelled = event(8, "23:30", .cancelled(Cancelled()))
    let reopened = event(9, "23:40", .reopened(Reopened()))
    let lasting = [
      event(1, "23:00", .mitigated(Mitigated())), event(2, "23:10", .updated(Updated(status: .mitigating))),
    ]
    #expect(try incident(.sample, lasting[0], lasting[1], cancelled).json["impacted"] == nil)
    let again = try incident(.sample, lasting[0], lasting[1], cancelled, reopened).snapshot
    #expect(again.impacted.text == ["22:47–23:00", "23:10–"])
    let over = try incident(.sample, lasting[0], cancelled).snapshot
    #expect(over.impacted.all.isEmpty)
    let back = try incident(.sample, lasting[0], cancelled, reopened).snapshot
    #expect(back.impacted.text == ["22:47–23:00", "23:40–"])
    let retracted = try incident(
      .sample, lasting[0], cancelled, event(9, "23:40", .retracted(Retracted(event: eventID(8))))
    ).snapshot
    #expect(retracted.impacted.text == ["22:47–23:00"])
  }
}
