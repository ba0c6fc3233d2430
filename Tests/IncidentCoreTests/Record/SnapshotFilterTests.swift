import IncidentCore
import Testing

@Suite struct SnapshotFilterTests {
  @Test("a limit keeps the latest; one below zero keeps none", arguments: [(nil, 3), (9, 3), (2, 2), (0, 0), (-1, 0)])
  func limit(limit: Int?, count: Int) throws {
    let snapshots = try (0..<3).map { number in
      let declared = event(0, "22:4\(number)", .declared(.sample))
      return try Incident(id: .sample, events: [declared]).snapshot
    }
    var filter = SnapshotFilter()
    filter.limit = limit
    #expect(filter.newest(snapshots) == Array(snapshots.reversed().prefix(count)))
  }
}
