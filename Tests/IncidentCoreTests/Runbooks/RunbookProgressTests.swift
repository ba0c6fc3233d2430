import IncidentCore
import JSONTree
import Testing

/// What the events of a timeline say of the runbooks that were followed.
@Suite struct RunbookProgressTests {
  private func record(_ bodies: EventBody...) throws -> Incident {
    let declared = event(0, "22:47", .declared(Declared(title: "Slow", severity: .sev2)))
    let events = bodies.enumerated().map { event($0.offset + 1, "22:50", $0.element) }
    let incident = try Incident(id: .sample, events: [declared] + events)
    #expect(try Snapshot(head: incident.snapshotJSON) == incident.snapshot)
    return incident
  }

  private let started = EventBody.runbookStarted(
    RunbookStarted(runbook: "disk", title: "Disk full", steps: ["a", "b"]))

  private func stepped(_ step: Int, _ outcome: RunbookStepped.Outcome = .done) -> EventBody {
    .runbookStepped(RunbookStepped(runbook: "disk", step: step, outcome: outcome))
  }

  @Test("the next step is the first that nobody did or skipped")
  func nextStep() throws {
    #expect(try record(started).runbooks.first?.nextStep == 1)
    #expect(try record(started, stepped(2)).runbooks.first?.nextStep == 1)
    #expect(try record(started, stepped(1, .skipped)).runbooks.first?.nextStep == 2)
    #expect(try record(started, stepped(1), stepped(2)).runbooks.first?.nextStep == nil)
  }

  @Test("the head counts steps, and says whether it helped")
  func head() throws {
    let incident = try record(
      started, stepped(1), stepped(2, .skipped), stepped(2), stepped(7),
      .runbookReviewed(RunbookReviewed(runbook: "disk", isHelpful: true)),
      .runbookReviewed(RunbookReviewed(runbook: "disk", isHelpful: false, message: "Old")))
    let use = RunbookUse(name: "disk", steps: 2, done: 2, skipped: 0, isHelpful: false)
    #expect(incident.snapshot.runbooks == [use])
    #expect(incident.runbooks.first?.reviews == ["Old"])
    #expect(
      incident.snapshotJSON["runbooks"]?.inlineText() == #"[{"name": "disk", "steps": 2, "done": 2, "helpful": false}]"#
    )
  }

  @Test("a step or a review of a runbook that nobody started says nothing")
  func notStarted() throws {
    let incident = try record(stepped(1), .runbookReviewed(RunbookReviewed(runbook: "disk", isHelpful: true)))
    #expect(incident.runbooks.isEmpty && incident.snapshot.runbooks.isEmpty)
  }

  @Test("started anew, no step is done; what was said of it stays")
  func again() throws {
    let incident = try record(
      started, stepped(1), .runbookReviewed(RunbookReviewed(runbook: "disk", isHelpful: true, message: "Good")), started
    )
    let progress = try #require(incident.runbooks.first)
    #expect(progress.outcomes.isEmpty && progress.isHelpful == true && progress.reviews == ["Good"])
  }

  @Test("what was taken back does not count")
  func retracted() throws {
    let incident = try record(started, stepped(1), .retracted(Retracted(event: eventID(2))))
    #expect(incident.runbooks.first?.nextStep == 1)
  }
}
