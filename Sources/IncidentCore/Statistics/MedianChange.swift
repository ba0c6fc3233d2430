/// How a median changed from one set of incidents to another, and whether that is more than noise.
///
/// Two answers that need no assumption on how the times are distributed: a 95 % percentile bootstrap interval
/// (Efron & Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13) and a two-sided permutation test on the
/// difference of the medians. Both compare whole half seconds, never floating point.
public struct MedianChange: Hashable, Sendable {
  /// What the numbers allow to say, where each group has two or more.
  public struct Evidence: Hashable, Sendable {
    /// The 95 % interval of the change; below zero is shorter.
    public let interval: ClosedRange<HalfSeconds>
    /// How many bootstrap resamples it comes from: 10,000, down to 1,000 for tens of thousands of incidents.
    public let resamples: Int
    /// The permutation test.
    public let test: PermutationTest

    /// Whether the change is more than noise: the interval leaves zero out, and p is below 0.05.
    public var isDistinguishable: Bool { leavesZeroOut && test.isSignificant }

    /// Whether zero is outside the interval.
    public var leavesZeroOut: Bool { !interval.contains(HalfSeconds(doubled: 0)) }
  }

  /// The earlier group; nil where it is empty.
  public let before: Summary?
  /// The later group; nil where it is empty.
  public let after: Summary?
  /// What the random draws began with.
  public let seed: UInt64
  /// After − before; below zero is shorter. Nil where a group is empty.
  ///
  /// Rounded from the exact difference, so it can be one second off the difference of the rounded medians.
  public let change: HalfSeconds?
  /// Nil where a group has fewer than two: too few to compare.
  public let evidence: Evidence?

  /// Below this many in either group a comparison is called small.
  ///
  /// A convention. With fewer than six not even the whole range of the values covers the median 95 times in 100
  /// (1 − 2^(1−n)), and percentile intervals are too narrow in small samples (Hesterberg, "What teachers should know
  /// about the bootstrap", 2015, <https://doi.org/10.1080/00031305.2015.1089789>).
  public static let smallBelow = 10

  /// Whether either group has fewer than ``smallBelow``.
  public var isSmall: Bool {
    min(before?.count ?? 0, after?.count ?? 0) < Self.smallBelow
  }

  /// - Parameters:
  ///   - before: the earlier lengths of time, in whole seconds, in any order.
  ///   - after: the later ones. Those of either group lie between -2^60 and 2^60, as all between two timestamps do;
  ///     beyond that they count as the bound.
  ///   - seed: the same seed gives the same interval and p-value.
  public init(before: [Int], after: [Int], seed: UInt64) {
    let (old, new) = (Summary(Self.bounded(before)), Summary(Self.bounded(after)))
    self.before = old
    self.after = new
    self.seed = seed
    guard let old, let new else {
      change = nil
      evidence = nil
      return
    }
    let change = HalfSeconds(doubled: new.doubledMedian - old.doubledMedian)
    self.change = change
    evidence = min(old.count, new.count) < 2 ? nil : Evidence(old, new, change: change, seed: seed)
  }

  private static func bounded(_ seconds: [Int]) -> [Int] {
    let bound = 1 << 60
    return seconds.map { min(max($0, -bound), bound) }
  }
}

extension MedianChange.Evidence {
  /// One stream of random numbers: the bootstrap's draws first, then the permutations'.
  fileprivate init(_ before: Summary, _ after: Summary, change: HalfSeconds, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    resamples = Bootstrap.resamples(before.count, after.count)
    let changes = Bootstrap.doubledChanges(
      before: before.sorted, after: after.sorted, resamples: resamples, using: &random)
    let ends = Bootstrap.interval(changes)
    interval = HalfSeconds(doubled: ends.lowerBound)...HalfSeconds(doubled: ends.upperBound)
    test = PermutationTest(
      before: before.sorted, after: after.sorted, doubledChange: change.doubled, using: &random)
  }
}

extension Summary {
  /// Twice the median, where all values are within ±2^60.
  fileprivate var doubledMedian: Int { sorted[(count - 1) / 2] + sorted[count / 2] }
}
