import IncidentCore

/// What figures say in words, for every form that people read.
enum MetricsText {
  /// How many rows of a list are shown before `and N more`.
  static let mostRows = 10

  /// How many repeated causes are.
  static let mostRepeats = 5

  /// `INC-… time to resolve: impossible: resolved comes before started`, one for each of the first few, then how many more.
  static func impossible(_ answer: MetricsAnswer) -> [String] {
    let all = answer.selection.impossibleTimes
    let shown = all.prefix(mostRepeats).map { "\($0.incident.text) \($0.measure.title): \($0.fault.sentence)" }
    return all.count > shown.count ? shown + ["and \(all.count - shown.count) more; --explain lists them"] : shown
  }

  /// `no incidents`, `1 incident`, `12 incidents`.
  static func incidents(_ count: Int) -> String {
    switch count {
    case 0: "no incidents"
    case 1: "1 incident"
    default: "\(count) incidents"
    }
  }

  /// `declared from 1 October 2026 to 31 October 2026`, `declared since 1 October 2026 06:00`, `of all time`; by the
  /// clocks of the zone. Whole days are told by the last one.
  static func stretch(_ scope: MetricsScope, in zone: TimeZoneRules) -> String {
    switch (scope.since, scope.until) {
    case (let since?, let until?): "declared from \(days(since, until, in: zone))"
    case (let since?, nil): "declared since \(beginning(since, in: zone))"
    case (nil, let until?): "declared up to \(end(until, in: zone))"
    case (nil, nil): "of all time"
    }
  }

  /// `1 October 2026 to 31 October 2026`, likewise; less than a minute is told by the second.
  static func days(_ since: Timestamp, _ until: Timestamp, in zone: TimeZoneRules) -> String {
    guard until.seconds(since: since) >= 60 else {
      return "\(second(since, in: zone)) to \(second(until, in: zone))"
    }
    return "\(beginning(since, in: zone)) to \(end(until, in: zone))"
  }

  private static func beginning(_ moment: Timestamp, in zone: TimeZoneRules) -> String {
    let local = zone.local(moment)
    let day = MomentText.date(local.date)
    return local.secondOfDay == 0 ? day : "\(day) \(clock(local.secondOfDay))"
  }

  private static func end(_ moment: Timestamp, in zone: TimeZoneRules) -> String {
    zone.local(moment).secondOfDay == 0
      ? MomentText.date(zone.local(moment.adding(-1)).date) : beginning(moment, in: zone)
  }

  private static func second(_ moment: Timestamp, in zone: TimeZoneRules) -> String {
    let local = zone.local(moment)
    return "\(MomentText.date(local.date)) \(clock(local.secondOfDay)):\(twoDigits(local.secondOfDay % 60))"
  }

  private static func clock(_ seconds: Int) -> String {
    "\(twoDigits(seconds / 3_600)):\(twoDigits(seconds / 60 % 60))"
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  /// `2 drills`, `1 record that cannot be read`.
  static func leftOut(_ answer: MetricsAnswer) -> [String] {
    let counts = [
      (answer.selection.drills.count, "drill", "drills"),
      (answer.selection.falseAlarms.count, "false alarm", "false alarms"),
      (answer.selection.duplicates.count, "duplicate", "duplicates"),
      (answer.unreadable, "record that cannot be read", "records that cannot be read"),
    ]
    return counts.compactMap { count, one, many in count > 0 ? "\(count) \(count == 1 ? one : many)" : nil }
  }

  /// Figures of one line each: a label and what it says. What is not known is left out.
  static func facts(_ figures: Figures) -> [(label: String, text: String)] {
    var facts: [(label: String, text: String)] = []
    if let share = figures.acknowledgedInTarget { facts.append(("Acknowledged in target", text(share))) }
    if let share = figures.updatesOnTime { facts.append(("Updates on time", text(share))) }
    if let share = Share(figures.reopened.incidents, of: figures.incidents), share.count > 0 {
      facts.append(("Reopened", "\(text(share)), \(figures.reopened.times) × in all"))
    }
    if let count = figures.postmortems {
      let published = Share(count.published, of: count.owed).map(text) ?? ""
      facts.append(("Postmortems", "\(published) published, \(count.inTime) in time"))
    }
    if let count = figures.actions { facts.append(("Follow-ups", actions(count))) }
    if figures.falseAlarms > 0 { facts.append(("False alarms", String(figures.falseAlarms))) }
    return facts
  }

  private static func actions(_ count: ActionCount) -> String {
    let parts = [
      (count.inTime, "in time"), (count.verified, "verified"), (count.dropped, "dropped"), (count.overdue, "OVERDUE"),
    ]
    let more = parts.compactMap { number, word in number > 0 ? ", \(number) \(word)" : nil }
    return "\(count.done) of \(count.total) done" + more.joined()
  }

  /// `10 of 12 (83.3 %)`.
  static func text(_ share: Share) -> String {
    "\(share.count) of \(share.total) (\(DecimalText.tenths(share.permille)) %)"
  }

  /// What an incident adds to a figure.
  static func phrases(_ observation: Observation) -> [Phrase] {
    var phrases = [Phrase(observation.incident.text)]
    if let seconds = observation.seconds { phrases.append(Phrase("\(seconds) s", .label)) }
    if let isMet = observation.isMet { phrases.append(isMet ? Phrase("met", .ok) : Phrase("missed", .alarm)) }
    let ends = [
      [observation.from, observation.start?.description].compactMap(\.self).joined(separator: " "),
      [observation.to, observation.end?.description].compactMap(\.self).joined(separator: " "),
    ].filter { !$0.isEmpty }
    if !ends.isEmpty { phrases.append(Phrase(ends.joined(separator: " → "))) }
    return phrases + observation.notes.map { Phrase($0, .muted) }
  }
}
