import IncidentCore
import Testing

@Suite struct MilestoneOrderTests {
  /// Every pair that must not, and that hardly ever does, stand the other way round; all other pairs are free.
  private static let impossible: Set<[Milestone]> = [
    [.started, .detected], [.started, .mitigated], [.started, .resolved], [.detected, .declared],
    [.detected, .acknowledged], [.mitigated, .resolved], [.resolved, .closed],
  ]
  private static let odd: Set<[Milestone]> = [
    [.started, .declared], [.detected, .mitigated], [.detected, .resolved], [.declared, .acknowledged],
    [.declared, .mitigated], [.declared, .resolved], [.acknowledged, .mitigated], [.acknowledged, .resolved],
  ]

  @Test("every pair of milestones is judged, whichever way round it stands")
  func pairs() {
    for earlier in Milestone.allCases {
      for later in Milestone.allCases where earlier != later {
        var milestones = Milestones()
        milestones[earlier] = time("22:48")
        milestones[later] = time("22:47")
        let conflicts = milestones.conflicts
        let pair = [earlier, later]
        #expect(conflicts.isEmpty == !(Self.impossible.contains(pair) || Self.odd.contains(pair)), "\(pair)")
        for conflict in conflicts {
          #expect([conflict.earlier, conflict.later] == pair)
          #expect(conflict.isImpossible == Self.impossible.contains(pair), "\(pair)")
        }
        milestones[later] = time("22:48")
        #expect(milestones.conflicts.isEmpty, "\(pair) at one moment")
      }
    }
  }

  @Test("the impossible is named first")
  func order() {
    var milestones = Milestones()
    for (index, milestone) in Milestone.allCases.enumerated() { milestones[milestone] = time("22:47").adding(-index) }
    let flags = milestones.conflicts.map(\.isImpossible)
    #expect(flags.count == Self.impossible.count + Self.odd.count)
    #expect(flags == flags.filter { $0 } + flags.filter { !$0 })
  }

  @Test("the impact began when it started, else was detected, else was declared")
  func impactBegan() {
    var milestones = Milestones()
    #expect(milestones.impactBegan == nil)
    milestones.declared = time("22:49")
    #expect(milestones.impactBegan == time("22:49"))
    milestones.detected = time("22:48")
    #expect(milestones.impactBegan == time("22:48"))
    milestones.started = time("22:47")
    #expect(milestones.impactBegan == time("22:47"))
  }
}
