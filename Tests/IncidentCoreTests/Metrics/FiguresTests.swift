import IncidentCore
import Testing

@Suite struct FiguresTests {
  /// An incident of the 20th of November, its events at minutes after noon.
  private func snapshot(
    _ suffix: String, severity: Severity = .sev2, cause: String? = nil, services: [String] = [],
    kind: IncidentKind = .incident, started: Int? = nil, detected: Int? = nil, dueAt: Int? = nil,
    _ more: (minute: Int, body: EventBody)...
  ) throws -> Snapshot {
    let id = try #require(IncidentID("INC-20261120-\(suffix)"))
    let declared = Declared(
      title: "Slow", severity: severity, services: services, kind: kind, started: started.map(minute),
      detected: detected.map(minute), nextUpdateDue: dueAt.map(minute))
    var bodies: [(minute: Int, body: EventBody)] = [(0, .declared(declared))] + more
    if let cause { bodies.append((bodies.last?.minute ?? 0, .updated(Updated(cause: cause)))) }
    let events = bodies.enumerated().map { number, entry in
      Event(id: eventID(number + 1), at: minute(entry.minute), by: "dana", body: entry.body)
    }
    return try Incident(id: id, events: events).snapshot
  }

  private func minute(_ minute: Int) -> Timestamp { time("12:00").adding(minute * 60) }

  private func setting(at minute: Int = 600, policy: Policy = .standard) -> MetricsSetting {
    MetricsSetting(now: self.minute(minute), policy: policy, zone: .utc, hours: .standard)
  }

  private let acknowledged = EventBody.acknowledged(Acknowledged())
  private let resolved = EventBody.resolved(Resolved())

  @Test("nothing to measure is nil, never zero")
  func empty() throws {
    #expect(Figures(MetricsSelection([]), setting()) == nil)
    #expect(Figures(MetricsSelection([try snapshot("0001", kind: .drill)]), setting()) == nil)
    let only = try #require(Figures(MetricsSelection([try snapshot("0001")]), setting(at: 0)))
    #expect(only.incidents == 1 && only.times.isEmpty && only.actions == nil && only.postmortems == nil)
    #expect(only.updatesOnTime == nil && only.acknowledgedInTarget == nil && only.people.isEmpty)
  }

  @Test("cancelled incidents and drills count in no time, and are told apart")
  func cancelled() throws {
    let other = IncidentID("INC-20261119-0000")
    let selection = MetricsSelection([
      try snapshot("0001", (10, .cancelled(Cancelled()))),
      try snapshot("0002", (10, .cancelled(Cancelled(duplicateOf: other)))),
      try snapshot("0003", kind: .drill, (10, resolved)), try snapshot("0004", (30, resolved)),
    ])
    let figures = try #require(Figures(selection, setting()))
    #expect(figures.incidents == 1 && figures.falseAlarms == 1 && figures.duplicates == 1)
    #expect(selection.drills.count == 1)
    #expect(figures.times.first { $0.measure == .timeToResolve }?.summary.median == 1_800)
  }

  @Test("each measure is over the incidents that have it; a fallback and a reason are told")
  func times() throws {
    let selection = MetricsSelection([
      try snapshot("0001", started: -20, detected: -5, (5, acknowledged), (60, resolved)),
      try snapshot("0002", (1, acknowledged), (10, .mitigated(Mitigated())), (30, resolved)),
      try snapshot("0003", started: -10),
    ])
    let detect = selection.observations(of: .timeToDetect)
    #expect(detect.seconds == [900, 600])
    #expect(detect.all[1].notes == ["no detected: declared stands in"])
    #expect(detect.leftOut.map(\.reason) == ["no started, and nothing that could stand in"])
    #expect(selection.observations(of: .timeToAcknowledge).seconds == [600, 60])
    let mitigate = selection.observations(of: .timeToMitigate)
    #expect(mitigate.seconds == [4_800, 600])
    #expect(mitigate.all[0].notes == ["no mitigated: resolved stands in"])
    #expect(selection.observations(of: .timeToResolve).leftOut.map(\.incident.text) == ["INC-20261120-0003"])
    let figures = try #require(Figures(selection, setting()))
    #expect(figures.times.map(\.summary.count) == [2, 2, 2, 2])
  }

  @Test("an impossible time is left out with its reason, never clamped")
  func impossible() throws {
    let selection = MetricsSelection([try snapshot("0001", started: 40, (30, resolved))])
    let observations = selection.observations(of: .timeToResolve)
    #expect(observations.all.isEmpty)
    #expect(observations.leftOut.map(\.reason) == ["impossible: resolved comes before started"])
    #expect(selection.impossibleTimes.map(\.measure) == [.timeToDetect, .timeToMitigate, .timeToResolve])
  }

  @Test("acknowledged in target, by the severity it was declared with; one that is not due yet is left out")
  func acknowledgements() throws {
    // SEV2: within 15 minutes.
    let raised = EventBody.severityChanged(SeverityChanged(severity: .sev1))
    let selection = MetricsSelection([
      try snapshot("0001", (15, acknowledged)), try snapshot("0002", (16, acknowledged)),
      try snapshot("0003", (5, raised), (12, acknowledged)), try snapshot("0004", (20, resolved)),
      try snapshot("0005", detected: -10, (6, acknowledged)), try snapshot("0006", severity: .sev3),
    ])
    let observations = selection.acknowledgements(setting(at: 30))
    #expect(observations.all.map(\.isMet) == [true, false, true, false, false])
    #expect(Figures(selection, setting(at: 30))?.acknowledgedInTarget == Share(2, of: 5))
    #expect(observations.leftOut.count == 1)
  }

  @Test("updates in time, and the one that has not come")
  func updates() throws {
    let selection = MetricsSelection([
      try snapshot("0001", dueAt: 30, (20, .updated(Updated(message: "x", nextUpdateDue: minute(50)))), (55, resolved)),
      try snapshot("0002", dueAt: 30), try snapshot("0003", (5, resolved)),
    ])
    #expect(Figures(selection, setting(at: 60))?.updatesOnTime == Share(1, of: 3))
    #expect(Figures(selection, setting(at: 30))?.updatesOnTime == Share(1, of: 2))
    #expect(selection.updates(setting()).leftOut.count == 1)
  }

  @Test("time at each severity goes by the stretches of the response, what goes on until now")
  func severities() throws {
    let selection = MetricsSelection([
      try snapshot(
        "0001", severity: .sev3, (10, .severityChanged(SeverityChanged(severity: .sev1))), (30, resolved),
        (50, .reopened(Reopened())), (60, resolved)),
      try snapshot("0002", severity: .sev3),
    ])
    let figures = try #require(Figures(selection, setting(at: 100)))
    #expect(figures.severitySeconds.map(\.severity) == [.sev1, .sev3])
    #expect(figures.severitySeconds.map(\.seconds) == [1_800, 600 + 6_000])
    #expect(figures.severities.map(\.count) == [1, 1])
    #expect(figures.reopened == (1, 1))
  }

  @Test("the same cause on the same service is a repeat, however it is written")
  func repeats() throws {
    let selection = MetricsSelection([
      try snapshot("0001", cause: "Pool", services: ["pay", "api"]),
      try snapshot("0002", cause: "pool", services: ["Pay"]),
      try snapshot("0003", cause: "pool", services: ["web"]), try snapshot("0004", services: ["pay"]),
    ])
    #expect(selection.repeats.map { "\($0.cause) \($0.service) \($0.incidents.count)" } == ["Pool pay 2"])
    let figures = try #require(Figures(selection, setting()))
    #expect(figures.services.map { "\($0.service) \($0.count)" } == ["pay 3", "api 1", "web 1"])
  }

  @Test("postmortems that the policy requires: published in time, late, missing, not due yet")
  func postmortems() throws {
    func published(_ minute: Int) -> (minute: Int, body: EventBody) {
      (minute, .postmortem(PostmortemChanged(status: .published)))
    }
    let selection = MetricsSelection([
      try snapshot("0001", (10, resolved), published(20)),
      try snapshot("0002", (10, resolved), published(10 + 72 * 60 + 1)),
      try snapshot("0003", (10, resolved)), try snapshot("0004", severity: .sev3, (10, resolved), published(20)),
      try snapshot("0005", (9_000, resolved)), try snapshot("0006"),
    ])
    let figures = try #require(Figures(selection, setting(at: 9_010)))
    let count = try #require(figures.postmortems)
    #expect(count.owed == 3 && count.published == 2 && count.inTime == 1 && count.late == 2)
  }

  @Test("follow-ups by how far they are and whether they were done by their day")
  func actions() throws {
    func added(_ due: String?) -> (minute: Int, body: EventBody) {
      (1, .actionAdded(ActionAdded(title: "Alert", due: due.map(date))))
    }
    func moved(_ number: Int, _ status: ActionStatus, at minute: Int) -> (minute: Int, body: EventBody) {
      (minute, .actionChanged(ActionChanged(action: eventID(number), status: status)))
    }
    // Events 2 to 6 add, at noon of the 20th; 720 minutes later it is the 21st.
    let selection = MetricsSelection([
      try snapshot(
        "0001", added("2026-11-20"), added("2026-11-20"), added(nil), added("2026-11-20"), added("2026-11-21"),
        moved(2, .done, at: 10), moved(2, .verified, at: 20), moved(3, .done, at: 720), moved(4, .done, at: 10),
        moved(5, .dropped, at: 10))
    ])
    let count = try #require(Figures(selection, setting(at: 720 + 24 * 60))?.actions)
    #expect(count.total == 5 && count.done == 3 && count.inTime == 1 && count.verified == 1)
    #expect(count.dropped == 1 && count.overdue == 1)
  }

  @Test("moments on duty count once, whoever holds whatever in however many incidents")
  func people() throws {
    func commands(_ name: String) -> EventBody { .assigned(Assigned(role: .incidentCommander, name: name)) }
    let selection = MetricsSelection([
      try snapshot("0001", (0, acknowledged), (0, commands("dana")), (60, commands("li")), (120, resolved)),
      try snapshot("0002", (30, acknowledged), (90, resolved)),
      try snapshot("0003", (0, commands("li"))),
    ])
    // It is a Friday: work ends at 18:00, 360 minutes after noon.
    let people = try #require(Figures(selection, setting(at: 420))).people
    #expect(people.map(\.name) == ["li", "dana"])
    #expect(people[0].incidents == 2 && people[0].secondsOnDuty == 420 * 60)
    #expect(people[0].secondsOutOfHours == 60 * 60)
    #expect(people[0].roles.map(\.incidents) == [2])
    #expect(people[1].incidents == 2 && people[1].secondsOnDuty == 120 * 60 && people[1].secondsOutOfHours == 0)
    #expect(people[1].roles.map(\.role) == [.incidentCommander] && people[1].roles.map(\.incidents) == [1])
  }

  @Test("groups by month have the empty ones between, by severity the worst first, by service an incident twice")
  func groups() throws {
    func declared(_ suffix: String, _ text: String, _ severity: Severity, _ services: [String]) throws -> Snapshot {
      let id = try #require(IncidentID("INC-20261120-\(suffix)"))
      let body = EventBody.declared(Declared(title: "Slow", severity: severity, services: services))
      return try Incident(id: id, events: [Event(id: eventID(1), at: time(text), by: "dana", body: body)]).snapshot
    }
    let all = [
      try declared("0001", "2026-08-31T23:30:00Z", .sev3, ["pay", "api"]),
      try declared("0002", "2026-11-01T00:00:00Z", .sev1, ["pay"]),
      try declared("0003", "2026-11-02T00:00:00Z", .sev3, []),
    ]
    let setting = setting()
    func keys(_ grouping: MetricsGrouping, _ scope: MetricsScope = MetricsScope()) -> [String] {
      grouping.groups(all, in: scope, setting).map { "\($0.key ?? "-") \($0.selection.counted.count)" }
    }
    #expect(keys(.month) == ["2026-08 1", "2026-09 0", "2026-10 0", "2026-11 2"])
    #expect(keys(.quarter) == ["2026-Q3 1", "2026-Q4 2"])
    #expect(keys(.severity) == ["SEV1 1", "SEV3 2"])
    #expect(keys(.service) == ["pay 2", "api 1", "- 1"])
    #expect(keys(.month, MetricsScope(since: time("2026-10-15T00:00:00Z"))) == ["2026-10 0", "2026-11 2"])
    #expect(keys(.commander) == ["- 3"])
    let berlin = try #require(TimeZoneRules(posix: "CET-1CEST,M3.5.0,M10.5.0/3"))
    let there = MetricsSetting(now: setting.now, policy: .standard, zone: berlin, hours: .standard)
    #expect(MetricsGrouping.month.groups(all, in: MetricsScope(), there).first?.key == "2026-09")
  }

  @Test("a scope holds what was declared in it: its first second, not its last")
  func scope() throws {
    let snapshot = try snapshot("0001", cause: "Connection pool", services: ["Pay"])
    #expect(MetricsScope(since: minute(0), until: minute(1)).includes(snapshot))
    #expect(!MetricsScope(since: minute(-1), until: minute(0)).includes(snapshot))
    #expect(MetricsScope(severities: [.sev2], services: ["pay"], causes: ["connection-pool"]).includes(snapshot))
    #expect(
      !MetricsScope(severities: [.sev1]).includes(snapshot) && !MetricsScope(services: ["payments"]).includes(snapshot))
    #expect(!MetricsScope(causes: ["pool"]).includes(snapshot))
  }

  @Test(
    "shares are rounded to a tenth of a percent, half up",
    arguments: [(10, 12, 833), (1, 3, 333), (2, 3, 667), (1, 8, 125), (1, 2_000, 1), (0, 5, 0), (5, 5, 1_000)])
  func shares(count: Int, total: Int, permille: Int) {
    #expect(Share(count, of: total)?.permille == permille)
    #expect(Share(0, of: 0) == nil && Share(2, of: 1) == nil)
  }
}
