import CommandArguments
import IncidentCore
import IncidentExchange
import IncidentReports
import IncidentStore
import JSONTree

/// `incident metrics`: what was measured, over which incidents, and whether a change is more than noise.
enum Metrics {
  static let since = Option.value(
    "since", "TIME", help: "Declared then or later: 90d, 2026-10-01, 2026-Q3, last-month")
  static let until = Option.value("until", "TIME", help: "Declared before then; of a period, before its end")
  static let severity = Option.repeated(
    "severity", short: "s", "LEVEL", help: "Only these: 1 to 4, or SEV2, P2, major …")
  static let service = Option.repeated("service", "NAME", help: "Only those that hit this service")
  static let cause = Option.repeated("cause", "LABEL", help: "Only those with this cause")
  static let by = Option.value(
    "by", "WHAT", help: "Told apart by what", candidates: .words(MetricsGrouping.allCases.map(\.rawValue)))
  static let explain = Option.flag(
    "explain", help: "Each figure's formula, each incident's share in it, and what is left out")
  static let compare = Option.value(
    "compare", "PERIOD",
    help: "Against last-quarter, 2026-Q3, …; before: as long, up to --since")

  static let syntax = CommandSyntax(
    "metrics", summary: "Measure: how fast, how often, how much on whom, and whether it changed",
    discussion: [
      "Times to detect, acknowledge, mitigate and resolve; shares in target and in time; repeated causes; follow-ups; load "
        + "on people. An incident belongs to the period in which it was declared; periods are cut in the team's time zone. "
        + "Drills and cancelled incidents never count.",
      "A record that cannot be read is told and left out, and a setting has its default, with exit status 3; --strict "
        + "gives no answer then.",
    ],
    options: [since, until, severity, service, cause, by, compare, explain, FigureFormat.option, FigureFormat.strict],
    examples: [
      Example("incident metrics --since 90d --by month", "A quarter, month by month"),
      Example("incident metrics --compare last-quarter", "This quarter against the last one"),
      Example("incident metrics --service payments --explain", "Each number, to be checked by hand"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    let format = try FigureFormat(session)
    let arguments = session.arguments
    let config = try session.config()
    let zone = try session.timeZone(of: config)
    let setting = MetricsSetting(
      now: session.now, policy: config.policy, zone: zone.rules, hours: config.workingHours)
    let filter = try filter(arguments)
    let periods = try MetricsPeriods(arguments, now: session.now, zone: zone.rules)
    let grouping = try arguments.word(by, among: MetricsGrouping.allCases.map(\.rawValue)) {
      MetricsGrouping(rawValue: $0.lowercased())
    }
    guard var heads = try session.headsForFigures(restingOn: ["policy", "timeZone", "workingHours"]) else { return }
    try require(filter, in: heads.snapshots, config)
    let scope = MetricsScope(
      since: periods.since, until: periods.until, severities: Set(filter.severities), services: filter.services,
      causes: filter.causes)
    let answer = MetricsAnswer(
      heads.takeSnapshots(), in: scope, filter: filter, setting, zone: zone.name, unreadable: heads.failures.count,
      by: grouping, against: periods.earlier.map { scope.during($0.since, $0.until) },
      isExplained: arguments.has(explain))
    switch format {
    case .text: session.say(MetricsPage(answer, width: session.outputStyle.columns).lines)
    case .json: session.say(json: MetricsDocument.json(answer))
    case .csv:
      session.say(
        document: MetricsCSV.text(answer.rows.map { [$0.group, $0.figure, $0.subject, $0.statistic, $0.value] }))
    case .markdown: session.say(document: MetricsMarkdown.text(answer))
    }
  }

  private static func filter(_ arguments: Arguments) throws(CommandFailure) -> MetricsFilter {
    var severities: [Severity] = []
    for typed in arguments.values(of: severity) {
      severities.append(try arguments.word(severity, typed, among: Severity.typedWords, Severity.init(typed:)))
    }
    for option in [service, cause] {
      for typed in arguments.values(of: option) where !typed.hasWords {
        throw CommandFailure(arguments.failure(.invalidValue(option, typed, expected: "a name")))
      }
    }
    return MetricsFilter(
      severities: severities, services: arguments.values(of: service), causes: arguments.values(of: cause))
  }

  /// A filter that nothing could ever pass is misspelt.
  private static func require(
    _ filter: MetricsFilter, in snapshots: [Snapshot], _ config: Config
  ) throws(CommandFailure) {
    try require(filter.services, "service", among: snapshots.flatMap(\.services) + config.services.keys)
    try require(filter.causes, "cause", among: snapshots.compactMap(\.cause))
  }

  /// The same for one kind of name.
  static func require(
    _ typed: [String], _ what: String, among known: [String]
  ) throws(CommandFailure) {
    guard !typed.isEmpty else { return }
    let labels = Set(known.compactMap(PrecedentQuery.label))
    for word in typed {
      guard let label = PrecedentQuery.label(word), !labels.contains(label) else { continue }
      let nearest = nearestWord(to: label, among: labels.sorted())
      let name = nearest.flatMap { near in known.first { PrecedentQuery.label($0) == near } }
      throw .refused(
        "no incident has the \(what) \"\(word)\"" + (name.map { ". Did you mean \"\($0)\"?" } ?? ""),
        Hint("incident metrics --by \(what)", "shows which there are"))
    }
  }
}
