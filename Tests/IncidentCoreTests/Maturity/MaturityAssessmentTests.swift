import IncidentCore
import Testing

@Suite("Maturity")
struct MaturityAssessmentTests {
  private static let policy = Policy.standard

  private func setting(day: Int = 25) -> MetricsSetting {
    MetricsSetting(
      now: time("2026-11-\(day)T12:00:00Z"), policy: Self.policy, zone: .utc, hours: .standard)
  }

  /// What an incident did well; everything, where nothing else is said.
  private struct Quality {
    var minutes = 60
    var isCommanded = true
    var acknowledgedAfter: Int? = 3
    var cause: String? = "cause"
    var isPublished = true
    var hasUpdates = true
    var action: ActionStatus? = .verified
    var hasRunbook = true
    var isReviewed = true
    /// When it was declared: noon is within working hours.
    var hour = 12
  }

  /// Incidents of Thursday, 12 November 2026, and their follow-ups due on the 20th.
  private func incidents(_ qualities: [Quality]) throws -> MetricsSelection {
    MetricsSelection(
      try qualities.enumerated().map { number, quality in
        let start = time("2026-11-12T\(quality.hour):00:00Z")
        var bodies: [(minute: Int, body: EventBody)] = [
          (
            0,
            .declared(
              Declared(
                title: "Slow", severity: .sev2, services: ["s\(number)"], nextUpdateDue: start.adding(30 * 60)))
          )
        ]
        if let minute = quality.acknowledgedAfter { bodies.append((minute, .acknowledged(Acknowledged()))) }
        if quality.isCommanded {
          bodies.append((4, .assigned(Assigned(role: .incidentCommander, name: "dana"))))
        }
        bodies.append(
          (
            quality.hasUpdates ? 20 : 40,
            .updated(Updated(message: "On it", cause: quality.cause, nextUpdateDue: start.adding(10 * 3_600)))
          ))
        if quality.hasRunbook {
          bodies.append((21, .runbookStarted(RunbookStarted(runbook: "slow", steps: ["Look"]))))
          if quality.isReviewed {
            bodies.append((22, .runbookReviewed(RunbookReviewed(runbook: "slow", isHelpful: false))))
          }
        }
        if let status = quality.action {
          bodies.append((41, .actionAdded(ActionAdded(title: "Alert", due: date("2026-11-20")))))
          let added = eventID(bodies.count)
          if status.isDone { bodies.append((42, .actionChanged(ActionChanged(action: added, status: .done)))) }
          if status == .verified {
            bodies.append((43, .actionChanged(ActionChanged(action: added, status: .verified))))
          }
        }
        bodies.append((quality.minutes, .resolved(Resolved())))
        if quality.isPublished {
          bodies.append((quality.minutes + 60, .postmortem(PostmortemChanged(status: .published))))
        }
        let events = bodies.enumerated().map { place, entry in
          Event(id: eventID(place + 1), at: start.adding(entry.minute * 60), by: "dana", body: entry.body)
        }
        let digits = String(number)
        let suffix = String(repeating: "0", count: 4 - digits.count) + digits
        return try Incident(id: try #require(IncidentID("INC-20261112-\(suffix)")), events: events).snapshot
      })
  }

  private func figures(_ selection: MetricsSelection) -> MaturityFigures? {
    MaturityFigures(selection, Figures(selection, setting()), setting())
  }

  private func assess(
    _ qualities: [Quality], before: [Quality]? = nil, kept: Share? = Share(1, of: 1)
  ) throws -> MaturityAssessment {
    let (now, earlier) = (try incidents(qualities), try incidents(before ?? ten()))
    let changes = Measure.allCases.map { measure in
      (
        measure: measure,
        change: MedianChange(before: earlier.seconds(of: measure), after: now.seconds(of: measure), seed: 1)
      )
    }
    return MaturityAssessment(
      try #require(figures(now)), before: figures(earlier), changes: changes, budgetsKept: kept)
  }

  /// Ten that are good, but for what `change` does to so many of them.
  private func ten(_ count: Int = 0, _ change: (inout Quality) -> Void = { _ in }) -> [Quality] {
    var all = Array(repeating: Quality(), count: 10)
    for place in 0..<count { change(&all[place]) }
    // No two take equally long: the medians of those that do hardly differ when they are shuffled.
    for place in all.indices { all[place].minutes += place }
    return all
  }

  private func isMet(_ criterion: MaturityCriterion, _ assessment: MaturityAssessment) -> Bool? {
    assessment.findings.first { $0.criterion == criterion }?.isMet
  }

  @Test("where everything is met the highest level is reached")
  func optimised() throws {
    let assessment = try assess(ten())
    #expect(assessment.level == .optimised, "\(assessment.findings.filter { $0.isMet != true })")
    #expect(MaturityLevel.allCases.allSatisfy(assessment.isReached) && !assessment.isSmall)
    #expect(assessment.findings(of: .reactive).isEmpty)
    #expect(assessment.findings.map(\.criterion) == MaturityCriterion.allCases)
  }

  @Test("each level falls with a criterion of its own, and those above it with it")
  func levels() throws {
    let cases: [(count: Int, criterion: MaturityCriterion, level: MaturityLevel, change: (inout Quality) -> Void)] = [
      (3, .commanded, .reactive, { $0.isCommanded = false }),
      (3, .acknowledged, .reactive, { $0.acknowledgedAfter = nil }),
      (3, .causesNamed, .reactive, { $0.cause = nil }),
      (3, .acknowledgedInTarget, .defined, { $0.acknowledgedAfter = 16 }),
      (5, .updatesOnTime, .defined, { $0.hasUpdates = false }),
      (3, .postmortemsInTime, .defined, { $0.isPublished = false }),
      (6, .runbooksFollowed, .defined, { $0.hasRunbook = false }),
      (6, .runbooksReviewed, .managed, { $0.isReviewed = false }),
      (3, .actionsInTime, .managed, { $0.action = .open }),
      (6, .actionsVerified, .managed, { $0.action = .done }),
      (10, .timeToResolve, .proactive, { $0.minutes = 500 }),
      (1, .outOfHours, .proactive, { $0.hour = 22 }),
    ]
    for (count, criterion, level, change) in cases {
      let assessment = try assess(ten(count, change))
      #expect(isMet(criterion, assessment) == false, "\(criterion)")
      #expect(assessment.level == level, "\(criterion)")
      #expect(!assessment.isReached(.optimised) && assessment.isReached(level))
    }
  }

  @Test("a threshold is met where it is just reached")
  func boundaries() throws {
    #expect(isMet(.commanded, try assess(ten(2) { $0.isCommanded = false })) == true)
    #expect(isMet(.acknowledged, try assess(ten(2) { $0.acknowledgedAfter = nil })) == true)
    #expect(isMet(.acknowledgedInTarget, try assess(ten(10) { $0.acknowledgedAfter = 15 })) == true)
    #expect(isMet(.postmortemsInTime, try assess(ten(2) { $0.isPublished = false })) == true)
    #expect(isMet(.actionsVerified, try assess(ten(5) { $0.action = .done })) == true)
    #expect(isMet(.runbooksFollowed, try assess(ten(5) { $0.hasRunbook = false })) == true)
    #expect(isMet(.runbooksReviewed, try assess(ten(5) { $0.isReviewed = false })) == true)
    #expect(isMet(.budgetsKept, try assess(ten(), kept: Share(2, of: 3))) == false)
  }

  @Test("what is not known is not met")
  func unknown() throws {
    let noBudgets = try assess(ten(), kept: nil)
    #expect(isMet(.budgetsKept, noBudgets) == nil && noBudgets.level == .managed)
    let noActions = try assess(ten(10) { $0.action = nil })
    #expect(isMet(.actionsInTime, noActions) == nil && isMet(.actionsVerified, noActions) == nil)
    #expect(noActions.level == .managed)
    let noRunbooks = try assess(ten(10) { $0.hasRunbook = false })
    #expect(isMet(.runbooksFollowed, noRunbooks) == false && isMet(.runbooksReviewed, noRunbooks) == nil)
    let noPast = try assess(ten(), before: [])
    #expect(isMet(.timeToResolve, noPast) == nil && noPast.level == .proactive)
    // Nobody was out of hours: nothing to compare with is needed.
    #expect(isMet(.outOfHours, noPast) == true && isMet(.repeats, noPast) == true)
  }

  @Test("five in each period are enough to tell a median slower, four are not known")
  func smallComparisons() throws {
    func measured(_ count: Int) throws -> Bool? {
      let slow = Array(ten(10) { $0.minutes = 500 }.prefix(count))
      return isMet(.timeToResolve, try assess(slow, before: Array(ten().prefix(count))))
    }
    #expect(try measured(4) == nil)
    #expect(try measured(5) == false)
    let noise = try assess(ten(5) { $0.minutes = 65 }, before: ten(4) { $0.minutes = 66 })
    #expect(isMet(.timeToResolve, noise) == true)
  }

  @Test("causes that came back have to be fewer than before, the share out of hours smaller")
  func falling() throws {
    func finding(_ criterion: MaturityCriterion, _ evidence: MaturityEvidence) -> Bool? {
      MaturityFinding(criterion: criterion, evidence: evidence).isMet
    }
    #expect(finding(.repeats, .count(now: 0, before: nil)) == true)
    #expect(finding(.repeats, .count(now: 1, before: 2)) == true)
    #expect(finding(.repeats, .count(now: 2, before: 2)) == false)
    #expect(finding(.repeats, .count(now: 1, before: nil)) == nil)
    let (half, third) = (try #require(Share(1, of: 2)), try #require(Share(1, of: 3)))
    #expect(finding(.outOfHours, .shares(now: third, before: half)) == true)
    #expect(finding(.outOfHours, .shares(now: half, before: half)) == false)
    #expect(finding(.outOfHours, .shares(now: half, before: nil)) == nil)
    #expect(finding(.falseAlarms, .share(try #require(Share(1, of: 10)))) == true)
    #expect(finding(.falseAlarms, .share(try #require(Share(11, of: 100)))) == false)
  }

  @Test("fewer than five incidents are little, none are nothing")
  func small() throws {
    #expect(try assess(Array(ten().prefix(4))).isSmall)
    #expect(try !assess(Array(ten().prefix(5))).isSmall)
    #expect(figures(MetricsSelection([])) == nil)
  }
}
