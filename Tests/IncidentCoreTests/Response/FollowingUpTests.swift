import IncidentCore
import Testing

@Suite("Following up")
struct FollowingUpTests {
  private static let title = "Alert on pool saturation"

  /// An incident with one follow-up, brought to `status`.
  private func incident(_ status: ActionStatus = .open) throws -> Incident {
    var events = [
      event(0, "22:47", .declared(.sample)), event(1, "23:00", .actionAdded(ActionAdded(title: Self.title))),
    ]
    if status != .open {
      events.append(event(2, "23:01", .actionChanged(ActionChanged(action: eventID(1), status: status))))
    }
    return try Incident(id: .sample, events: events)
  }

  /// Steps that take effect; those that had; every other one is refused.
  private static let steps: [ActionStatus: [ActionStatus]] = [
    .open: [.started, .done, .dropped], .started: [.done, .dropped], .done: [.started, .verified, .dropped],
    .verified: [.started], .dropped: [.started],
  ]
  private static let passed: [ActionStatus: [ActionStatus]] = [.verified: [.done]]

  @Test(
    "every step from every status", arguments: ActionStatus.allCases,
    [.started, .done, .verified, .dropped] as [ActionStatus])
  func transitions(from: ActionStatus, to: ActionStatus) throws {
    let incident = try incident(from)
    let intent = Intent.moveAction(eventID(1), to: to, message: "m")
    let item = try #require(incident.snapshot.actions.first)
    if Self.steps[from]?.contains(to) == true {
      let decision = try incident.decide(intent, in: context("23:05"))
      #expect(decision.events == [.actionChanged(ActionChanged(action: eventID(1), status: to, message: "m"))])
    } else if from == to || Self.passed[from]?.contains(to) == true {
      let decision = try incident.decide(intent, in: context("23:05"))
      #expect(decision.already == .actionStands(item))
      #expect(decision.events == [.actionChanged(ActionChanged(action: eventID(1), message: "m"))])
    } else {
      #expect(incident.refusal(of: intent, "23:05") == .wrongActionStep(item, to))
    }
  }

  @Test("is possible whatever became of the incident", arguments: [true, false])
  func afterTheEnd(isCancelled: Bool) throws {
    var random = SeededRandom(seed: 1)
    var incident = try incident()
    if isCancelled {
      incident = try incident.after(.cancel(message: nil, duplicateOf: nil), "23:10", random: &random)
    } else {
      incident = try incident.after(.resolve(message: nil, cause: nil), "23:10", random: &random)
      incident = try incident.after(.close(message: "m", force: true), "23:11", random: &random)
    }
    incident = try incident.after(.addAction(ActionAdded(title: "b")), "23:20", random: &random)
    incident = try incident.after(.moveAction(eventID(1), to: .done, message: nil), "23:21", random: &random)
    #expect(incident.snapshot.actions.map(\.status) == [.done, .open])
  }

  @Test("adding again says so, where nothing else is said of it")
  func again() throws {
    let incident = try incident()
    let item = try #require(incident.snapshot.actions.first)
    let same = try incident.decide(.addAction(ActionAdded(title: Self.title)), in: context("23:05"))
    #expect(same.already == .actionAdded(item) && same.events.isEmpty)
    let other = Intent.addAction(ActionAdded(title: Self.title, owner: "li"))
    #expect(incident.refusal(of: other, "23:05") == .actionExists(item))
    let finished = try self.incident(.verified).decide(other, in: context("23:05"))
    #expect(finished.already == nil && finished.events.count == 1)
  }

  @Test("an edit that changes nothing says so and keeps new words; words alone are recorded")
  func edits() throws {
    let incident = try incident()
    let item = try #require(incident.snapshot.actions.first)
    let same = ActionChanged(action: eventID(1), title: Self.title, message: "m")
    let decision = try incident.decide(.editAction(same), in: context("23:05"))
    #expect(decision.already == .actionUnchanged(item))
    #expect(decision.events == [.actionChanged(ActionChanged(action: eventID(1), message: "m"))])
    let words = ActionChanged(action: eventID(1), message: "m")
    #expect(try incident.decide(.editAction(words), in: context("23:05")).already == nil)
  }

  @Test("a day that is over, words that are none, and an action that is not there are refused")
  func refused() throws {
    let incident = try incident()
    let yesterday = date("2026-11-19")
    #expect(
      incident.refusal(of: .addAction(ActionAdded(title: "b", due: yesterday)), "23:05")
        == .dueBefore(yesterday, time("23:05")))
    let late = ActionChanged(action: eventID(1), due: yesterday)
    #expect(incident.refusal(of: .editAction(late), "23:05") == .dueBefore(yesterday, time("23:05")))
    #expect(
      try incident.decide(.addAction(ActionAdded(title: "b", due: date("2026-11-20"))), in: context("23:05")).already
        == nil)
    #expect(incident.refusal(of: .addAction(ActionAdded(title: " ")), "23:05") == .nothingToSay)
    #expect(incident.refusal(of: .editAction(ActionChanged(action: eventID(1), owner: "")), "23:05") == .nothingToSay)
    #expect(
      incident.refusal(of: .moveAction(eventID(7), to: .done, message: nil), "23:05") == .noSuchAction(eventID(7)))
  }

  @Test("a back-filled step is judged by its own time")
  func backfilled() throws {
    var random = SeededRandom(seed: 1)
    let incident = try incident(.done).after(
      .moveAction(eventID(1), to: .started, message: nil), "22:50", now: "23:30", random: &random)
    #expect(incident.snapshot.actions.map(\.status) == [.done])
    let again = try incident.decide(
      .moveAction(eventID(1), to: .started, message: nil), in: context("22:50", now: "23:31"))
    #expect(again.already != nil && again.events.isEmpty)
  }
}
