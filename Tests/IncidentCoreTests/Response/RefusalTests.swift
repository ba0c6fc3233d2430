import IncidentCore
import Testing

/// Every reason to refuse, reached.
@Suite struct RefusalTests {
  private static let plain = Declared(title: "T", severity: .sev3)

  @Test("a verb that the status does not have, and whether it was back-filled")
  func wrongStatus() throws {
    let incident = try incident(Self.plain, event(1, "23:00", .resolved(Resolved())))
    #expect(
      incident.refusal(of: .acknowledge(message: nil), "23:10")
        == .wrongStatus(verb: .acknowledge, status: .resolved, backfilled: false))
    #expect(
      incident.refusal(of: .close(message: nil, force: false), "22:50", now: "23:10")
        == .wrongStatus(verb: .close, status: .declared, backfilled: true))
  }

  @Test("a status that has a command of its own", arguments: Status.allCases.filter { !$0.isProgress })
  func statusHasCommand(status: Status) throws {
    #expect(
      try incident().refusal(of: .update(UpdateIntent(status: status)), "23:00") == .statusHasCommand(status))
  }

  @Test("a postmortem that is owed, until it is published or the closing is forced with a reason")
  func postmortemOwed() throws {
    var incident = try incident(.sample, event(1, "23:00", .resolved(Resolved())))
    let close = Intent.close(message: nil, force: false)
    #expect(incident.refusal(of: close, "23:10") == .postmortemOwed(nil, severity: .sev2))
    #expect(incident.refusal(of: .close(message: " ", force: true), "23:10") == .nothingToSay)
    #expect(incident.refusal(of: .close(message: nil, force: true), "23:10") == .nothingToSay)
    let forced = try incident.decide(.close(message: "No time", force: true), in: context("23:10"))
    #expect(forced.events == [.closed(Closed(message: "No time", isForced: true))])
    for status in [PostmortemStatus.draft, .inReview] {
      incident = try incident.adding([event(status == .draft ? 2 : 3, "23:05", .postmortem(.init(status: status)))])
      #expect(incident.refusal(of: close, "23:10") == .postmortemOwed(status, severity: .sev2))
    }
    incident = try incident.adding([event(4, "23:06", .postmortem(.init(status: .published)))])
    #expect(try incident.decide(close, in: context("23:10")).events == [.closed(Closed())])
    #expect(
      try incident.decide(.close(message: "m", force: true), in: context("23:10")).events
        == [.closed(Closed(message: "m"))])
  }

  @Test("what is in the future", arguments: TransitionTests.table.map(\.intent))
  func inTheFuture(intent: Intent) throws {
    #expect(
      try incident().refusal(of: intent, "23:00:01", now: "23:00")
        == .inTheFuture(time("23:00:01"), now: time("23:00")))
  }

  @Test("a next update that does not come after this one", arguments: ["22:59:59", "23:00:00"])
  func inThePast(next: String) throws {
    #expect(
      try incident().refusal(of: .update(UpdateIntent(message: "m", next: time(next))), "23:00")
        == .inThePast(time(next), now: time("23:00")))
  }

  @Test("an order that time does not have")
  func impossibleOrder() throws {
    var declared = Self.plain
    (declared.started, declared.detected) = (time("22:41"), time("22:45"))
    let incident = try incident(declared)
    let cases: [(Intent, String, Milestone, Milestone, Timestamp)] = [
      (.acknowledge(message: nil), "22:44", .detected, .acknowledged, time("22:45")),
      (.mitigate(message: nil), "22:40", .started, .mitigated, time("22:41")),
      (.resolve(message: nil, cause: nil), "22:40", .started, .resolved, time("22:41")),
    ]
    for (intent, at, earlier, later, earlierAt) in cases {
      guard case .impossibleOrder(let conflict, let first, let second)? = incident.refusal(of: intent, at, now: "23:00")
      else {
        Issue.record("\(intent)")
        continue
      }
      #expect([conflict.earlier, conflict.later] == [earlier, later] && conflict.isImpossible)
      #expect([first, second] == [earlierAt, time(at)])
    }
  }

  @Test("an order that was impossible before is no reason to refuse what comes after")
  func impossibleBefore() throws {
    var declared = Self.plain
    (declared.started, declared.detected) = (time("22:45"), time("22:41"))
    let decision = try incident(declared).decide(.acknowledge(message: nil), in: context("23:00"))
    #expect(decision.events.count == 1 && decision.warnings.isEmpty)
  }

  @Test("a newer version's record", arguments: TransitionTests.table.map(\.intent))
  func newerSchema(intent: Intent) throws {
    let newer = try Incident(id: .sample, schema: 2, events: incident().events)
    #expect(newer.refusal(of: intent, "23:00") == .newerSchema(2))
  }

  @Test("a retraction of what is not there, or has to stay")
  func retraction() throws {
    let incident = try incident(
      Self.plain, event(1, "22:50", .noted(Noted(message: "m"))),
      event(2, "22:51", .retracted(Retracted(event: eventID(1)))),
      event(3, "22:51", .redacted(Redacted(event: eventID(1)))), event(4, "22:52", .resolved(Resolved())))
    func refusal(_ number: Int, of incident: Incident) -> Refusal? {
      incident.refusal(of: .retract(eventID(number), message: nil), "23:00")
    }
    #expect(refusal(77, of: incident) == .noSuchEvent(eventID(77)))
    #expect(refusal(0, of: incident) == .cannotRetract("declared"))
    #expect(refusal(2, of: incident) == .cannotRetract("retracted"))
    #expect(refusal(3, of: incident) == .cannotRetract("redacted"))
    let closed = try incident.adding([event(5, "22:53", .closed(Closed()))])
    #expect(refusal(4, of: closed) == .eventIsNeeded(.closed))
  }

  @Test("nothing to say", arguments: ["", " ", "\t\n\u{A0}"])
  func nothingToSay(text: String) throws {
    let incident = try incident()
    #expect(incident.refusal(of: .note(message: text), "23:00") == .nothingToSay)
    #expect(incident.refusal(of: .assign(.scribe, to: text), "23:00") == .nothingToSay)
    #expect(throws: Refusal.nothingToSay) {
      try Incident.decide(Incident.Declaration(Declared(title: text, severity: .sev1)), in: context("23:00"))
    }
  }
}
