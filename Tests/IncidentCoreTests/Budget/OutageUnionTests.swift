import Testing

@testable import IncidentCore

@Suite struct OutageUnionTests {
  private func outage(_ from: Int, _ until: Int, _ weight: Int, _ incident: Int) throws -> Outage {
    Outage(from: from, until: until, weight: try #require(Percentage(weight)), incident: incident)
  }

  @Test("stretches do not overlap, and what one holds on both sides of a heavier one is two")
  func stretches() throws {
    let union = OutageUnion([
      try outage(0, 100, 20, 0), try outage(40, 60, 50, 1), try outage(100, 110, 20, 0), try outage(5, 5, 100, 2),
    ])
    #expect(union.stretches.map(\.from) == [0, 40, 60, 100] && union.stretches.map(\.until) == [40, 60, 100, 110])
    #expect(union.stretches.map(\.incident) == [0, 1, 0, 0])
    #expect(union.downtime.percentSeconds == 90 * 20 + 20 * 50)
    #expect(OutageUnion([]).stretches.isEmpty)
  }

  @Test("100,000 that lie within each other cost little more than sorting them")
  func many() throws {
    let count = 100_000
    let heaviestInside = try (0..<count).map { try outage($0, 2 * count - $0, 1 + $0 * 100 / count, $0) }
    let union = OutageUnion(heaviestInside)
    // Each shows on both sides of the one within it; those of one weight belong to the outermost.
    #expect(union.stretches.count == 199)
    #expect(union.downtime.percentSeconds == (1...100).reduce(0) { $0 + $1 * 2_000 })
    let allOfOne = OutageUnion(try (0..<count).map { try outage($0, 2 * count - $0, 100, $0) })
    #expect(allOfOne.stretches.count == 1 && allOfOne.downtime.seconds == 2 * count)
  }
}
