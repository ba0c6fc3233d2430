/// The times of one period against those of another.
public struct MetricsComparison: Sendable {
  /// The earlier one.
  public let before: MetricsScope
  /// The later one.
  public let after: MetricsScope
  /// How many incidents count in each.
  public let incidents: (before: Int, after: Int)
  /// The incidents of the earlier one.
  public let earlier: MetricsSelection
  /// How the median of each measure changed.
  public let changes: [(measure: Measure, change: MedianChange)]

  /// What every comparison's random draws begin with, so that everybody gets the same answer from the same records.
  public static let seed: UInt64 = 20_261_120

  /// The incidents of `snapshots` that were declared in each.
  public init(_ snapshots: [Snapshot], before: MetricsScope, after: MetricsScope) {
    self.before = before
    self.after = after
    let (old, new) = (MetricsSelection(snapshots, in: before), MetricsSelection(snapshots, in: after))
    incidents = (old.counted.count, new.counted.count)
    earlier = old
    changes = Measure.allCases.map { measure in
      (measure, MedianChange(before: old.seconds(of: measure), after: new.seconds(of: measure), seed: Self.seed))
    }
  }
}
