import IncidentCore
import Testing

/// Milestones that turn out to have been at another time than was known when the incident was declared.
@Suite struct CorrectionTests {
  private func update(started: String? = nil, detected: String? = nil) -> Intent {
    .update(UpdateIntent(started: started.map(time), detected: detected.map(time)))
  }

  @Test("a start that is found out later counts, and the impact began then")
  func started() throws {
    var random = SeededRandom(seed: 1)
    let after = try incident().after(update(started: "22:31"), "23:00", random: &random)
    #expect(after.snapshot.milestones.started == time("22:31"))
    #expect(after.snapshot.impacted.all.map(\.from) == [time("22:31")])
    #expect(after.snapshot.status == .declared)
  }

  @Test("also where the impact has ended, and after a resolution")
  func ended() throws {
    var random = SeededRandom(seed: 1)
    let resolved = try incident(
      .sample, event(1, "22:55", .mitigated(Mitigated())), event(2, "22:58", .resolved(Resolved())))
    let after = try resolved.after(update(started: "22:31", detected: "22:40"), "23:30", random: &random)
    #expect(after.snapshot.impacted.all.map(\.from) == [time("22:31")])
    #expect(after.snapshot.impacted.all.map(\.to) == [time("22:55")])
    #expect(try after.snapshot.milestones.time(.timeToResolve).seconds == 27 * 60)
    #expect(try after.snapshot.milestones.time(.timeToDetect).seconds == 9 * 60)
  }

  @Test("a later correction replaces an earlier one")
  func twice() throws {
    var random = SeededRandom(seed: 1)
    let once = try incident().after(update(started: "22:31"), "23:00", random: &random)
    let after = try once.after(update(started: "22:35"), "23:05", random: &random)
    #expect(after.snapshot.milestones.started == time("22:35"))
    #expect(after.snapshot.impacted.all.map(\.from) == [time("22:35")])
  }

  @Test("times that cannot be are refused: to come, or in an order that time does not have")
  func impossible() throws {
    let resolved = try incident(.sample, event(1, "22:58", .resolved(Resolved())))
    for intent in [
      update(started: "23:59"), update(detected: "23:59"), update(started: "22:59"), update(detected: "22:48"),
    ] {
      #expect(throws: Refusal.self) { try resolved.decide(intent, in: context("23:00")) }
    }
    #expect(throws: Refusal.self) {
      try incident().decide(update(started: "22:40", detected: "22:39"), in: context("23:00"))
    }
  }

  @Test("a resolution before the mitigation that is on the timeline is refused, not passed over")
  func resolvedBeforeMitigated() throws {
    let mitigated = try incident(.sample, event(1, "22:57", .mitigated(Mitigated())))
    let resolve = Intent.resolve(message: nil, cause: nil)
    let conflict = MilestoneConflict(earlier: .mitigated, later: .resolved, isImpossible: true)
    #expect(throws: Refusal.impossibleOrder(conflict, earlierAt: time("22:57"), laterAt: time("22:52"))) {
      try mitigated.decide(resolve, in: context("22:52", now: "23:00"))
    }
    #expect(try mitigated.decide(resolve, in: context("22:57", now: "23:00")).events.count == 1)
  }
}
