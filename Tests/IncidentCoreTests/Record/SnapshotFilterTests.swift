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

  @Test("of any incidents in any order those that are wanted are kept, the latest first")
  func order() throws {
    var random = SeededRandom(seed: UInt64.random(in: 0 ... .max))
    let seed = random
    for _ in 0..<200 {
      let snapshots = try (0..<Int.random(in: 0...12, using: &random)).map { _ in
        let minute = 10 + Int.random(in: 0...9, using: &random)
        let severity = random.pick(Severity.allCases)
        let declared = event(0, "22:\(minute)", .declared(Declared(title: "Down", severity: severity)))
        return try Incident(id: .sample, events: [declared]).snapshot
      }
      var filter = SnapshotFilter()
      filter.severities = [.sev1, .sev2]
      let wanted = snapshots.filter { $0.severity >= .sev2 }.enumerated().sorted { left, right in
        let one = left.element.milestones.declared?.seconds ?? 0
        let other = right.element.milestones.declared?.seconds ?? 0
        return one == other ? left.offset < right.offset : one > other
      }
      #expect(filter.newest(snapshots) == wanted.map(\.element), "\(seed)")
    }
  }
}
