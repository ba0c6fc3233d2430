import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore
import JSONTree
import Mustache

/// `incident report`: what a month, a quarter or a year came to, for people who were not there.
enum Report {
  static let month = Option.value("month", "MONTH", help: "2026-10, this-month, last-month (the default)")
  static let quarter = Option.value("quarter", "QUARTER", help: "2026-Q3, this-quarter, last-quarter")
  static let year = Option.value("year", "YEAR", help: "2026, this-year, last-year")
  static let since = Option.value("since", "TIME", help: "Any stretch: from then, 2026-10-01 or 90d")
  static let until = Option.value("until", "TIME", help: "Up to then; now where only --since is given")
  static let service = Metrics.service
  static let format = Option.value("format", "FORMAT", help: "For whom", candidates: .words(["markdown", "json"]))

  static let syntax = CommandSyntax(
    "report", summary: "Write what a month, a quarter or a year came to, as Markdown",
    discussion: [
      "What happened, how fast and whether that changed, what was kept, error budgets, what came back, runbooks, follow-ups that wait, load on "
        + "people, and a level of maturity of which every criterion cites its figure. Charts are Mermaid, which GitHub and "
        + "GitLab draw. From the template \"report\"; incidents/templates/report.md shadows it.",
      "An incident belongs to the period in which it was declared, by the team's time zone; drills and cancelled ones do not "
        + "count. A record that cannot be read is told and left out, with exit status 3; --strict gives no report then.",
    ],
    options: [month, quarter, year, since, until, service, format, FigureFormat.strict],
    examples: [
      Example("incident report", "Last month"),
      Example("incident report --quarter 2026-Q3 > 2026-Q3.md", "A quarter, into a file"),
      Example("incident report --month this-month --service payments", "So far, of one service"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    let wantsJSON = try wantsJSON(session)
    let config = try session.config()
    let zone = try session.timeZone(of: config)
    let period = try ReportPeriod(session, in: zone.rules)
    let services = session.arguments.values(of: service)
    for typed in services where !typed.hasWords {
      throw CommandFailure(session.arguments.failure(.invalidValue(service, typed, expected: "a name")))
    }
    // An objective that is not there for a typing error would count as kept.
    guard let heads = try session.headsForFigures(restingOn: settings) else { return }
    try Metrics.require(
      services, "service",
      among: heads.snapshots.flatMap(\.services) + config.services.keys + config.objectives.map(\.service))
    let answer = session.report(on: period, of: heads, filter: MetricsFilter(services: services), config, zone)
    if wantsJSON { return session.say(json: ReportDocument.json(answer)) }
    let library = try session.templates(for: "report")
    let text = try session.rendering { () throws(TemplateError) in
      try library.render("report", with: ReportContext(answer).value) ?? ""
    }
    session.say(document: text)
  }

  /// What a report rests on: budgets, and whose hours were out of hours.
  static let settings = BudgetObjectives.settings.union(["workingHours"])

  private static func wantsJSON(_ session: Session) throws(CommandFailure) -> Bool {
    let typed = try session.arguments.word(format, among: ["markdown", "json"]) { word in
      ["markdown", "json"].first { $0 == word.lowercased() }
    }
    if session.wantsJSON, typed == "markdown" {
      throw CommandFailure(session.arguments.failure(.conflict(format, GlobalOptions.json)))
    }
    return session.wantsJSON || typed == "json"
  }
}

extension Session {
  /// The report on a period, over the heads of the records alone.
  func report(
    on period: ReportPeriod, of heads: StoreHeads, filter: MetricsFilter = MetricsFilter(), _ config: Config,
    _ zone: (name: String, rules: TimeZoneRules)
  ) -> ReportAnswer {
    let setting = MetricsSetting(now: now, policy: config.policy, zone: zone.rules, hours: config.workingHours)
    let services = Set(filter.services.compactMap(PrecedentQuery.label))
    return ReportAnswer(
      heads.snapshots, on: period, filter: filter, setting, zone: zone.name, unreadable: heads.failures.count,
      objectives: config.objectives.filter { objective in
        services.isEmpty || PrecedentQuery.label(objective.service).map(services.contains) ?? false
      }, runbooks: teamRunbooks)
  }

  /// What the template is told of a period; of last month where none is named.
  func reportContext(_ typed: String?) throws(CommandFailure) -> MustacheValue {
    let config = try config()
    let zone = try timeZone(of: config)
    let period = try ReportPeriod(typed: typed ?? "last-month", self, in: zone.rules)
    let heads = try headsForFigures(restingOn: Report.settings) ?? StoreHeads()
    return ReportContext(report(on: period, of: heads, config, zone)).value
  }
}
