import IncidentCore
import Testing

@Suite struct BudgetWindowTests {
  /// Berlin's clocks, put forward on the last Sunday of March and back on that of October.
  private func berlin() throws -> TimeZoneRules {
    try #require(TimeZoneRules(posix: "CET-1CEST,M3.5.0,M10.5.0/3"))
  }

  @Test(
    "a month is as long as it is, also where clocks change in it",
    arguments: [
      ("2026-03-20T12:00:00Z", 743, 31), ("2026-10-20T12:00:00Z", 745, 31), ("2026-11-20T12:00:00Z", 720, 30),
    ])
  func months(now: String, hours: Int, days: Int) throws {
    let promise = try promise("payments", "99", .month)
    let budget = try reckoned([], of: promise, now: now, in: try berlin())
    #expect(budget.window.seconds == hours * 3_600 && budget.account.allowedSeconds == hours * 36)
    #expect(budget.window.pieces.count == days)
    #expect(budget.window.pieces.first?.from == budget.window.from)
    #expect(budget.window.pieces.last?.until == budget.window.until)
    #expect(budget.burn.count == 20 && budget.burn.last?.until.seconds ?? 0 > time(now).seconds)
  }

  @Test("the night of a change spends the seconds that passed, in a day of 23 or 25 hours")
  func change() throws {
    // 23:00 UTC on the 24th is midnight in Berlin; 02:00 CEST becomes 03:00 there at 01:00 UTC on 25 October.
    let snapshot = try head("000A", ("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", 100))
    let budget = try reckoned(
      [snapshot], of: try promise("payments", "99", .month), now: "2026-10-31T12:00:00Z", in: try berlin())
    #expect(budget.account.spentSeconds == 25 * 3_600 && budget.account.allowedSeconds == 26_820)
    #expect(budget.burn.map(\.spent.seconds).filter { $0 > 0 } == [25 * 3_600])
    let march = try reckoned(
      [try head("000A", ("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", 100))],
      of: try promise("payments", "99", .month), now: "2026-03-31T12:00:00Z", in: try berlin())
    #expect(march.burn.map(\.spent.seconds).filter { $0 > 0 } == [23 * 3_600])
  }

  @Test("a month is the team's: the last evening of October by UTC is November in Berlin")
  func zones() throws {
    let promise = try promise("payments", "99", .month)
    let now = "2026-10-31T23:30:00Z"
    #expect(try reckoned([], of: promise, now: now).window.from == time("2026-10-01T00:00:00Z"))
    #expect(try reckoned([], of: promise, now: now, in: try berlin()).window.from == time("2026-10-31T23:00:00Z"))
  }

  @Test(
    "a window that rolls is in 31 pieces at most, all but the first of one length",
    arguments: [
      (1, 24), (2, 24), (3, 24), (7, 28), (14, 28), (28, 28), (30, 30), (31, 31), (90, 30), (100, 15), (366, 27),
    ])
  func pieces(days: Int, count: Int) throws {
    let window = BudgetWindow(.rolling(days: days), now: time("18:00"), in: .utc)
    let lengths = window.pieces.map { $0.until.seconds(since: $0.from) }
    #expect(lengths.count == count && lengths.reduce(0, +) == days * 86_400)
    #expect(Set(lengths.dropFirst()).count == (count == 1 ? 0 : 1) && lengths[0] <= lengths[1] && lengths[0] > 0)
  }

  @Test("a month's burn rate is its share of the budget over its share of the month")
  func burnRate() throws {
    let month = try promise("payments", "99", .month)
    // 19 200 s of 25 920 s are 74.1 %; 10 days of 30 are 33.3 %.
    let snapshots = [try head("000A", ("2026-11-02T00:00:00Z", "2026-11-02T05:20:00Z", 100))]
    #expect(try reckoned(snapshots, of: month, now: "2026-11-11T00:00:00Z").burnRateTenths == 22)
    #expect(try reckoned(snapshots, of: month, now: "2026-11-08T00:00:00Z").burnRateTenths == 32)
    #expect(try reckoned(snapshots, of: month, now: "2026-11-07T23:59:59Z").burnRateTenths == nil)
    #expect(try reckoned([], of: month, now: "2026-11-11T00:00:00Z").burnRateTenths == 0)
    #expect(try reckoned(snapshots, of: try promise("payments", "99", .rolling(days: 30))).burnRateTenths == nil)
  }

  @Test("a month that goes on as it went is over its budget on a day, where a week of it is over")
  func exhaustion() throws {
    let month = try promise("payments", "99", .month)
    // 25 920 s are allowed; 19 200 s are gone after 10 days of 30, so that all is in 13.5 days.
    let snapshots = [try head("000A", ("2026-11-02T00:00:00Z", "2026-11-02T05:20:00Z", 100))]
    #expect(
      try reckoned(snapshots, of: month, now: "2026-11-11T00:00:00Z").exhaustion == time("2026-11-14T12:00:00Z"))
    #expect(try reckoned(snapshots, of: month, now: "2026-11-07T23:59:59Z").exhaustion == nil)
    #expect(try reckoned(snapshots, of: month, now: "2026-11-30T00:00:00Z").exhaustion == nil)
    #expect(try reckoned([], of: month, now: "2026-11-11T00:00:00Z").exhaustion == nil)
    #expect(try reckoned(snapshots, of: try promise("payments", "99", .rolling(days: 30))).exhaustion == nil)
  }
}
