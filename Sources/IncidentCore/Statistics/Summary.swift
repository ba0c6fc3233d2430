/// What a set of lengths of time comes to: how many, the mean, the median, percentiles, the ends.
///
/// Kept exact; rounded half away from zero only where whole seconds are asked for.
public struct Summary: Hashable, Sendable {
  /// The values, smallest first; never empty.
  let sorted: [Int]
  private let sum: Int128

  /// - Parameter seconds: in any order. Nil when there are none: no data has no mean, and is not zero.
  public init?(_ seconds: [Int]) {
    guard !seconds.isEmpty else { return nil }
    sorted = seconds.sorted()
    sum = seconds.reduce(into: 0) { $0 += Int128($1) }
  }

  /// How many values, 1 or more.
  public var count: Int { sorted.count }

  /// The shortest, in seconds.
  public var minimum: Int { sorted[0] }

  /// The longest, in seconds.
  public var maximum: Int { sorted[count - 1] }

  /// The arithmetic mean in whole seconds, rounded half away from zero.
  public var mean: Int { Self.rounded(sum, over: Int128(count)) }

  /// The arithmetic mean, for comparisons.
  public var exactMean: Double { Double(sum) / Double(count) }

  /// The middle value, or the mean of the middle two, in whole seconds, rounded half away from zero.
  public var median: Int { Self.rounded(middleSum, over: 2) }

  /// The middle value, or the mean of the middle two, for comparisons.
  public var exactMedian: Double { Double(middleSum) / 2 }

  /// The value that nine in ten do not exceed, in seconds.
  public var p90: Int { percentile(90) }

  /// The nearest-rank percentile: the smallest value that at least `percent` in a hundred do not exceed, rank
  /// ⌈percent · n / 100⌉. Always one of the values (<https://en.wikipedia.org/wiki/Percentile#The_nearest-rank_method>).
  /// - Parameter percent: 1 to 100; below it is the minimum, above it the maximum.
  public func percentile(_ percent: Int) -> Int {
    let share = min(max(percent, 0), 100)
    let rank = (Int128(share) * Int128(count) + 99) / 100
    return sorted[max(Int(rank) - 1, 0)]
  }

  /// Twice the median.
  private var middleSum: Int128 { Int128(sorted[(count - 1) / 2]) + Int128(sorted[count / 2]) }

  /// The quotient, half away from zero. Means and medians lie between values, so that it is a value's type again.
  private static func rounded(_ sum: Int128, over count: Int128) -> Int {
    let magnitude = (2 * sum.magnitude + count.magnitude) / (2 * count.magnitude)
    return Int(clamping: sum < 0 ? -Int128(magnitude) : Int128(magnitude))
  }
}
