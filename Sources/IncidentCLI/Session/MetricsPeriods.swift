import CommandArguments
import IncidentCore

/// From when to when metrics are asked for, and the earlier period they are held against.
struct MetricsPeriods {
  /// The beginning; nil for that of time.
  private(set) var since: Timestamp?
  /// The end; nil for now.
  private(set) var until: Timestamp?
  /// What it is compared with.
  private(set) var earlier: (since: Timestamp, until: Timestamp)?

  /// What `--since`, `--until` and `--compare` say.
  init(_ arguments: Arguments, now: Timestamp, zone: TimeZoneRules) throws(CommandFailure) {
    func period(_ option: CommandArguments.Option) -> Period? {
      arguments.value(of: option).flatMap { Period(typed: $0, now: now, in: zone) }
    }
    if let named = period(Metrics.since) {
      since = named.from
    } else {
      since = try arguments.moment(Metrics.since, now: now, direction: .since, in: zone)
    }
    if let named = period(Metrics.until) {
      until = named.until
    } else {
      until = try arguments.moment(Metrics.until, now: now, in: zone)
    }
    if let since, let until, since >= until {
      throw CommandFailure(
        status: .usage, message: "the period would end at \(until), and begin at \(since): nothing is in it",
        hints: [Hint("incident metrics --since 90d", "is one that can be")])
    }
    guard let typed = arguments.value(of: Metrics.compare) else { return }
    if typed.lowercased() == "before" || typed.lowercased() == "previous" {
      guard let since else { throw CommandFailure(arguments.failure(.missingOption(Metrics.since))) }
      let length = (until ?? now).seconds(since: since)
      earlier = (since.adding(-length), since)
      return
    }
    guard let base = Period(typed: typed, now: now, in: zone) else {
      let expected = "a period such as last-quarter, 2026-Q3, 2026-10 or before"
      let relative = ["last", "this"].flatMap { word in PeriodUnit.allCases.map { "\(word)-\($0.rawValue)" } }
      let nearest = nearestWord(to: typed, among: relative + ["before"])
      throw CommandFailure(
        arguments.failure(.invalidValue(Metrics.compare, typed, expected: expected), suggestion: nearest))
    }
    earlier = (base.from, base.until)
    if since == nil {
      // Nothing else said: against the one that follows it, as far as it has come.
      if until == nil,
        let unit = PeriodUnit.allCases.first(where: { $0.period(containing: base.from, in: zone) == base })
      {
        until = unit.period(after: base, in: zone).until
      }
      since = base.until
    }
    try requireOrder(of: typed, now: now)
  }

  /// One period has to be over before the other begins: an incident in both would be held against itself.
  private func requireOrder(of base: String, now: Timestamp) throws(CommandFailure) {
    guard let since, let earlier else { return }
    let message: String
    if since >= now {
      message = "\(base) is not over: nothing follows it yet that could be compared with it"
    } else if earlier.until > since {
      message = "\(base) ends at \(earlier.until), after what is compared with it begins, at \(since)"
    } else {
      return
    }
    throw CommandFailure(
      status: .usage, message: message,
      hints: [Hint("incident metrics --compare last-quarter", "this quarter against the last one")])
  }
}
