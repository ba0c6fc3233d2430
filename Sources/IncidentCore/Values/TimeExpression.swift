/// On which side of now a bare clock time is meant.
public enum TimeDirection: Sendable {
  /// What happened: `23:50` typed at 00:10 is yesterday's. Clocks differ: one up to an hour ahead is today's.
  case past
  /// Since when: as ``past``, and nothing ahead is meant.
  case since
  /// What is planned: `00:30` typed at 23:50 is tomorrow's.
  case future
}

extension Timestamp {
  /// A time as a person types it, seen from `now`; times without an offset are UTC, as everything the tool prints.
  ///
  /// | typed | meaning |
  /// | --- | --- |
  /// | `now` | `now` |
  /// | `2026-11-20T22:47:00Z`, `2026-11-20 22:47`, `2026-11-20T23:47+01:00` | that moment |
  /// | `22:47`, `22:47+01:00` | today, by that offset; the day before or after where that is over an hour on the wrong side of `now` |
  /// | `today 22:47`, `tomorrow 22:47` | today, the day after |
  /// | `yesterday 22:47`, `yesterday at 22:47` | the day before |
  /// | `2026-11-20` | that day, 00:00 |
  /// | `-15m`, `15m ago`, `-1h30m` | before `now` |
  /// | `+15m`, `in 15m` | after `now` |
  ///
  /// Nil for anything else.
  public init?(typed text: String, now: Timestamp, direction: TimeDirection = .past) {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).filter { $0 != "at" && $0 != "utc" }
    let joined = words.joined(separator: " ")
    if joined == "now" {
      self = now
    } else if let moment = Timestamp(rfc3339: joined) ?? Timestamp(rfc3339: joined + "Z") {
      self = moment
    } else if let date = CivilDate(joined) {
      self.init(date: date)
    } else if let seconds = Self.distance(joined) {
      self = now.adding(seconds)
    } else if words.count == 2, let days = Self.days(words[0]) {
      self.init(clock: words[1], days: days, now: now)
    } else {
      guard let today = Timestamp(clock: joined, days: 0, now: now) else { return nil }
      let ahead = today.seconds(since: now)
      switch direction {
      case .past: self = ahead > 3_600 ? today.adding(-86_400) : today
      case .since: self = ahead > 0 ? today.adding(-86_400) : today
      case .future: self = ahead < -3_600 ? today.adding(86_400) : today
      }
    }
  }

  /// Days from today.
  private static func days(_ word: Substring) -> Int? {
    switch word {
    case "yesterday": -1
    case "today": 0
    case "tomorrow": 1
    default: nil
    }
  }

  /// Seconds from now: `-15m`, `15m ago`, `+15m`, `in 15m`.
  private static func distance(_ text: String) -> Int? {
    if text.hasSuffix(" ago") { return TimeSpan(text.dropLast(4)).map { -$0.seconds } }
    if text.hasPrefix("in ") { return TimeSpan(text.dropFirst(3))?.seconds }
    if text.hasPrefix("-") { return TimeSpan(text.dropFirst()).map { -$0.seconds } }
    if text.hasPrefix("+") { return TimeSpan(text.dropFirst())?.seconds }
    return nil
  }

  /// A clock time with or without an offset, `days` after the day that `now` falls on by that offset.
  private init?(clock text: some StringProtocol, days: Int, now: Timestamp) {
    var scanner = DigitScanner(text)
    guard let time = TimeOfDay(scanning: &scanner) else { return nil }
    var offset = 0
    if !scanner.isAtEnd {
      guard let given = UTCOffset(scanning: &scanner), scanner.isAtEnd else { return nil }
      offset = given.seconds
    }
    let date = now.adding(offset).adding(days * 86_400).date
    guard let local = Timestamp(date: date, hour: time.hour, minute: time.minute, second: time.second) else {
      return nil
    }
    self.init(seconds: local.seconds - offset)
  }
}
