/// Two milestones in an order that time does not have, or hardly ever.
public struct MilestoneConflict: Hashable, Sendable {
  /// The one that should come first.
  public let earlier: Milestone
  /// The one that should come after it.
  public let later: Milestone
  /// Whether it cannot have happened, rather than being odd.
  public let isImpossible: Bool

  /// A rule that two milestones may break.
  public init(earlier: Milestone, later: Milestone, isImpossible: Bool) {
    self.earlier = earlier
    self.later = later
    self.isImpossible = isImpossible
  }

  /// Every rule, the impossible first. A page may be acknowledged, and a fault may pass, before anybody declares an
  /// incident; nobody can respond to what nobody knows, nor end what has not begun.
  static let rules: [MilestoneConflict] = [
    .impossible(.started, .detected),
    .impossible(.started, .mitigated),
    .impossible(.started, .resolved),
    .impossible(.detected, .declared),
    .impossible(.detected, .acknowledged),
    .impossible(.mitigated, .resolved),
    .impossible(.resolved, .closed),
    .odd(.started, .declared),
    .odd(.detected, .mitigated),
    .odd(.detected, .resolved),
    .odd(.declared, .acknowledged),
    .odd(.declared, .mitigated),
    .odd(.declared, .resolved),
    .odd(.acknowledged, .mitigated),
    .odd(.acknowledged, .resolved),
  ]

  private static func impossible(_ earlier: Milestone, _ later: Milestone) -> MilestoneConflict {
    MilestoneConflict(earlier: earlier, later: later, isImpossible: true)
  }

  private static func odd(_ earlier: Milestone, _ later: Milestone) -> MilestoneConflict {
    MilestoneConflict(earlier: earlier, later: later, isImpossible: false)
  }
}

extension Milestones {
  /// The rules these milestones break, the impossible first; a milestone that is absent breaks none.
  public var conflicts: [MilestoneConflict] {
    MilestoneConflict.rules.filter { rule in
      guard let earlier = self[rule.earlier], let later = self[rule.later] else { return false }
      return earlier > later
    }
  }
}
