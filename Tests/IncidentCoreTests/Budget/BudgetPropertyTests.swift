import IncidentCore
import Testing

/// Budgets against a walk over every second.
@Suite struct BudgetPropertyTests {
  private static let now = time("2026-11-20T18:00:00Z")

  /// Impacts around the beginning of the window, or around its end, and the seconds in which they are.
  private struct Sample {
    var snapshots: [Snapshot] = []
    let seconds: Range<Int>

    init(_ random: inout some RandomNumberGenerator, atEnd: Bool) throws {
      let now = BudgetPropertyTests.now
      let edge = atEnd ? 0 : -86_400
      seconds = atEnd ? now.seconds - 4_000..<now.seconds : now.seconds + edge..<now.seconds + edge + 4_000
      for number in 0..<Int.random(in: 0...6, using: &random) {
        var intervals: [(from: String, to: String?, percent: Int?)] = []
        var clock = edge + Int.random(in: -3_000...0, using: &random)
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          clock += Int.random(in: 0...400, using: &random)
          let from = now.adding(clock).description
          clock += Int.random(in: -5...600, using: &random)
          let lasts = atEnd && Int.random(in: 0..<10, using: &random) == 0
          let percent = Bool.random(using: &random) ? [0, 1, 33, 50, 50, 100].randomElement(using: &random) : nil
          intervals.append((from, lasts ? nil : now.adding(clock).description, percent))
        }
        let severities = ["SEV1", "SEV2", "SEV3", "SEV4"]
        clock = edge - 2_000
        let responded = (0..<Int.random(in: 0...4, using: &random)).map { _ in
          clock += Int.random(in: 1...1_500, using: &random)
          return (severities.randomElement(using: &random) ?? "SEV1", now.adding(clock).description)
        }
        snapshots.append(
          try head(
            "000\(number)", intervals, severity: severities.randomElement(using: &random) ?? "SEV1",
            responded: responded))
      }
    }
  }

  /// For each second of the window the heaviest, of equals the one that began first, then the one of the lesser id.
  private func walk(_ snapshots: [Snapshot], in seconds: Range<Int>) -> (
    parts: [IncidentID: Int], own: [IncidentID: Int], counted: [IncidentID: Int]
  ) {
    var parts: [IncidentID: Int] = [:]
    var own: [IncidentID: Int] = [:]
    var counted: [IncidentID: Int] = [:]
    let possible = snapshots.map { snapshot in
      snapshot.impacted.all.filter { interval in interval.to.map { $0 >= interval.from } ?? true }.map {
        (
          from: $0.from.seconds, to: $0.to?.seconds ?? .max,
          percent: $0.percent?.value
        )
      }
    }
    for second in seconds {
      var best: (weight: Int, began: Int, id: IncidentID)?
      for (snapshot, intervals) in zip(snapshots, possible) {
        let hits = intervals.filter { $0.from <= second && second < $0.to }
        let severity =
          snapshot.responded.all.last { $0.from.seconds <= second }?.severity
          ?? snapshot.responded.all.first?.severity ?? snapshot.severity
        let standing = Policy.standard[severity].impactWeight
        guard let weight = hits.map({ $0.percent ?? standing }).max(), let began = intervals.map(\.from).min() else {
          continue
        }
        own[snapshot.id, default: 0] += 1
        let this = (weight: weight, began: began, id: snapshot.id)
        if best.map({ (-this.weight, this.began, this.id) < (-$0.weight, $0.began, $0.id) }) ?? true { best = this }
      }
      if let best {
        parts[best.id, default: 0] += best.weight
        counted[best.id, default: 0] += 1
      }
    }
    return (parts, own, counted)
  }

  @Test("agree with a walk over every second, and their parts add up", arguments: 1...40 as ClosedRange<UInt64>)
  func walks(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let sample = try Sample(&random, atEnd: seed % 2 == 0)
    let snapshots = sample.snapshots
    let budget = try reckoned(snapshots, now: Self.now.description)
    let (parts, own, counted) = walk(snapshots, in: sample.seconds)
    #expect(budget.account.spent.percentSeconds == parts.values.reduce(0, +), "seed \(seed)")
    for incident in budget.incidents {
      #expect(incident.spent.percentSeconds == parts[incident.id] ?? 0, "seed \(seed), \(incident.id)")
      #expect(incident.seconds == own[incident.id], "seed \(seed), \(incident.id)")
      #expect(incident.countedSeconds == counted[incident.id] ?? 0, "seed \(seed), \(incident.id)")
    }
    #expect(Set(budget.incidents.map(\.id)) == Set(own.keys), "seed \(seed)")
    let sum = budget.incidents.reduce(Downtime.none) { $0 + $1.spent }
    #expect(sum == budget.account.spent, "seed \(seed)")
    #expect(budget.burn.reduce(Downtime.none) { $0 + $1.spent } == budget.account.spent, "seed \(seed)")
    // The order in which records are read is of no consequence.
    #expect(try reckoned(snapshots.shuffled(using: &random), now: Self.now.description) == budget, "seed \(seed)")
  }
}
