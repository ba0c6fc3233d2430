import Foundation
import IncidentCore
import JSONTree
import Testing

/// The laws of the merge, each tried on many thousands of generated forks; a failure names the seed that makes it again.
///
/// `INCIDENT_LAW_CASES=N` tries another number of them, `INCIDENT_LAW_SEED=N` begins at another seed.
@Suite struct MergeLawTests {
  private static let variables = ProcessInfo.processInfo.environment
  private static let cases = variables["INCIDENT_LAW_CASES"].flatMap { UInt64($0) } ?? 100_000
  private static let firstSeed = variables["INCIDENT_LAW_SEED"].flatMap { UInt64($0) } ?? 1
  /// Run side by side.
  private static let shards: UInt64 = 8

  @Test("forks that only add events merge to all of them, whoever merges and however often", arguments: 0..<shards)
  func laws(shard: UInt64) throws {
    let share = Self.cases / Self.shards + (shard < Self.cases % Self.shards ? 1 : 0)
    for position in 0..<share {
      let seed = Self.firstSeed &+ shard &+ position &* Self.shards
      if let law = try Self.brokenLaw(seed: seed) {
        Issue.record("\(law), seed \(seed)")
        return
      }
    }
    print("merge laws hold for \(share) cases from seed \(Self.firstSeed &+ shard) on, every \(Self.shards)th")
  }

  /// The first law that does not hold for the forks that `seed` makes.
  private static func brokenLaw(seed: UInt64) throws -> String? {
    var timeline = RandomTimeline(seed: seed)
    let base = try timeline.incident(upTo: 3)
    let additions = try (0..<3).map { _ in try timeline.additions(to: base.events, upTo: 3) }
    let forks = try additions.map(base.adding)
    // What Git takes for the base: the common ancestor, nothing, or, where it reverts or picks, about anything.
    let ancestor = [base, nil, forks[0], forks[1]][Int(seed % 4)]
    func merge(_ ours: Incident, _ theirs: Incident) throws -> Incident {
      try Incident.merge(base: ancestor, ours: ours, theirs: theirs)
    }
    let (a, b, c) = (forks[0], forks[1], forks[2])
    let ab = try merge(a, b)
    let abc = try merge(ab, c)
    let (ba, bc) = (try merge(b, a), try merge(b, c))
    if ab.json != ba.json { return "commutative" }
    if abc.json != (try merge(a, bc)).json { return "associative" }
    if try merge(a, a).json != a.json { return "idempotent" }
    if try merge(ab, b).json != ab.json { return "absorbs what it has" }
    if try merge(a, base).json != a.json { return "absorbs the base" }
    if ab.json != (try base.adding(additions[0] + additions[1])).json { return "a merge is the replay of both" }
    if abc.json != (try base.adding(additions.flatMap(\.self))).json { return "forks merge to the replay of all" }
    return nil
  }
}
