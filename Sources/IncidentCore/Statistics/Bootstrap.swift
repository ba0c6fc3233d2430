/// The percentile bootstrap of the difference of two medians: how far it would swing had other incidents of the same
/// kind happened.
///
/// Efron & Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13: each group is resampled with replacement to
/// its own size, and the interval runs from the 2.5th to the 97.5th percentile (nearest rank) of the differences.
enum Bootstrap {
  /// 10,000, fewer where that would take more than 50 million draws, but never below 1,000.
  static func resamples(_ before: Int, _ after: Int) -> Int {
    min(10_000, max(1_000, 50_000_000 / max(1, before + after)))
  }

  /// Twice the difference of the medians (after − before) in every resample, in ascending order.
  ///
  /// Draws for `before` come first, then those for `after`, resample by resample.
  /// - Parameters: `before` and `after` in ascending order, neither empty.
  static func doubledChanges(
    before: [Int], after: [Int], resamples: Int, using random: inout SplitMix64
  ) -> [Int] {
    var counts = [UInt32](repeating: 0, count: max(before.count, after.count))
    var changes: [Int] = []
    changes.reserveCapacity(resamples)
    for _ in 0..<resamples {
      let old = doubledMedian(ofResample: before, counts: &counts, using: &random)
      changes.append(doubledMedian(ofResample: after, counts: &counts, using: &random) - old)
    }
    return changes.sorted()
  }

  /// The ends of the 95 % interval: ranks ⌈0.025 n⌉ and ⌈0.975 n⌉ of ascending values, which are not empty.
  static func interval(_ changes: [Int]) -> ClosedRange<Int> {
    let count = changes.count
    let low = max(0, (25 * count + 999) / 1_000 - 1)
    let high = min(count - 1, max(low, (975 * count + 999) / 1_000 - 1))
    return changes[low]...changes[high]
  }

  /// Counts how often each of the sorted values is drawn; the median is then a walk, without sorting.
  private static func doubledMedian(
    ofResample sorted: [Int], counts: inout [UInt32], using random: inout SplitMix64
  ) -> Int {
    let count = sorted.count
    for index in 0..<count { counts[index] = 0 }
    for _ in 0..<count { counts[random.index(below: count)] += 1 }
    let (lowRank, highRank) = ((count - 1) / 2, count / 2)
    var seen = 0
    var index = 0
    while index < count - 1, seen + Int(counts[index]) <= lowRank {
      seen += Int(counts[index])
      index += 1
    }
    let low = sorted[index]
    while index < count - 1, seen + Int(counts[index]) <= highRank {
      seen += Int(counts[index])
      index += 1
    }
    return low + sorted[index]
  }
}
