import IncidentCore
import JSONTree
import Testing

@testable import IncidentReports

@Suite("Incident age")
struct IncidentAgeTests {
  @Test("begins at the first milestone known")
  func beginning() throws {
    #expect(IncidentAge(try Sample.monitoring(), now: Sample.now)?.from == .started)
    #expect(IncidentAge(try Sample.declared(), now: Sample.now)?.from == .declared)
    #expect(IncidentAge(try Sample.reopenedDrill().snapshot, now: Sample.now)?.seconds == 4_800)
  }

  @Test("is 0 where a clock is behind, on the page and for a template")
  func behind() throws {
    let early = Timestamp("2026-11-20 23:00")
    let age = try #require(IncidentAge(try Sample.declared(), now: early))
    #expect(age.seconds == 0 && age.end == nil)
    let context = IncidentContext(try Sample.declared(), now: early, policy: .standard).value.json
    #expect(context["duration"] == "0 s" && context["durationSeconds"] == 0)
  }

  @Test("of a cancelled incident is in its record, and not in its head")
  func cancelled() throws {
    let incident = try Sample.cancelled()
    #expect(IncidentAge(incident, now: Sample.now)?.seconds == 300)
    #expect(IncidentAge(incident.snapshot, now: Sample.now) == nil)
  }

  @Test("is not known where the end comes before the beginning")
  func backwards() throws {
    var writer = IncidentWriter("INC-20261121-BACC")
    let started = Timestamp("2026-11-21 00:30")
    writer.at("2026-11-21 00:10", by: "li", .declared(Declared(title: "T", severity: .sev3, started: started)))
    writer.at("2026-11-21 00:20", by: "li", .resolved(Resolved()))
    let incident = try writer.incident
    #expect(IncidentAge(incident, now: Sample.now) == nil)
    #expect(IncidentContext(incident, now: Sample.now, policy: .standard).value.json["duration"] == .null)
  }
}
