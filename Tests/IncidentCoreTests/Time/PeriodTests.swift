import Testing

@testable import IncidentCore

@Suite struct PeriodTests {
  static let yearEnds: [(date: String, label: String)] = [
    ("2005-01-01", "2004-W53"), ("2005-01-02", "2004-W53"), ("2005-12-31", "2005-W52"), ("2006-01-01", "2005-W52"),
    ("2006-01-02", "2006-W01"), ("2006-12-31", "2006-W52"), ("2007-01-01", "2007-W01"), ("2007-12-30", "2007-W52"),
    ("2007-12-31", "2008-W01"), ("2008-01-01", "2008-W01"), ("2008-12-28", "2008-W52"), ("2008-12-29", "2009-W01"),
    ("2008-12-31", "2009-W01"), ("2009-01-01", "2009-W01"), ("2009-12-31", "2009-W53"), ("2010-01-03", "2009-W53"),
    ("2010-01-04", "2010-W01"), ("2026-10-05", "2026-W41"), ("2026-12-31", "2026-W53"), ("2027-01-03", "2026-W53"),
    ("1969-12-28", "1969-W52"), ("1970-01-01", "1970-W01"),
  ]

  @Test("weeks at the ends of years have the numbers of ISO 8601", arguments: yearEnds)
  func isoWeeks(date: String, label: String) throws {
    let moment = try #require(CivilDate(date).flatMap { Timestamp(date: $0, hour: 12) })
    let period = PeriodUnit.week.period(containing: moment, in: .utc)
    #expect(period.label == label && period.contains(moment) && period.seconds == 604_800)
    #expect(period.from.date.weekday == 1)
    #expect(Period(typed: label, now: moment, in: .utc) == period)
  }

  @Test("months, quarters and years begin at midnight by the zone's clocks")
  func cuts() throws {
    let berlin = try TimeZoneRulesTests.rules("Europe/Berlin")
    let moment = time("2026-10-31T23:30:00Z")
    let labels = PeriodUnit.allCases.map { $0.period(containing: moment, in: berlin).label }
    #expect(labels == ["2026-W44", "2026-11", "2026-Q4", "2026"])
    let october = PeriodUnit.month.period(before: PeriodUnit.month.period(containing: moment, in: berlin), in: berlin)
    #expect(october.label == "2026-10")
    #expect(october.from == time("2026-09-30T22:00:00Z") && october.until == time("2026-10-31T23:00:00Z"))
    #expect(october.seconds == 31 * 86_400 + 3_600)
    #expect(PeriodUnit.month.period(after: october, in: berlin).label == "2026-11")
    let march = try #require(Period(typed: "2026-03", now: moment, in: berlin))
    #expect(march.seconds == 31 * 86_400 - 3_600)
  }

  @Test("periods follow each other without a gap, in every zone", arguments: PeriodUnit.allCases, ZoneSamples.names)
  func tiles(unit: PeriodUnit, zone: String) throws {
    let rules = try TimeZoneRulesTests.rules(zone)
    let from = time("1985-06-15T00:00:00Z")
    let until = time("2045-06-15T00:00:00Z")
    let periods = unit.periods(from: from, until: until, in: rules)
    let first = try #require(periods.first)
    #expect(first.contains(from) && periods.last?.contains(until.adding(-1)) == true)
    for (one, next) in zip(periods, periods.dropFirst()) {
      #expect(one.until == next.from && one.from < one.until, "\(one)")
      #expect(unit.period(after: one, in: rules) == next && unit.period(before: next, in: rules) == one)
    }
    #expect(Set(periods.map(\.label)).count == periods.count)
    for period in periods {
      for moment in [period.from, period.until.adding(-1)] {
        #expect(unit.period(containing: moment, in: rules) == period, "\(zone) at \(moment)")
      }
      #expect(Period(typed: period.label, now: from, in: rules) == period)
    }
  }

  @Test("where clocks fall back over midnight on the first, the month begins once, at the first midnight")
  func fallingBackOverMidnight() throws {
    // St. John's, 1 November 2009: 00:01 became 23:01 of 31 October.
    let rules = try TimeZoneRulesTests.rules("America/St_Johns")
    let november = try #require(Period(typed: "2009-11", now: time("2009-01-01T00:00:00Z"), in: rules))
    #expect(november.from == time("2009-11-01T02:30:00Z"))
    let again = november.from.adding(600)
    #expect(rules.local(again).description == "2009-10-31 23:10")
    #expect(PeriodUnit.month.period(containing: again, in: rules) == november)
  }

  @Test("where clocks spring over midnight on the first, the month begins with the change")
  func springingOverMidnight() throws {
    // 23:30 on 31 March becomes 00:30 on 1 April.
    let rules = try #require(TimeZoneRules(posix: "AAA0BBB,J90/23:30,J300"))
    let april = try #require(Period(typed: "2026-04", now: time("2026-01-01T00:00:00Z"), in: rules))
    #expect(april.from == time("2026-03-31T23:30:00Z"))
    #expect(PeriodUnit.month.period(containing: april.from, in: rules) == april)
    #expect(PeriodUnit.month.period(containing: april.from.adding(-1), in: rules).label == "2026-03")
  }

  static let spellings: [(text: String, label: String)] = [
    ("2026", "2026"), ("2026-Q4", "2026-Q4"), ("2026-q1", "2026-Q1"), ("2026-10", "2026-10"), ("2026-w41", "2026-W41"),
    ("this-week", "2026-W47"), ("last week", "2026-W46"), ("this month", "2026-11"), ("last-month", "2026-10"),
    ("This-Quarter", "2026-Q4"), ("last-quarter", "2026-Q3"), ("this-year", "2026"), (" last  year ", "2025"),
  ]

  @Test("periods as people type them", arguments: spellings)
  func typed(text: String, label: String) {
    #expect(Period(typed: text, now: time("2026-11-20T22:41:00Z"), in: .utc)?.label == label)
  }

  @Test("last month in January is December's")
  func overNewYear() {
    let now = time("2027-01-01T00:00:00Z")
    #expect(Period(typed: "last-month", now: now, in: .utc)?.label == "2026-12")
    #expect(Period(typed: "last-quarter", now: now, in: .utc)?.label == "2026-Q4")
    #expect(Period(typed: "this-week", now: now, in: .utc)?.label == "2026-W53")
  }

  @Test(
    "anything else is no period",
    arguments: [
      "", "26", "20266", "2026-", "2026-13", "2026-00", "2026-1", "2026-Q5", "2026-Q0", "2026-Q", "2026-Q10",
      "2026-W00",
      "2026-W54", "2025-W53", "2026-W1", "2026-10-01", "0000", "0000-W01", "last", "month", "last-day", "next-month",
      "last-month-ago", "last month 2026", "２０２６", "-2026", "2026 ", "this", "lastmonth",
    ])
  func noPeriod(text: String) {
    #expect(Period(typed: text, now: time("2026-11-20T22:41:00Z"), in: .utc) == nil)
  }

  @Test("at the ends of the calendar there are periods too")
  func ends() throws {
    for second in [Timestamp.range.lowerBound, Timestamp.range.upperBound] {
      let moment = try #require(Timestamp(seconds: second))
      for unit in PeriodUnit.allCases {
        let period = unit.period(containing: moment, in: .utc)
        #expect(period.from <= moment && moment <= period.until)
        #expect(unit.period(before: period, in: .utc).from <= period.from)
        #expect(unit.period(after: period, in: .utc).until >= period.until)
      }
    }
    #expect(PeriodUnit.month.periods(from: .epoch, until: .epoch, in: .utc).isEmpty)
  }
}
