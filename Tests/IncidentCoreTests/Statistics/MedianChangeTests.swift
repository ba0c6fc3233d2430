import Testing

@testable import IncidentCore

@Suite("Change of a median")
struct MedianChangeTests {
  private static let control = [52, 104, 146, 10, 51, 30, 40, 27, 46]
  private static let treatment = [94, 197, 16, 38, 99, 141, 23]
  private static let quarter = [
    1380, 5400, 2700, 3120, 4260, 3900, 6120, 1860, 2940, 3540, 7800, 4800, 2220, 5040,
  ]
  private static let nextQuarter = [1500, 2400, 3000, 1260, 3660, 900, 4500, 1980, 2760, 2040, 5100]

  @Test("the medians and means of the mouse data (Efron & Tibshirani 1993, table 2.1)")
  func published() throws {
    let change = MedianChange(before: Self.control, after: Self.treatment, seed: 1)
    let (before, after) = (try #require(change.before), try #require(change.after))
    #expect((before.median, after.median, change.change?.seconds) == (46, 94, 48))
    #expect(abs(after.exactMean - 86.86) < 0.005 && abs(before.exactMean - 56.22) < 0.005)
  }

  /// The bootstrap distribution of a median is known without drawing: that resample rank k falls on index i is a
  /// multinomial sum. So was counted, in Python with fractions, what the percentiles of infinitely many resamples are, and
  /// between which values 10,000 resamples put them unless they miss by more than four standard errors of the
  /// distribution function, 4·√(0.025·0.975/10,000) = 0.0062. The values are twice the seconds.
  @Test(
    "the bootstrap interval is that of the exact distribution, to four standard errors",
    arguments: [
      (control, treatment, -58 ... -56, 202...222),
      (quarter, nextQuarter, -5_940 ... -5_640, 300...720),
      ([3, 1, 4, 1, 5, 9, 2, 6], [5, 3, 5, 8, 9, 7, 9, 3, 2, 3], -4 ... -4, 11...11),
    ])
  func interval(before: [Int], after: [Int], lower: ClosedRange<Int>, upper: ClosedRange<Int>) throws {
    for seed in UInt64(0)..<3 {
      let evidence = try #require(MedianChange(before: before, after: after, seed: seed).evidence)
      #expect(evidence.resamples == 10_000)
      #expect(lower.contains(evidence.interval.lowerBound.doubled), "seed \(seed): \(evidence.interval)")
      #expect(upper.contains(evidence.interval.upperBound.doubled), "seed \(seed): \(evidence.interval)")
    }
  }

  /// 37.83 is printed in Efron & Tibshirani 1993, chapter 2, for infinitely many resamples of the treatment's median; the
  /// control's, counted in the same way, is 13.08. The difference of independent medians has √(37.83² + 13.08²) = 40.03.
  @Test("the resampled difference spreads as published")
  func standardError() {
    var random = SplitMix64(seed: 7)
    let doubled = Bootstrap.doubledChanges(
      before: Self.control.sorted(), after: Self.treatment.sorted(), resamples: 20_000, using: &random)
    let mean = Double(doubled.reduce(0, +)) / 20_000
    let variance = doubled.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / 19_999
    #expect(abs(variance.squareRoot() / 2 - 40.03) < 1)
  }

  @Test("ranks of the interval", arguments: [(1, 1, 1), (40, 1, 39), (1_000, 25, 975), (10_000, 250, 9_750)])
  func ranks(count: Int, lower: Int, upper: Int) {
    #expect(Bootstrap.interval(Array(1...count)) == lower...upper)
  }

  @Test("fewer than two in a group are too few; what is there is still told")
  func few() {
    let one = MedianChange(before: [60], after: [30, 40], seed: 1)
    #expect(one.evidence == nil && one.change?.doubled == -50 && one.change?.seconds == -25 && one.isSmall)
    let none = MedianChange(before: [], after: [30, 40], seed: 1)
    #expect(none.before == nil && none.after?.count == 2 && none.change == nil && none.evidence == nil)
    #expect(MedianChange(before: [1, 2], after: [3, 4], seed: 1).evidence != nil)
  }

  @Test("a group below ten is small", arguments: [(9, 10, true), (10, 9, true), (10, 10, false)])
  func small(before: Int, after: Int, isSmall: Bool) {
    let change = MedianChange(before: Array(1...before), after: Array(1...after), seed: 1)
    #expect(change.isSmall == isSmall)
  }

  @Test("what is far apart is told from noise, what is not is not")
  func verdict() throws {
    let far = try #require(MedianChange(before: Array(1...12), after: Array(101...112), seed: 1).evidence)
    #expect(far.isDistinguishable && far.interval.lowerBound.seconds > 80)
    let near = try #require(MedianChange(before: Self.quarter, after: Self.nextQuarter, seed: 1).evidence)
    #expect(!near.isDistinguishable)
    let same = try #require(MedianChange(before: [7, 7, 7], after: [7, 7], seed: 1).evidence)
    #expect(!same.isDistinguishable && same.test.pValue == 1)
    #expect(same.interval.lowerBound.doubled == 0 && same.interval.upperBound.doubled == 0)
    // The interval alone would call it a change: the test has too few ways to deal the values out.
    let tiny = try #require(MedianChange(before: [1, 2, 3], after: [11, 12, 13], seed: 1).evidence)
    #expect(tiny.interval.lowerBound.doubled > 0 && !tiny.isDistinguishable)
  }

  @Test(
    "rounds half seconds away from zero",
    arguments: [(5, 3), (-5, -3), (4, 2), (-4, -2), (1, 1), (-1, -1), (0, 0)])
  func halves(doubled: Int, seconds: Int) {
    #expect(HalfSeconds(doubled: doubled).seconds == seconds)
  }

  @Test("shifting both groups changes nothing, scaling them scales it", arguments: 0..<UInt64(6))
  func shiftAndScale(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    func group() -> [Int] { (0..<(2 + random.index(below: 12))).map { _ in Int(random.draw(below: 5_000)) } }
    let (before, after) = (group(), group())
    let plain = MedianChange(before: before, after: after, seed: seed)
    #expect(MedianChange(before: before.reversed(), after: after.shuffled(), seed: seed) == plain, "seed \(seed)")
    let shifted = MedianChange(before: before.map { $0 + 777 }, after: after.map { $0 + 777 }, seed: seed)
    #expect(shifted.change == plain.change && shifted.evidence == plain.evidence, "seed \(seed)")
    let scaled = MedianChange(before: before.map { $0 * 3 }, after: after.map { $0 * 3 }, seed: seed)
    let (old, new) = (try #require(plain.evidence), try #require(scaled.evidence))
    #expect(new.test == old.test && new.interval.lowerBound.doubled == 3 * old.interval.lowerBound.doubled)
    #expect(new.interval.upperBound.doubled == 3 * old.interval.upperBound.doubled, "seed \(seed)")
    let swapped = MedianChange(before: after, after: before, seed: seed)
    #expect(swapped.change?.doubled == plain.change.map { -$0.doubled }, "seed \(seed)")
  }

  @Test("moving the later group up moves the change and the interval up by as much", arguments: [1, 60, 86_400])
  func monotonic(step: Int) throws {
    let plain = MedianChange(before: Self.quarter, after: Self.nextQuarter, seed: 4)
    let moved = MedianChange(before: Self.quarter, after: Self.nextQuarter.map { $0 + step }, seed: 4)
    let (old, new) = (try #require(plain.evidence), try #require(moved.evidence))
    #expect(new.interval.lowerBound.doubled == old.interval.lowerBound.doubled + 2 * step)
    #expect(new.interval.upperBound.doubled == old.interval.upperBound.doubled + 2 * step)
  }

  @Test("takes fewer draws where there are many values, and says how many")
  func budget() {
    #expect(Bootstrap.resamples(14, 11) == 10_000 && Bootstrap.resamples(2_500, 2_500) == 10_000)
    #expect(Bootstrap.resamples(5_000, 5_000) == 5_000 && Bootstrap.resamples(50_000, 50_000) == 1_000)
    #expect(PermutationTest.randomPermutations(smallerGroup: 5_000) == 9_999)
    #expect(PermutationTest.randomPermutations(smallerGroup: 50_000) == 1_000)
    #expect(PermutationTest.randomPermutations(smallerGroup: 500_000) == 999)
  }

  @Test("holds for any numbers")
  func extremes() throws {
    let change = MedianChange(before: [.min, .min], after: [.max, .max], seed: 1)
    #expect(try #require(change.change).doubled == 1 << 62)
    #expect(change.evidence?.test.pValue == 1.0 / 3)
  }
}
