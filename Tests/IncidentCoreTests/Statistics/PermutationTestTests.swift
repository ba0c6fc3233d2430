import Testing

@testable import IncidentCore

/// What the tests call exact was counted in Python, with none of this code:
///
/// ```python
/// from itertools import combinations
/// def med2(x): x = sorted(x); return x[(len(x) - 1) // 2] + x[len(x) // 2]
/// def test(b, a):
///   z, n, seen = b + a, len(b + a), abs(med2(a) - med2(b))
///   far = [abs(med2([z[i] for i in range(n) if i not in s]) - med2([z[i] for i in s])) >= seen
///          for s in map(set, combinations(range(n), len(b)))]
///   return sum(far), len(far)
/// ```
@Suite("Permutation test")
struct PermutationTestTests {
  private func test(_ before: [Int], _ after: [Int], seed: UInt64 = 1) throws -> PermutationTest {
    try #require(MedianChange(before: before, after: after, seed: seed).evidence).test
  }

  @Test(
    "counts every way where there are few",
    arguments: [
      // The mouse data of Efron & Tibshirani 1993, table 2.1: control and treatment.
      ([52, 104, 146, 10, 51, 30, 40, 27, 46], [94, 197, 16, 38, 99, 141, 23], 3_460, 11_440),
      ([1, 2, 3], [4, 5, 6], 4, 20),
      ([1, 2, 3, 4], [10, 11, 12, 13], 4, 70),
      ([1, 2, 3, 4, 5], [6, 7, 8, 9, 10], 12, 252),
      ([1, 2, 3, 4, 5, 6, 7], [8, 9, 10, 11, 12, 13, 14], 40, 3_432),
      ([5, 5, 5], [5, 5], 10, 10),
      ([3, 1, 4, 1, 5, 9, 2], [6, 5, 3, 5, 8, 9, 7, 9], 596, 6_435),
      ([3, 1, 4, 1, 5, 9, 2, 6], [5, 3, 5, 8, 9], 642, 1_287),
    ])
  func exact(before: [Int], after: [Int], extreme: Int, ways: Int) throws {
    for (left, right) in [(before, after), (after, before)] {
      let result = try test(left, right)
      #expect(result.method == .exact && result.extreme == extreme && result.permutations == ways)
      #expect(result.pValue == Double(extreme) / Double(ways))
    }
  }

  @Test(
    "comes within four standard errors of the exact value where there are many",
    arguments: [
      // The example of https://rosettacode.org/wiki/Permutation_test, by medians.
      ([85, 88, 75, 66, 25, 29, 83, 39, 97], [68, 41, 10, 49, 16, 65, 32, 92, 28, 98], 25_087.0 / 92_378),
      (
        [1380, 5400, 2700, 3120, 4260, 3900, 6120, 1860, 2940, 3540, 7800, 4800, 2220, 5040],
        [1500, 2400, 3000, 1260, 3660, 900, 4500, 1980, 2760, 2040, 5100], 527_326.0 / 4_457_400
      ),
    ])
  func monteCarlo(before: [Int], after: [Int], exact: Double) throws {
    for seed in UInt64(0)..<3 {
      let result = try test(before, after, seed: seed)
      #expect(result.method == .monteCarlo && result.permutations == 9_999)
      #expect(result.pValue == Double(result.extreme + 1) / 10_000)
      let error = (exact * (1 - exact) / 9_999).squareRoot()
      #expect(abs(result.pValue - exact) < 4 * error, "seed \(seed): \(result.pValue)")
    }
  }

  @Test("random ways are never certain")
  func neverZero() throws {
    let result = try test(Array(1...50), Array(1_001...1_050))
    #expect(result.extreme == 0 && result.pValue == 0.0001 && result.isSignificant)
  }

  @Test("five per cent itself is not below five per cent")
  func threshold() throws {
    let (two, three) = (try test([1, 2, 3], [4, 5, 6]), try test([1, 2, 3, 4, 5], [6, 7, 8, 9, 10]))
    #expect(two.pValue == 0.2 && !two.isSignificant)
    #expect(three.pValue < 0.05 && three.isSignificant)
    // 1 of 20 exactly: only a lone value in a group of one can be that rare, which the comparison leaves out.
    var random = SplitMix64(seed: 1)
    let edge = PermutationTest(before: Array(1...19), after: [1_000], doubledChange: 1_980, using: &random)
    #expect(edge.extreme == 1 && edge.permutations == 20 && edge.pValue == 0.05 && !edge.isSignificant)
  }

  @Test("enumerates up to 20,000 ways", arguments: [(8, 16, 12_870), (2, 200, 19_900), (2, 201, nil), (9, 18, nil)])
  func ways(members: Int, count: Int, expected: Int?) {
    #expect(PermutationTest.ways(choosing: members, of: count) == expected)
  }

  @Test("a large choice is as good as a small one: medians by bits agree with sorting", arguments: 0..<UInt64(30))
  func partitions(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pool = (0..<(2 + random.index(below: 300))).map { _ in Int(random.draw(below: 500)) }.sorted()
    let members = 1 + random.index(below: pool.count - 1)
    let positions = Array(Array(pool.indices).shuffled(using: &random).prefix(members))
    var partition = Partition(poolCount: pool.count, memberCount: members)
    partition.choose(positions)
    let chosen = positions.map { pool[$0] }.sorted()
    let others = pool.indices.filter { !positions.contains($0) }.map { pool[$0] }
    func doubled(_ values: [Int]) -> Int { values[(values.count - 1) / 2] + values[values.count / 2] }
    #expect(partition.doubledDifference(in: pool) == doubled(chosen) - doubled(others), "seed \(seed)")
  }

  @Test("random choices take every subset as often")
  func uniform() {
    var random = SplitMix64(seed: 3)
    var partition = Partition(poolCount: 5, memberCount: 2)
    var counts: [Int: Int] = [:]
    for _ in 0..<20_000 {
      partition.choose(using: &random)
      // With these values the difference names the subset: its sum is unique.
      counts[partition.doubledDifference(in: [1, 10, 100, 1_000, 10_000]), default: 0] += 1
    }
    // Ten subsets; the standard deviation of each count is √(20,000 · 0.1 · 0.9) ≈ 42.
    #expect(counts.count == 10)
    for count in counts.values { #expect(abs(count - 2_000) < 5 * 42, "\(counts)") }
  }
}
