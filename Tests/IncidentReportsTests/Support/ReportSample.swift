import IncidentCore
import Testing

@testable import IncidentReports

/// Incidents of several months of 2024, for reports.
struct ReportSample {
  private(set) var snapshots: [Snapshot] = []
  /// What is promised.
  var objectives: [ServiceObjective] = []
  private var random = SplitMix64(seed: 1)
  /// What stands for each text of a record.
  let word: (String) -> String

  /// No incidents yet; every text goes through `word`.
  init(word: @escaping (String) -> String = { $0 }) {
    self.word = word
  }

  /// Adds one that was declared at a moment, acknowledged after 5 minutes and resolved after so many.
  mutating func add(
    _ moment: String, _ title: String, severity: Severity = .sev2, minutes: Int?, cause: String? = "pool",
    service: String = "payments", commander: String = "dana", kind: IncidentKind = .incident, _ more: EventBody...
  ) throws {
    let at = try #require(Timestamp(rfc3339: moment))
    let declared = Declared(title: word(title), severity: severity, services: [word(service)], kind: kind)
    var bodies: [(minute: Int, body: EventBody)] = [
      (0, .declared(declared)), (5, .acknowledged(Acknowledged())),
      (5, .assigned(Assigned(role: .incidentCommander, name: word(commander)))),
    ]
    bodies += more.map { (6, $0) }
    if let cause { bodies.append((10, .updated(Updated(cause: word(cause))))) }
    if let minutes { bodies.append((minutes, .resolved(Resolved()))) }
    var events: [Event] = []
    for (minute, body) in bodies {
      let moment = at.adding(minute * 60)
      let id = EventID(milliseconds: UInt64(moment.seconds) * 1_000, after: events.last?.id, random: &random)
      events.append(Event(id: id, at: moment, by: word(commander), body: body))
    }
    snapshots.append(try Incident(id: IncidentID(on: at, random: &random), events: events).snapshot)
  }

  /// The report on a period, by the clocks of Berlin, at noon of 20 July 2024.
  func report(_ typed: String, services: [String] = [], runbooks: [String] = []) throws -> ReportAnswer {
    let now = try #require(Timestamp(rfc3339: "2024-07-20T12:00:00Z"))
    let zone = try #require(TimeZoneRules(posix: "CET-1CEST,M3.5.0,M10.5.0/3"))
    let period = try #require(Period(typed: typed, now: now, in: zone))
    let setting = MetricsSetting(now: now, policy: .standard, zone: zone, hours: .standard)
    return ReportAnswer(
      snapshots, on: ReportPeriod(period, in: zone), filter: MetricsFilter(services: services), setting,
      zone: "Europe/Berlin", unreadable: 1, objectives: objectives, runbooks: runbooks)
  }

  /// A year's first half: a quiet spring, a busy June with everything in it.
  static func halfYear(word: @escaping (String) -> String = { $0 }) throws -> ReportSample {
    var sample = ReportSample(word: word)
    try sample.add("2024-02-10T10:00:00Z", "Disk full", severity: .sev3, minutes: 200, service: "search")
    for day in 1...6 {
      try sample.add("2024-05-0\(day)T09:00:00Z", "Slow in May", minutes: 60 + day, cause: "deploy")
    }
    // Midnight of the first of June in Berlin.
    try sample.add("2024-05-31T22:00:00Z", "Slow checkout", severity: .sev1, minutes: 90)
    try sample.add("2024-06-10T09:00:00Z", "Slow again", minutes: 30, commander: "li")
    for day in 12...15 {
      try sample.add("2024-06-\(day)T09:00:00Z", "Search down", severity: .sev3, minutes: 20, service: "search")
    }
    let action = ActionAdded(
      title: word("Alert on the pool"), owner: word("li"), due: CivilDate("2024-07-01"), link: word("http://e.io"))
    try sample.add("2024-06-20T19:00:00Z", "Pool empty", minutes: nil, cause: nil, .actionAdded(action))
    try sample.add("2024-06-21T10:00:00Z", "Exercise", minutes: 10, kind: .drill)
    try sample.add("2024-06-22T10:00:00Z", "Nothing", severity: .sev3, minutes: nil, .cancelled(Cancelled()))
    sample.objectives = [
      ServiceObjective(service: word("payments"), objective: try #require(Objective(millionths: 99_000_000))),
      ServiceObjective(
        service: word("search"), objective: try #require(Objective(millionths: 99_900_000)), window: .month),
    ]
    return sample
  }
}
