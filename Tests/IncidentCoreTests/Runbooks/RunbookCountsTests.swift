import IncidentCore
import Testing

/// Which runbooks were used, which did not help, which nobody used.
@Suite struct RunbookCountsTests {
  private func snapshot(_ suffix: String, day: Int, _ uses: RunbookUse...) throws -> Snapshot {
    let id = try #require(IncidentID("INC-20261112-\(suffix)"))
    let at = time("2026-11-1\(day)T12:00:00Z")
    let declared = Event(
      id: eventID(1), at: at, by: "dana", body: .declared(Declared(title: "Slow", severity: .sev2)))
    var snapshot = try Incident(id: id, events: [declared]).snapshot
    snapshot.runbooks = uses
    return snapshot
  }

  private func use(_ name: String, _ isHelpful: Bool? = nil) -> RunbookUse {
    RunbookUse(name: name, steps: 3, done: 1, skipped: 0, isHelpful: isHelpful)
  }

  @Test("the most used stands first, its incidents by their declaration; what did not help is counted apart")
  func used() throws {
    let counts = RunbookCounts(
      in: [
        try snapshot("0002", day: 3, use("disk", true), use("slow")),
        try snapshot("0001", day: 4, use("disk", false)), try snapshot("0003", day: 2),
        try snapshot("0004", day: 2, use("alpha", true)),
      ], existing: ["disk", "dns", "alpha", "certificate", "dns"])
    #expect(counts.used.map(\.name) == ["disk", "alpha", "slow"])
    #expect(counts.used[0].incidents.map(\.text) == ["INC-20261112-0002", "INC-20261112-0001"])
    #expect(counts.used.map(\.helpful) == [1, 1, 0] && counts.used.map(\.unhelpful) == [1, 0, 0])
    #expect(counts.unhelpful.map(\.name) == ["disk"])
    #expect(counts.neverUsed == ["certificate", "dns"])
    #expect(!counts.isEmpty && RunbookCounts(in: []).isEmpty)
  }

  @Test("what another incident used was used")
  func everUsed() throws {
    let earlier = try snapshot("0001", day: 2, use("dns"))
    let counts = RunbookCounts(in: [], existing: ["disk", "dns"], everUsedIn: [earlier])
    #expect(counts.used.isEmpty && counts.neverUsed == ["disk"])
  }
}
