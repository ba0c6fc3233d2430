/// How often chance alone would set two medians as far apart as they are: a two-sided permutation test on the absolute
/// difference. A difference exactly as large counts.
///
/// It errs towards noise: where the values of each group are nearly all equal, most ways to deal them out set the medians
/// just as far apart, and p is large although the groups differ.
public struct PermutationTest: Hashable, Sendable {
  /// How the permutations were chosen.
  public enum Method: String, Hashable, Sendable {
    /// Every way to deal the values out to the two groups.
    case exact
    /// Random ways, where there are too many.
    case monteCarlo
  }

  /// How the permutations were chosen.
  public let method: Method
  /// How many were looked at.
  public let permutations: Int
  /// In how many of them the medians were at least as far apart as observed.
  public let extreme: Int

  /// The p-value, above 0 and at most 1.
  ///
  /// Exact: `extreme / permutations`, the observed way among them. Otherwise `(extreme + 1) / (permutations + 1)`, which
  /// is never zero (Phipson & Smyth 2010, <https://doi.org/10.2202/1544-6115.1585>).
  public var pValue: Double {
    let (part, whole) = fraction
    return Double(part) / Double(whole)
  }

  /// Whether the p-value is below 0.05, without rounding.
  public var isSignificant: Bool {
    let (part, whole) = fraction
    return 20 * part < whole
  }

  /// Whether so few values could come out below 0.05 at all: of few ways to deal them out even the rarest is not rare.
  public var canBeSignificant: Bool { 20 < permutations }

  private var fraction: (part: Int, whole: Int) {
    method == .exact ? (extreme, permutations) : (extreme + 1, permutations + 1)
  }

  /// More ways than this are not enumerated.
  static let mostEnumerated = 20_000

  /// 9,999 random permutations, fewer where that would take more than 50 million draws, but never below 999.
  static func randomPermutations(smallerGroup: Int) -> Int {
    min(9_999, max(999, 50_000_000 / max(1, smallerGroup)))
  }

  /// - Parameters: `before` and `after` neither empty, in any order.
  init(before: [Int], after: [Int], doubledChange: Int, using random: inout SplitMix64) {
    let pool = (before + after).sorted()
    let members = min(before.count, after.count)
    let observed = doubledChange.magnitude
    var partition = Partition(poolCount: pool.count, memberCount: members)
    if let ways = Self.ways(choosing: members, of: pool.count) {
      method = .exact
      permutations = ways
      var extreme = 0
      var chosen: [Int]? = Array(0..<members)
      while let positions = chosen {
        partition.choose(positions)
        if partition.doubledDifference(in: pool).magnitude >= observed { extreme += 1 }
        chosen = Self.next(after: positions, below: pool.count)
      }
      self.extreme = extreme
    } else {
      method = .monteCarlo
      permutations = Self.randomPermutations(smallerGroup: members)
      var extreme = 0
      for _ in 0..<permutations {
        partition.choose(using: &random)
        if partition.doubledDifference(in: pool).magnitude >= observed { extreme += 1 }
      }
      self.extreme = extreme
    }
  }

  /// The binomial coefficient; nil above ``mostEnumerated``.
  static func ways(choosing members: Int, of count: Int) -> Int? {
    var ways = 1
    for step in 0..<members {
      ways = ways * (count - step) / (step + 1)
      // Up to half of `count` each factor is at least 1, so that it never comes down again.
      if ways > mostEnumerated { return nil }
    }
    return ways
  }

  /// The next choice in lexicographic order; nil after the last.
  private static func next(after positions: [Int], below count: Int) -> [Int]? {
    var next = positions
    let members = positions.count
    guard let moved = next.indices.last(where: { next[$0] < count - members + $0 }) else { return nil }
    next[moved] += 1
    for index in (moved + 1)..<max(moved + 1, members) { next[index] = next[index - 1] + 1 }
    return next
  }
}
