import CommandArguments
import IncidentCore
import IncidentReports

extension ReportPeriod {
  /// What `--month`, `--quarter`, `--year`, `--since` and `--until` say; last month where they say nothing.
  init(_ session: Session, in zone: TimeZoneRules) throws(CommandFailure) {
    let arguments = session.arguments
    let given = [Report.month, Report.quarter, Report.year, Report.since, Report.until].filter(arguments.has)
    if let first = given.first, let second = given.dropFirst().first, first != Report.since || second != Report.until {
      throw CommandFailure(arguments.failure(.conflict(first, second)))
    }
    let period: Period
    switch given.first {
    case Report.month: period = try Self.named(Report.month, .month, arguments, session.now, zone)
    case Report.quarter: period = try Self.named(Report.quarter, .quarter, arguments, session.now, zone)
    case Report.year: period = try Self.named(Report.year, .year, arguments, session.now, zone)
    case Report.until: throw CommandFailure(arguments.failure(.missingOption(Report.since)))
    case Report.since: period = try Self.stretch(arguments, session.now, zone)
    default:
      let month = PeriodUnit.month.period(containing: session.now, in: zone)
      period = PeriodUnit.month.period(before: month, in: zone)
    }
    try Self.refuse(ifAhead: period, of: session.now)
    self.init(period, in: zone)
  }

  /// A period that is named outside the options of a report.
  init(typed text: String, _ session: Session, in zone: TimeZoneRules) throws(CommandFailure) {
    guard let period = Period(typed: text, now: session.now, in: zone) else {
      throw CommandFailure(
        status: .usage, message: "no period is called \"\(text)\"",
        hints: [Hint("incident template show report --context 2026-10", "is told of a month; 2026-Q3 of a quarter")])
    }
    try Self.refuse(ifAhead: period, of: session.now)
    self.init(period, in: zone)
  }

  private static func named(
    _ option: CommandArguments.Option, _ unit: PeriodUnit, _ arguments: Arguments, _ now: Timestamp,
    _ zone: TimeZoneRules
  ) throws(CommandFailure) -> Period {
    let typed = arguments.value(of: option) ?? ""
    if let period = Period(typed: typed, now: now, in: zone), unit.period(containing: period.from, in: zone) == period {
      return period
    }
    let unit = unit.rawValue
    let example = option == Report.month ? "2026-10" : option == Report.quarter ? "2026-Q3" : "2026"
    throw CommandFailure(
      arguments.failure(
        .invalidValue(option, typed, expected: "a \(unit) such as \(example), this-\(unit) or last-\(unit)")))
  }

  private static func stretch(
    _ arguments: Arguments, _ now: Timestamp, _ zone: TimeZoneRules
  ) throws(CommandFailure) -> Period {
    let periods = try MetricsPeriods(arguments, now: now, zone: zone)
    let since = periods.since ?? now
    let until = periods.until ?? now
    guard since < until else {
      throw CommandFailure(
        status: .usage, message: "the period would end at \(until), and begin at \(since): nothing is in it",
        hints: [Hint("incident report --since 90d", "is one that can be")])
    }
    return Period(from: since, until: until, label: label(since, in: zone))
  }

  private static func refuse(ifAhead period: Period, of now: Timestamp) throws(CommandFailure) {
    guard period.from > now else { return }
    throw CommandFailure(
      status: .usage, message: "\(period.label) begins at \(period.from), which is to come",
      hints: [Hint("incident report", "is about last month")])
  }
}
