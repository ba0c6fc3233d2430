import IncidentCore
import Testing

@Suite struct OfficeHoursTests {
  @Test(
    "a night is outside, a working day is not, a weekend is",
    arguments: [
      ("2026-11-20T09:00:00Z", "2026-11-20T18:00:00Z", 0), ("2026-11-20T08:00:00Z", "2026-11-20T09:00:01Z", 3_600),
      ("2026-11-20T17:59:59Z", "2026-11-20T18:00:01Z", 1), ("2026-11-20T18:00:00Z", "2026-11-23T09:00:00Z", 226_800),
      ("2026-11-21T00:00:00Z", "2026-11-22T00:00:00Z", 86_400),
      ("2026-11-16T00:00:00Z", "2026-11-23T00:00:00Z", 442_800),
      ("2026-11-20T18:00:00Z", "2026-11-20T18:00:00Z", 0), ("2026-11-21T18:00:00Z", "2026-11-20T18:00:00Z", 0),
    ])
  func known(from: String, to: String, outside: Int) {
    #expect(OfficeHours.standard.secondsOutside(from: time(from), to: time(to), in: .utc) == outside)
  }

  @Test("a day has 23 hours or 25 where clocks change")
  func changes() throws {
    let berlin = try TimeZoneRulesTests.rules("Europe/Berlin")
    let nights = try #require(OfficeHours(days: [.sunday], from: 0, to: 6 * 3_600))
    // 00:00 to 06:00 on 29 March has five hours, on 25 October seven.
    for (from, until, within) in [
      ("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", 5), ("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", 7),
    ] {
      let length = time(until).seconds(since: time(from))
      let outside = nights.secondsOutside(from: time(from), to: time(until), in: berlin)
      #expect(length - outside == within * 3_600)
    }
  }

  @Test("agrees with counting every minute", arguments: ZoneSamples.names)
  func minutes(zone: String) throws {
    let rules = try TimeZoneRulesTests.rules(zone)
    let seed = UInt64(zone.utf8.count)
    var random = SeededRandom(seed: seed)
    for _ in 0..<12 {
      let days = Weekday.allCases.filter { _ in random.once(in: 2) }
      let from = Int.random(in: 0..<1_440, using: &random)
      let to = Int.random(in: from + 1...1_440, using: &random)
      guard let hours = OfficeHours(days: days, from: from * 60, to: to * 60) else { continue }
      // From 1980 on offsets are whole minutes.
      let start = try #require(Timestamp(seconds: Int.random(in: 5_400_000...36_000_000, using: &random) * 60))
      let count = Int.random(in: 1...20_000, using: &random)
      let outside = (0..<count).reduce(0) { sum, minute in
        let local = rules.local(start.adding(minute * 60))
        let day = Weekday.allCases[(local.date.weekday + 6) % 7]
        let isWithin = days.contains(day) && (from * 60..<to * 60).contains(local.secondOfDay)
        return isWithin ? sum : sum + 60
      }
      #expect(
        hours.secondsOutside(from: start, to: start.adding(count * 60), in: rules) == outside,
        "seed \(seed), \(zone) from \(start), \(count) minutes, \(hours)")
    }
  }

  @Test("a whole history is counted at once")
  func history() throws {
    let rules = try TimeZoneRulesTests.rules("Europe/Berlin")
    let outside = OfficeHours.standard.secondsOutside(
      from: time("0001-01-01T00:00:00Z"), to: time("9999-12-31T00:00:00Z"), in: rules)
    #expect(outside > 200_000_000_000)
  }

  @Test("hours that are none are refused, and days are put in order")
  func valid() throws {
    #expect(OfficeHours(days: [], from: 0, to: 1) == nil)
    #expect(OfficeHours(days: [.monday], from: 1, to: 1) == nil)
    #expect(OfficeHours(days: [.monday], from: -1, to: 1) == nil)
    #expect(OfficeHours(days: [.monday], from: 0, to: 86_401) == nil)
    let hours = try #require(OfficeHours(days: [.friday, .monday, .friday], from: 0, to: 86_400))
    #expect(hours.days == [.monday, .friday])
  }
}
