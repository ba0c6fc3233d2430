import IncidentCore
import Testing

/// Budgets that were reckoned by hand.
@Suite struct BudgetTests {
  /// What each incident spent, in seconds, by the last character of its id, in the order of the budget.
  private func spent(_ budget: Budget) -> [String] {
    budget.incidents.map { "\($0.id.text.suffix(1)):\($0.spent.seconds)" }
  }

  @Test("one incident spends its impact, and nothing else does")
  func one() throws {
    let budget = try reckoned([try head("000A", ("12:00", "12:30", nil))])
    #expect(budget.window.from == time("2026-11-19T18:00:00Z") && budget.window.until == time("18:00"))
    #expect(budget.account.allowedSeconds == 8_640 && budget.account.spentSeconds == 1_800)
    #expect(budget.account.leftSeconds == 6_840 && budget.account.spentTenths == 208 && !budget.account.isSpent)
    #expect(budget.incidents.map(\.seconds) == [1_800] && budget.exhaustion == nil)
    let none = try reckoned([])
    #expect(none.account.spent == .none && none.account.leftSeconds == 8_640 && none.incidents.isEmpty)
  }

  @Test("moments that two share count once: the heaviest has them, of equals the one that began first")
  func overlaps() throws {
    let equal = try reckoned([
      try head("000B", ("12:10", "12:40", 100)), try head("000A", ("12:00", "12:30", 100)),
    ])
    // 40 min in all: A has its own 30, B the 10 after it.
    #expect(equal.account.spentSeconds == 2_400 && spent(equal) == ["A:1800", "B:600"])
    #expect(equal.incidents.map(\.seconds) == [1_800, 1_800])
    let heavier = try reckoned([
      try head("000A", ("12:00", "13:00", 50)), try head("000B", ("12:20", "12:30", 100)),
    ])
    // A has 50 min at a half, B 10 min whole.
    #expect(heavier.account.spentSeconds == 1_500 + 600 && spent(heavier) == ["A:1500", "B:600"])
    let sameMoment = try reckoned([
      try head("000B", ("12:00", "12:10", 100)), try head("000A", ("12:00", "12:10", 100)),
    ])
    #expect(spent(sameMoment) == ["A:600", "B:0"])
    let within = try reckoned([try head("000A", ("12:00", "13:00", 20)), try head("000B", ("12:20", "12:30", 10))])
    #expect(within.account.spentSeconds == 720 && spent(within) == ["A:720", "B:0"])
  }

  @Test("who began first is who began first at all, in the window or before it")
  func beganBefore() throws {
    let budget = try reckoned([
      try head("000A", ("10:00", "10:01", 100), ("12:00", "12:30", 100)),
      try head("000B", ("09:00", "09:01", 100), ("12:10", "12:20", 100)),
    ])
    #expect(spent(budget) == ["A:1260", "B:660"])
  }

  @Test("only what lies in the window counts, on either edge")
  func edges() throws {
    let early = try reckoned([
      try head("000A", ("2026-11-19T17:30:00Z", "2026-11-19T18:10:00Z", 100)),
      try head("000B", ("2026-11-19T17:00:00Z", "2026-11-19T18:00:00Z", 100)),
    ])
    #expect(spent(early) == ["A:600"] && early.incidents[0].stretches[0].from == early.window.from)
    let whole = try reckoned([try head("000A", ("2026-11-18T00:00:00Z", nil, 100))])
    #expect(whole.account.spentSeconds == 86_400 && whole.account.isSpent && whole.account.leftSeconds == -77_760)
    let later = try reckoned([try head("000A", ("17:59", "18:30", 100)), try head("000B", ("18:00", nil, 100))])
    #expect(spent(later) == ["A:60"])
  }

  @Test("impact that lasts counts up to now, and one that came back counts again")
  func openAndReopened() throws {
    #expect(spent(try reckoned([try head("000A", ("17:45", nil, 100), status: "investigating")])) == ["A:900"])
    let reopened = try incident(
      Declared(title: "Slow", severity: .sev1, services: ["payments"], started: time("22:40")),
      event(1, "22:57", .resolved(Resolved())), event(2, "23:10", .reopened(Reopened())),
      event(3, "23:20", .resolved(Resolved())))
    #expect(spent(try reckoned([reopened.snapshot], now: "23:30")) == ["4:1620"])
    #expect(try reckoned([reopened.snapshot], now: "23:15").account.spentSeconds == 17 * 60 + 5 * 60)
  }

  @Test(
    "the record's share of users counts, else the policy's weight of the severity",
    arguments: [
      ("SEV1", nil, 600), ("SEV2", nil, 300), ("SEV3", nil, 60), ("SEV4", nil, 0), ("SEV4", 25, 150), ("SEV1", 0, 0),
      ("SEV1", 1, 6),
    ])
  func weights(severity: String, percent: Int?, seconds: Int) throws {
    let budget = try reckoned([try head("000A", ("12:00", "12:10", percent), severity: severity)])
    #expect(budget.account.spentSeconds == seconds && budget.incidents[0].seconds == 600)
  }

  @Test("another share from a moment on counts from then on")
  func percentChange() throws {
    let budget = try reckoned([try head("000A", ("12:00", "12:20", 50), ("12:20", "12:30", 20))])
    #expect(budget.account.spentSeconds == 600 + 120 && budget.incidents[0].seconds == 1_800)
    #expect(budget.incidents[0].weights.lowerBound.value == 20 && budget.incidents[0].weights.upperBound.value == 50)
  }

  @Test("a severity weighs while it stands, whatever it is later, and the share of users above it")
  func severityChange() throws {
    let declared = Declared(title: "Down", severity: .sev1, services: ["payments"], started: time("22:40"))
    let lowered = try incident(
      declared, event(1, "23:10", .severityChanged(SeverityChanged(severity: .sev4))),
      event(2, "23:40", .resolved(Resolved())))
    let budget = try reckoned([lowered.snapshot], now: "23:50")
    #expect(budget.account.spentSeconds == 1_800 && budget.incidents[0].seconds == 3_600)
    #expect(budget.incidents[0].stretches.map(\.weight.value) == [100, 0])
    #expect(budget.incidents[0].stretches.map(\.until) == [time("23:10"), time("23:40")])
    // What is said of the severity once all is over changes nothing of how hard it hit.
    let corrected = try incident(
      declared, event(1, "23:10", .resolved(Resolved())),
      event(2, "23:40", .severityChanged(SeverityChanged(severity: .sev4))))
    #expect(try reckoned([corrected.snapshot], now: "23:50").account.spentSeconds == 1_800)
  }

  @Test(
    "before the response its first severity weighs, between its stretches the last one known",
    arguments: [
      ([("SEV2", "12:10")], [50]), ([("SEV2", "12:10"), ("SEV3", "12:20")], [50, 10]),
      ([("SEV2", "12:10"), ("SEV3", "12:30")], [50]), ([("SEV2", "11:10"), ("SEV3", "12:00")], [10]),
      ([("SEV2", "11:10"), ("SEV2", "12:20")], [50]), ([], [100]),
      ([("SEV3", "12:05"), ("SEV2", "12:10"), ("SEV3", "12:20")], [10, 50, 10]),
      ([("SEV3", "12:20"), ("SEV1", "12:15"), ("SEV2", "12:10")], [10, 50]),
    ] as [([(String, String)], [Int])])
  func severities(responded: [(String, String)], weights: [Int]) throws {
    let head = try head(
      "000A", [("12:00", "12:30", nil)], severity: "SEV1", responded: responded.map { ($0.0, $0.1) })
    let incident = try #require(try reckoned([head]).incidents.first)
    #expect(incident.stretches.map(\.weight.value) == weights && incident.seconds == 1_800)
    let half = try IncidentCoreTests.head(
      "000A", [("12:00", "12:30", 40)], severity: "SEV1", responded: responded.map { ($0.0, $0.1) })
    #expect(try reckoned([half]).account.spentSeconds == 720)
  }

  @Test("what an incident was counted for is told beside how long it was there")
  func counted() throws {
    let budget = try reckoned([
      try head("000A", ("12:00", "13:00", 50)), try head("000B", ("12:20", "12:30", 100)),
      try head("000C", ("12:40", "12:50", 20)),
    ])
    #expect(budget.incidents.map(\.countedSeconds) == [3_000, 600, 0])
    #expect(budget.incidents.map(\.seconds) == [3_600, 600, 600])
    #expect(budget.incidents[0].counted.map(\.from) == [time("12:00"), time("12:30")])
    #expect(budget.incidents[0].counted.map(\.until) == [time("12:20"), time("13:00")])
  }

  @Test("halves of a second add up exactly, and are rounded only when shown")
  func exact() throws {
    let budget = try reckoned([
      try head("000A", ("12:00:00", "12:00:01", 50)), try head("000B", ("13:00:00", "13:00:01", 49)),
      try head("000C", ("14:00:00", "14:00:01", 1)),
    ])
    #expect(budget.account.spent.percentSeconds == 100 && budget.account.spentSeconds == 1)
    #expect(spent(budget) == ["A:1", "B:0", "C:0"])
  }

  @Test("an incident of two services hits both, whatever case they are written in, and one service once")
  func services() throws {
    let snapshot = try head("000A", ("12:00", "12:10", 100), services: ["Payments", "web", "payments"])
    let budgets = Budget.all(
      of: [try promise("payments", "90"), try promise("WEB", "90"), try promise("search", "90")],
      spentBy: [snapshot], policy: .standard, now: time("18:00"), in: .utc)
    #expect(budgets.map(\.account.spentSeconds) == [600, 600, 0])
    #expect(budgets.map(\.objective.service) == ["payments", "WEB", "search"])
  }

  @Test("drills and cancelled incidents spend nothing")
  func leftOut() throws {
    let budget = try reckoned([
      try head("000A", ("12:00", "12:10", 100), kind: "drill"),
      try head("000B", ("12:00", "12:10", 100), status: "cancelled"),
    ])
    #expect(budget.incidents.isEmpty && budget.account.spent == .none)
  }

  @Test("impact that ends before it begins counts for nothing, and is named where it touches the window")
  func impossible() throws {
    let budget = try reckoned([
      try head("000A", ("12:10", "12:00", 100), ("13:00", "13:01", 100), ("14:00", "14:00", 100)),
      try head("000B", ("2026-11-10T12:10:00Z", "2026-11-10T12:00:00Z", 100)),
    ])
    #expect(spent(budget) == ["A:60"])
    #expect(budget.impossible.map(\.id.text) == ["INC-20261120-000A"] && budget.impossible[0].to == time("12:00"))
  }

  @Test("a budget is spent when nothing is left, and an outage that might come is added whole")
  func whatIf() throws {
    let account = try reckoned([try head("000A", ("12:00", "14:00", 100))]).account
    #expect(!account.isSpent && account.leftSeconds == 1_440)
    let after = account.adding(try #require(TimeSpan(seconds: 1_440)))
    #expect(after.isSpent && after.leftSeconds == 0 && after.spentTenths == 1_000)
    #expect(!account.adding(try #require(TimeSpan(seconds: 1_439))).isSpent)
    #expect(account.adding(try #require(TimeSpan(seconds: 2_000))).leftSeconds == -560)
  }

  @Test("an objective that allows less than a second is spent by the first moment of impact, of no percentage")
  func nothingAllowed() throws {
    let promise = try promise("payments", "99.9999")
    let account = try reckoned([], of: promise).account
    #expect(account.allowedSeconds == 0 && !account.isSpent && account.spentTenths == nil)
    let harmless = try reckoned([try head("000A", ("12:00", "13:00", 0))], of: promise).account
    #expect(!harmless.isSpent)
    let hit = try reckoned([try head("000A", ("12:00:00", "12:00:01", 1))], of: promise).account
    #expect(hit.isSpent && hit.spentSeconds == 0)
  }
}
