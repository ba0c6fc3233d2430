import IncidentCore
import Testing

@Suite struct TimeExpressionTests {
  /// Friday, 20 November 2026.
  private static let now = time("22:47:30")

  @Test(
    "reads a time as a person types it, seen from 22:47:30",
    arguments: [
      ("now", "22:47:30"),
      ("NOW", "22:47:30"),
      ("2026-11-20T22:41:00Z", "22:41"),
      ("2026-11-20 22:41", "22:41"),
      ("2026-11-20 at 22:41 UTC", "22:41"),
      ("2026-11-20T23:41+01:00", "22:41"),
      ("2026-11-20", "00:00"),
      ("22:41", "22:41"),
      ("22:41:05", "22:41:05"),
      ("9:05", "09:05"),
      ("23:41+01:00", "22:41"),
      ("23:40", "23:40"),
      ("23:48", "2026-11-19T23:48:00Z"),
      ("00:05", "00:05"),
      ("today 23:55", "23:55"),
      ("yesterday 22:47", "2026-11-19T22:47:00Z"),
      ("Yesterday at 22:47", "2026-11-19T22:47:00Z"),
      ("tomorrow 01:00", "2026-11-21T01:00:00Z"),
      ("-15m", "22:32:30"),
      ("- 15 min", "22:32:30"),
      ("15m ago", "22:32:30"),
      ("90 seconds ago", "22:46"),
      ("-1h30m", "21:17:30"),
      ("+15m", "23:02:30"),
      ("in 15m", "23:02:30"),
      ("  22:41  ", "22:41"),
    ])
  func past(text: String, expected: String) {
    #expect(Timestamp(typed: text, now: Self.now) == time(expected))
  }

  @Test(
    "a bare clock time that is planned is tomorrow's where today's is over",
    arguments: [
      ("23:00", "23:00"),
      ("22:00", "22:00"),
      ("21:47", "2026-11-21T21:47:00Z"),
      ("00:30", "2026-11-21T00:30:00Z"),
      ("01:30+01:00", "2026-11-21T00:30:00Z"),
      ("in 2h", "2026-11-21T00:47:30Z"),
      ("2026-11-19 22:47", "2026-11-19T22:47:00Z"),
    ])
  func future(text: String, expected: String) {
    #expect(Timestamp(typed: text, now: Self.now, direction: .future) == time(expected))
  }

  @Test("just after midnight, an evening time is yesterday's, and a morning time is planned for today")
  func midnight() {
    let now = time("2026-11-21T00:10:00Z")
    #expect(Timestamp(typed: "23:50", now: now) == time("23:50"))
    #expect(Timestamp(typed: "00:05", now: now) == time("2026-11-21T00:05:00Z"))
    #expect(Timestamp(typed: "23:50", now: now, direction: .future) == time("2026-11-21T23:50:00Z"))
    #expect(Timestamp(typed: "00:11", now: now, direction: .since) == time("00:11"))
    #expect(Timestamp(typed: "00:10", now: now, direction: .since) == now)
    #expect(Timestamp(typed: "00:11", now: now) == time("2026-11-21T00:11:00Z"))
  }

  @Test(
    "refuses anything else",
    arguments: [
      "", " ", "at", "utc", "15", "15m", "-15", "ago", "in", "+", "-", "24:00", "22:60", "25:00", "22", "22:4",
      "yesterday", "yesterday 22:47 22:48", "last friday", "2026-02-30", "2026-02-30 10:00", "2026-11-20 24:00",
      "-15m ago", "in -15m", "--15m", "22:47+25:00", "noon", "22.47", "١٢:٠٠",
    ])
  func refused(text: String) {
    #expect(Timestamp(typed: text, now: Self.now) == nil)
    #expect(Timestamp(typed: text, now: Self.now, direction: .future) == nil)
  }

  @Test("stays within the years there are")
  func bounds() {
    let first = time("0001-01-01T00:00:00Z")
    let last = time("9999-12-31T23:59:59Z")
    #expect(Timestamp(typed: "-3d", now: first) == first)
    #expect(Timestamp(typed: "+3d", now: last) == last)
    #expect(Timestamp(typed: "yesterday 00:00", now: first) == first)
    #expect(Timestamp(typed: "23:00", now: first) == first)
    #expect(Timestamp(typed: "00:00", now: last, direction: .future) == last)
  }

  @Test("a clock time with an offset is of the day that its own zone has")
  func offsetDay() {
    // 22:47:30 UTC is 03:47:30 of the next day at +05:00, and 14:47:30 at -08:00.
    #expect(Timestamp(typed: "03:40+05:00", now: Self.now) == time("22:40"))
    #expect(Timestamp(typed: "today 03:40+05:00", now: Self.now) == time("22:40"))
    #expect(Timestamp(typed: "yesterday 03:40+05:00", now: Self.now) == time("2026-11-19T22:40:00Z"))
    #expect(Timestamp(typed: "14:40-08:00", now: Self.now) == time("22:40"))
    let morning = time("2026-11-20T03:00:00Z")
    #expect(Timestamp(typed: "18:55-08:00", now: morning) == time("02:55"))
    #expect(Timestamp(typed: "19:30-08:00", now: morning, direction: .future) == time("03:30"))
  }
}
