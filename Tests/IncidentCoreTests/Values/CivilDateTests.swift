import Foundation
import IncidentCore
import Testing

@Suite struct CivilDateTests {
  /// Walks the calendar a day at a time by the rule itself, and asks the arithmetic at each step.
  @Test("agrees with counting on a calendar, day by day from 1890 to 2110")
  func walk() throws {
    var (year, month, day) = (1890, 1, 1)
    let start = try #require(CivilDate(year: year, month: month, day: day))
    var count = start.daysSinceEpoch
    var weekday = 3  // 1 January 1890 was a Wednesday.
    while year < 2110 {
      let date = try #require(CivilDate(year: year, month: month, day: day))
      let midnight = try #require(Timestamp(seconds: count * 86_400))
      guard date.daysSinceEpoch == count, date.weekday == weekday, midnight.date == date else {
        Issue.record("\(year)-\(month)-\(day): \(date.daysSinceEpoch) for \(count), \(date.weekday) for \(weekday)")
        return
      }
      let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      #expect(CivilDate(year: year, month: month, day: lengths[month - 1] + 1) == nil)
      day += 1
      if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
      count += 1
      weekday = (weekday + 1) % 7
    }
    #expect(CivilDate("1970-01-01")?.daysSinceEpoch == 0)
  }

  @Test("agrees with Foundation's calendar at thousands of random moments from 1600 to 9999")
  func foundation() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    var random = SeededRandom(seed: 11)
    for _ in 0..<4_000 {
      let seconds = Int.random(in: -11_676_096_000...Timestamp.range.upperBound, using: &random)
      let parts = calendar.dateComponents(
        [.year, .month, .day, .weekday, .hour, .minute, .second], from: Date(timeIntervalSince1970: Double(seconds)))
      let moment = try #require(Timestamp(seconds: seconds))
      let date = moment.date
      let mine = [
        date.year, date.month, date.day, date.weekday + 1, moment.secondOfDay / 3_600, moment.secondOfDay / 60 % 60,
        moment.secondOfDay % 60,
      ]
      let theirs = [
        parts.year, parts.month, parts.day, parts.weekday, parts.hour, parts.minute, parts.second,
      ]
      #expect(mine == theirs.compactMap { $0 }, "\(seconds) s, seed 11")
    }
  }

  @Test("prints four, two and two digits, and reads no other form")
  func text() {
    #expect(CivilDate(year: 7, month: 2, day: 3)?.description == "0007-02-03")
    #expect(CivilDate("2026-12-04") == CivilDate(year: 2026, month: 12, day: 4))
    for text in [
      "", "2026-12-4", "2026-1-04", "26-12-04", "2026-12-04 ", "2026/12/04", "0000-01-01", "20261204", "2026-12-32",
      "2026-12-04T",
    ] {
      #expect(CivilDate(text) == nil, "\(text)")
    }
  }

  @Test("sorts as its text does")
  func order() {
    let texts = ["0001-01-01", "1999-12-31", "2000-01-01", "2000-01-02", "2000-02-01", "9999-12-31"]
    #expect(texts.shuffled().map(date).sorted().map(\.description) == texts)
  }
}
