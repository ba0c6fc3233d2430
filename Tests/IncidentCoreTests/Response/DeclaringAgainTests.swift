import IncidentCore
import Testing

/// A declaration that was made already: by a job that is retried, a page clicked twice.
@Suite struct DeclaringAgainTests {
  /// What a declaration by dana at `at` comes to beside `others`.
  private static func matching(
    _ at: String, _ declared: Declared = .sample, now: String? = nil, by: String = "dana", among others: [Incident]
  ) throws -> (decision: Decision, existing: Incident?) {
    let context = context(at, now: now, by: by)
    return Incident.matching(try Incident.decide(.init(declared), in: context), among: others, in: context)
  }

  @Test(
    "the same by the same person within ten minutes is declared already", arguments: ["22:47", "22:50", "22:56:59"])
  func again(at: String) throws {
    let existing = try incident()
    let (decision, found) = try Self.matching(at, among: [existing])
    #expect(found == existing)
    #expect(decision.events.isEmpty && decision.warnings.isEmpty)
    #expect(decision.already == .declared(at: time("22:47")))
  }

  @Test("what else was said since does not matter while the incident goes on")
  func later() throws {
    let existing = try incident(
      .sample, event(1, "22:48", by: "li", .severityChanged(SeverityChanged(severity: .sev1))),
      event(2, "22:49", by: "li", .mitigated(Mitigated())))
    #expect(try Self.matching("22:50", among: [existing]).existing == existing)
  }

  static let others: [(declared: Declared, at: String, by: String)] = [
    (.sample, "22:57", "dana"), (.sample, "22:50", "li"),
    (Declared(title: "Another", severity: .sev2, services: ["payments"]), "22:50", "dana"),
    (Declared(title: Declared.sample.title, severity: .sev1, services: ["payments"]), "22:50", "dana"),
    (Declared(title: Declared.sample.title, severity: .sev2, services: ["payments", "api"]), "22:50", "dana"),
    (Declared(title: Declared.sample.title, severity: .sev2, services: ["payments"], kind: .drill), "22:50", "dana"),
  ]

  @Test(
    "later, by another or of something else it is another one, with a warning where the title is the same",
    arguments: others)
  func another(declared: Declared, at: String, by: String) throws {
    let (decision, found) = try Self.matching(at, declared, by: by, among: [incident()])
    #expect(found == nil && decision.already == nil && decision.events.count == 1)
    #expect(decision.warnings == (declared.title == "Another" ? [] : [.sameTitle(.sample)]))
  }

  @Test("what is over is not declared already", arguments: [Event.sampleResolution, Event.sampleCancellation])
  func over(ending: Event) throws {
    let (decision, found) = try Self.matching("22:50", among: [incident(.sample, ending)])
    #expect(found == nil && decision.events.count == 1 && decision.warnings.isEmpty)
  }

  @Test("of an earlier moment it is the same only where the moment is")
  func backfilled() throws {
    var declared = Declared.sample
    declared.nextUpdateDue = time("23:17")
    let existing = try incident(declared, .sampleResolution)
    #expect(try Self.matching("22:47", now: "23:30", among: [existing]).existing == existing)
    #expect(try Self.matching("22:48", now: "23:30", among: [existing]).existing == nil)
    #expect(try Self.matching("22:48", now: "22:49", among: [incident()]).existing == nil)
  }
}

extension Event {
  fileprivate static let sampleResolution = event(1, "22:48", .resolved(Resolved()))
  fileprivate static let sampleCancellation = event(1, "22:48", .cancelled(Cancelled()))
}
