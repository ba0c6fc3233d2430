/// What the figures of a period say of one criterion.
public struct MaturityFinding: Hashable, Sendable {
  /// Which one.
  public let criterion: MaturityCriterion
  /// The figure it rests on.
  public let evidence: MaturityEvidence

  /// A criterion and its figure.
  public init(criterion: MaturityCriterion, evidence: MaturityEvidence) {
    self.criterion = criterion
    self.evidence = evidence
  }

  /// Whether the figure is what it has to be; nil where that is not known, which never counts as met.
  public var isMet: Bool? {
    switch (criterion.demand, evidence) {
    case (.atLeast(let percent), .share(let share)): share.count * 100 >= percent * share.total
    case (.atMost(let percent), .share(let share)): share.count * 100 <= percent * share.total
    case (.falling, .count(let now, let before)): now == 0 ? true : before.map { now < $0 }
    // As they are printed, so that nobody reads of two equal shares that one is smaller.
    case (.falling, .shares(let now, let before)): now.count == 0 ? true : before.map { now.permille < $0.permille }
    case (.notSlower, .change(let change)): Self.isNotSlower(change)
    default: nil
    }
  }

  /// With fewer in either period the permutation test could not tell the clearest change from noise: of 4 and 4 that all
  /// differ, its p is 4/70 at the least.
  public static let fewestToCompare = 5

  private static func isNotSlower(_ change: MedianChange) -> Bool? {
    let fewest = min(change.before?.count ?? 0, change.after?.count ?? 0)
    guard fewest >= fewestToCompare, let difference = change.change, let evidence = change.evidence else { return nil }
    return !(difference.doubled > 0 && evidence.isDistinguishable)
  }
}

/// A figure that a criterion rests on.
public enum MaturityEvidence: Hashable, Sendable {
  /// So many of so many.
  case share(Share)
  /// How many, and how many in the period before; nil where nothing is known of that one.
  case count(now: Int, before: Int?)
  /// So many of so many, and in the period before.
  case shares(now: Share, before: Share?)
  /// How a median changed since the period before.
  case change(MedianChange)
  /// There is no such figure.
  case none
}
