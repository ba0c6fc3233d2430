import IncidentCore
import Testing

/// Everything that is odd but possible, reached: recorded, and said out loud.
@Suite struct WarningTests {
  @Test("an acknowledgement before the declaration")
  func unusualOrder() throws {
    let decision = try incident().decide(.acknowledge(message: nil), in: context("22:46", now: "23:00"))
    #expect(decision.events == [.acknowledged(Acknowledged())])
    guard case .unusualOrder(let conflict)? = decision.warnings.first else {
      Issue.record("\(decision.warnings)")
      return
    }
    #expect(decision.warnings.count == 1)
    #expect([conflict.earlier, conflict.later] == [.declared, .acknowledged] && !conflict.isImpossible)
  }

  @Test("the same oddity is said once")
  func saidOnce() throws {
    let odd = try incident(.sample, event(1, "22:46", .acknowledged(Acknowledged())))
    #expect(try odd.decide(.mitigate(message: nil), in: context("23:00")).warnings.isEmpty)
  }

  @Test("one person commands and speaks", arguments: [Role.incidentCommander, .communicationsLead])
  func commandsAndCommunicates(role: Role) throws {
    let other = role == .incidentCommander ? Role.communicationsLead : .incidentCommander
    let incident = try incident(.sample, event(1, "22:50", .assigned(Assigned(role: other, name: "dana"))))
    let decision = try incident.decide(.assign(role, to: "dana"), in: context("23:00"))
    #expect(decision.warnings == [.commandsAndCommunicates("dana")] && decision.events.count == 1)
    #expect(try incident.decide(.assign(role, to: "li"), in: context("23:00")).warnings.isEmpty)
    #expect(try incident.decide(.assign(.scribe, to: "dana"), in: context("23:00")).warnings.isEmpty)
  }

  @Test("a back-filled resolution before other work")
  func laterEvents() throws {
    let incident = try incident(
      .sample, event(1, "22:50", .acknowledged(Acknowledged())), event(2, "22:55", .updated(Updated(message: "m"))),
      event(3, "22:56", .noted(Noted(message: "m"))),
      event(4, "22:57", .severityChanged(SeverityChanged(severity: .sev1))))
    let resolve = Intent.resolve(message: nil, cause: nil)
    let decision = try incident.decide(resolve, in: context("22:52", now: "23:00"))
    #expect(decision.warnings == [.laterEvents(count: 2)])
    #expect(try incident.decide(resolve, in: context("22:57", now: "23:00")).warnings.isEmpty)
  }

  @Test("an estimate that has passed")
  func estimateHasPassed() throws {
    func warnings(_ eta: String) throws -> [Warning] {
      try incident().decide(.update(UpdateIntent(eta: time(eta))), in: context("23:00")).warnings
    }
    #expect(try warnings("22:59:59") == [.estimateHasPassed(time("22:59:59"))])
    #expect(try warnings("23:00").isEmpty)
  }

  @Test("a note on what is over", arguments: [Status.closed, .cancelled, .resolved, .monitoring])
  func noLongerActive(status: Status) throws {
    let decision = try TransitionTests.incident(status).decide(.note(message: "m"), in: context("23:30"))
    #expect(decision.events == [.noted(Noted(message: "m"))])
    #expect(decision.warnings == (status == .closed || status == .cancelled ? [.noLongerActive(status)] : []))
  }
}
