import Testing

@testable import IncidentCore

@Suite("Summary")
struct SummaryTests {
  @Test("nothing has no summary")
  func empty() {
    #expect(Summary([]) == nil)
  }

  @Test(
    "nearest-rank percentiles, by the published examples",
    arguments: [
      // https://en.wikipedia.org/wiki/Percentile#Worked_examples_of_the_nearest-rank_method
      ([15, 20, 35, 40, 50], [(5, 15), (30, 20), (40, 20), (50, 35), (100, 50)]),
      ([3, 6, 7, 8, 8, 10, 13, 15, 16, 20], [(25, 7), (50, 8), (75, 15), (100, 20)]),
      ([3, 6, 7, 8, 8, 9, 10, 13, 15, 16, 20], [(25, 7), (50, 9), (75, 15), (100, 20)]),
      // Its ends, and what lies beyond them.
      ([7, 9], [(-5, 7), (0, 7), (1, 7), (50, 7), (51, 9), (101, 9), (.max, 9)]),
    ])
  func percentiles(values: [Int], expected: [(Int, Int)]) throws {
    let summary = try #require(Summary(values.reversed()))
    for (percent, value) in expected { #expect(summary.percentile(percent) == value, "p\(percent)") }
  }

  @Test("one in ten may exceed p90", arguments: [(1, 1), (9, 9), (10, 9), (11, 10), (20, 18), (100, 90)])
  func p90(count: Int, expected: Int) throws {
    #expect(try #require(Summary(Array(1...count))).p90 == expected)
  }

  @Test(
    "means and medians round half away from zero",
    arguments: [
      ([5], 5, 5), ([1, 2], 2, 2), ([1, 1, 2], 1, 1), ([1, 2, 2], 2, 2), ([0, 0, 0, 1], 0, 0), ([-1, -2], -2, -2),
      ([1, 4, 100], 35, 4), ([4, 1, 9, 2], 4, 3), ([-3, 2], -1, -1),
    ])
  func rounding(values: [Int], mean: Int, median: Int) throws {
    let summary = try #require(Summary(values))
    #expect(summary.mean == mean && summary.median == median)
  }

  @Test("keeps what was rounded")
  func exact() throws {
    let summary = try #require(Summary([1, 2, 4, 8]))
    #expect(summary.exactMean == 3.75 && summary.exactMedian == 3)
    #expect(try #require(Summary([1, 2])).exactMedian == 1.5)
    #expect((summary.count, summary.minimum, summary.maximum) == (4, 1, 8))
  }

  @Test("sums without overflow")
  func large() throws {
    let tenYears = 315_576_000
    let summary = try #require(Summary(Array(repeating: tenYears, count: 100_000)))
    #expect(summary.mean == tenYears && summary.median == tenYears && summary.p90 == tenYears)
    let ends = try #require(Summary([.max, .max]))
    #expect(ends.mean == .max && ends.median == .max)
    #expect(try #require(Summary([.min, .min])).mean == .min)
  }

  @Test("does not ask for an order, and every figure lies within the ends", arguments: 0..<UInt64(50))
  func properties(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let values = (0...random.index(below: 40)).map { _ in Int(random.draw(below: 2_000)) - 1_000 }
    let summary = try #require(Summary(values))
    #expect(Summary(values.shuffled(using: &random)) == summary, "seed \(seed)")
    let figures = (0...100).map { summary.percentile($0) }
    #expect(figures == figures.sorted() && Set(figures).isSubset(of: values), "seed \(seed)")
    for figure in [summary.mean, summary.median] + figures {
      #expect((summary.minimum...summary.maximum).contains(figure), "seed \(seed)")
    }
  }
}
