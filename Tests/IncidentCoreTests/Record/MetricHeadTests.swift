import IncidentCore
import JSONTree
import Testing

/// What heads hold for metrics and budgets, which read no timeline.
@Suite struct MetricHeadTests {
  /// An incident whose events happen at minutes after noon, by `dana` unless said.
  private func incident(_ bodies: (minute: Int, body: EventBody)...) throws -> Incident {
    try incident(bodies.map { ($0.minute, $0.body, "dana") })
  }

  private func incident(_ bodies: [(minute: Int, body: EventBody, by: String)]) throws -> Incident {
    let events = bodies.enumerated().map { number, entry in
      Event(id: eventID(number + 1), at: minute(entry.minute), by: entry.by, body: entry.body)
    }
    let id = try #require(IncidentID("INC-20261120-7QK4"))
    let incident = try Incident(id: id, events: events)
    // The head says all of it, to both readers.
    let head = incident.snapshotJSON
    #expect(try Snapshot(head: head) == incident.snapshot, "\(head.text)")
    return incident
  }

  private func minute(_ minute: Int) -> Timestamp {
    time("12:00").adding(minute * 60)
  }

  private func declared(_ severity: Severity = .sev3, percent: Int? = nil, due: Int? = nil) -> EventBody {
    .declared(
      Declared(
        title: "Slow", severity: severity, impactPercent: percent.flatMap { Percentage($0) },
        nextUpdateDue: due.map(minute)))
  }

  @Test("a response of one severity that ended once needs no word in the head")
  func plain() throws {
    let over = try incident((0, declared()), (30, .resolved(Resolved())))
    #expect(over.snapshotJSON["responded"] == nil)
    #expect(over.snapshot.responded.all == [ResponseStretch(severity: .sev3, from: minute(0), to: minute(30))])
    let active = try incident((0, declared()))
    #expect(active.snapshot.responded.all == [ResponseStretch(severity: .sev3, from: minute(0), to: nil)])
    let cancelled = try incident((0, declared()), (30, .cancelled(Cancelled())))
    #expect(cancelled.snapshot.responded.all.isEmpty && cancelled.snapshotJSON["responded"] == nil)
  }

  @Test("changes of the severity and reopenings each begin a stretch")
  func stretches() throws {
    let incident = try incident(
      (0, declared()), (10, .severityChanged(SeverityChanged(severity: .sev1))), (30, .resolved(Resolved())),
      (50, .reopened(Reopened())), (70, .resolved(Resolved())), (80, .closed(Closed())), (90, .reopened(Reopened())))
    #expect(
      incident.snapshot.responded.all == [
        ResponseStretch(severity: .sev3, from: minute(0), to: minute(10)),
        ResponseStretch(severity: .sev1, from: minute(10), to: minute(30)),
        ResponseStretch(severity: .sev1, from: minute(50), to: minute(70)),
        ResponseStretch(severity: .sev1, from: minute(90), to: nil),
      ])
    #expect(incident.snapshot.reopenings == 2 && incident.snapshotJSON["reopened"] == 2)
  }

  @Test(
    "a change of severity that was logged for before the declaration, or after the end, makes no stretch of its own")
  func oddChanges() throws {
    let early = try incident((0, .severityChanged(SeverityChanged(severity: .sev1))), (5, declared()))
    #expect(early.snapshot.responded.all == [ResponseStretch(severity: .sev1, from: minute(5), to: nil)])
    let late = try incident(
      (0, declared()), (30, .resolved(Resolved())), (40, .severityChanged(SeverityChanged(severity: .sev1))))
    #expect(late.snapshot.severity == .sev1)
    #expect(late.snapshot.responded.all == [ResponseStretch(severity: .sev3, from: minute(0), to: minute(30))])
  }

  @Test("a cancellation taken back is no reopening, and the response went on again")
  func cancelledByMistake() throws {
    let incident = try incident(
      (0, declared()), (10, .cancelled(Cancelled(duplicateOf: IncidentID("INC-20261120-0000")))),
      (20, .reopened(Reopened())))
    #expect(incident.snapshot.reopenings == 0 && incident.snapshot.duplicateOf == nil)
    #expect(incident.snapshot.responded.all.count == 2)
    let duplicate = try self.incident(
      (0, declared()), (10, .cancelled(Cancelled(duplicateOf: IncidentID("INC-20261120-0000")))))
    #expect(duplicate.snapshot.duplicateOf == IncidentID("INC-20261120-0000"))
  }

  @Test("updates that were owed are counted when they come, late or in time")
  func updates() throws {
    let incident = try incident(
      (0, declared(due: 10)), (9, .updated(Updated(message: "x", nextUpdateDue: minute(20)))),
      (21, .updated(Updated(message: "y", nextUpdateDue: minute(40)))), (50, .resolved(Resolved())))
    #expect(incident.snapshot.updates == UpdateCount(owed: 3, late: 2))
    #expect(incident.snapshotJSON["updates"] == ["owed": 3, "late": 2])
    let waiting = try self.incident((0, declared(due: 10)))
    #expect(waiting.snapshot.updates == UpdateCount() && waiting.snapshotJSON["updates"] == nil)
  }

  @Test("the first estimate of the impact counts for all of a stretch, a later one from its moment on")
  func percent() throws {
    let incident = try incident(
      (0, declared()), (10, .updated(Updated(impactPercent: Percentage(50)))),
      (20, .updated(Updated(impactPercent: Percentage(20)))), (25, .updated(Updated(impactPercent: Percentage(20)))),
      (30, .mitigated(Mitigated())))
    #expect(
      incident.snapshot.impacted.all == [
        ImpactInterval(from: minute(0), to: minute(20), percent: Percentage(50)),
        ImpactInterval(from: minute(20), to: minute(30), percent: Percentage(20)),
      ])
    #expect(incident.snapshot.impacted.stretches == [ImpactInterval(from: minute(0), to: minute(30))])
    let known = try self.incident((0, declared(percent: 0)))
    #expect(known.snapshot.impacted.all == [ImpactInterval(from: minute(0), to: nil, percent: Percentage(0))])
  }

  @Test("an estimate that comes when the impact is over counts for what has none, else for the last stretch")
  func lateEstimate() throws {
    let twice: [(minute: Int, body: EventBody, by: String)] = [
      (0, declared(), "dana"), (10, .mitigated(Mitigated()), "dana"), (20, .resolved(Resolved()), "dana"),
      (30, .reopened(Reopened()), "dana"), (40, .resolved(Resolved()), "dana"),
    ]
    let once = try incident(twice + [(50, .updated(Updated(impactPercent: Percentage(50))), "dana")])
    #expect(once.snapshot.impacted.all.map(\.percent) == [Percentage(50), Percentage(50)])
    let corrected = try incident(
      twice + [
        (50, .updated(Updated(impactPercent: Percentage(50))), "dana"),
        (60, .updated(Updated(impactPercent: Percentage(10))), "dana"),
      ])
    #expect(corrected.snapshot.impacted.all.map(\.percent) == [Percentage(50), Percentage(10)])
  }

  @Test("a beginning that is corrected beyond a change of the share keeps what came after it")
  func correctedStart() throws {
    let incident = try incident(
      (0, declared(percent: 50)), (20, .updated(Updated(impactPercent: Percentage(20)))),
      (30, .updated(Updated(detected: minute(25)))))
    #expect(
      incident.snapshot.impacted.all == [ImpactInterval(from: minute(25), to: nil, percent: Percentage(20))])
  }

  @Test("who had which part is known from when to when")
  func duties() throws {
    let incident = try incident([
      (0, declared(), "pager"), (1, .acknowledged(Acknowledged()), "li"),
      (2, .assigned(Assigned(role: .incidentCommander, name: "dana")), "li"),
      (3, .assigned(Assigned(role: .responder, name: "mo")), "li"),
      (4, .assigned(Assigned(role: .responder, name: "mo")), "li"),
      (5, .acknowledged(Acknowledged()), "kim"),
      (10, .assigned(Assigned(role: .incidentCommander, name: "li")), "dana"),
      (20, .released(Released(role: .responder, name: "mo")), "mo"),
      (20, .assigned(Assigned(role: .scribe, name: "kim")), "li"),
      (20, .released(Released(role: .scribe, name: "kim")), "li"),
    ])
    #expect(
      incident.snapshot.duties == [
        Duty(name: "li", role: nil, from: minute(1), to: nil),
        Duty(name: "dana", role: .incidentCommander, from: minute(2), to: minute(10)),
        Duty(name: "mo", role: .responder, from: minute(3), to: minute(20)),
        Duty(name: "li", role: .incidentCommander, from: minute(10), to: nil),
      ])
  }

  @Test("when the postmortem was published and a follow-up was done")
  func finished() throws {
    let action = eventID(2)
    let steps: [(minute: Int, body: EventBody, by: String)] = [
      (0, declared(), "dana"), (1, .actionAdded(ActionAdded(title: "Alert")), "dana"),
      (2, .resolved(Resolved()), "dana"), (3, .postmortem(PostmortemChanged(status: .published)), "dana"),
      (4, .actionChanged(ActionChanged(action: action, status: .done)), "dana"),
      (5, .actionChanged(ActionChanged(action: action, status: .verified)), "dana"),
    ]
    let done = try incident(steps).snapshot
    #expect(done.postmortemPublished == minute(3) && done.actions[0].done == minute(4))
    let again = try incident(
      steps + [
        (6, .actionChanged(ActionChanged(action: action, status: .started)), "dana"),
        (7, .postmortem(PostmortemChanged(status: .draft)), "dana"),
      ]
    ).snapshot
    #expect(again.postmortemPublished == nil && again.actions[0].done == nil)
  }
}
