import IncidentCore

@testable import IncidentReports

/// Writes the timeline of an incident, ids made from a fixed seed.
struct IncidentWriter {
  let id: IncidentID
  private(set) var events: [Event] = []
  private var random: SplitMix64

  init(_ id: String, seed: UInt64 = 1) {
    self.id = IncidentID(id)!
    random = SplitMix64(seed: seed)
  }

  /// An event at `at`, recorded at once or at `recorded`.
  @discardableResult
  mutating func at(_ at: String, by: String, recorded: String? = nil, _ body: EventBody) -> EventID {
    let moment = Timestamp(at)
    let recorded = recorded.map { Timestamp($0) } ?? moment
    let id = EventID(milliseconds: UInt64(recorded.seconds) * 1_000, after: events.last?.id, random: &random)
    events.append(Event(id: id, at: moment, by: by, body: body))
    return id
  }

  var incident: Incident {
    get throws { try Incident(id: id, events: events) }
  }
}

extension Timestamp {
  /// `2026-11-20 22:47`, UTC.
  init(_ text: String) {
    self.init(rfc3339: text + "Z")!
  }
}

/// Incidents as they stand in the files that the pages are held against.
enum Sample {
  /// Closed, with follow-ups in every status.
  static func followedUp() throws -> Incident {
    var writer = IncidentWriter("INC-20261101-7QK4")
    writer.at("2026-11-01 10:00", by: "dana", .declared(Declared(title: "Orders are lost", severity: .sev3)))
    writer.at("2026-11-01 11:00", by: "dana", .resolved(Resolved()))
    let actions: [(title: String, owner: String?, due: String?, status: ActionStatus)] = [
      ("Alert on the age of the oldest message in the queue", "dana", "2026-11-18", .started),
      ("Bound the retries", "li", "2026-11-21", .open), ("Say in the runbook how to drain", nil, nil, .open),
      ("Two replicas", "bo", "2026-11-02", .done), ("A dead-letter queue", "bo", nil, .verified),
      ("Another broker", nil, nil, .dropped),
    ]
    for (number, action) in actions.enumerated() {
      let due = action.due.flatMap { CivilDate($0) }
      let added = ActionAdded(title: action.title, owner: action.owner, due: due)
      let id = writer.at("2026-11-01 12:0\(number)", by: "dana", .actionAdded(added))
      guard action.status != .open else { continue }
      writer.at("2026-11-01 12:30", by: "li", .actionChanged(ActionChanged(action: id, status: action.status)))
    }
    return try writer.incident
  }

  /// Under way: the commander speaks for the response too, a required chair is empty, the next update is overdue.
  static func monitoring() throws -> Incident {
    var writer = IncidentWriter("INC-20261120-7QK4")
    writer.at(
      "2026-11-20 22:47:09", by: "dana",
      .declared(
        Declared(
          title: "Payment latency above 5 s", severity: .sev3, services: ["payments", "checkout"],
          started: Timestamp("2026-11-20 22:41"), detected: Timestamp("2026-11-20 22:47"),
          nextUpdateDue: Timestamp("2026-11-21 02:47:09"))))
    writer.at("2026-11-20 22:48:30", by: "dana", .acknowledged(Acknowledged()))
    writer.at(
      "2026-11-20 22:49", by: "dana", .assigned(Assigned(role: .incidentCommander, name: "dana")))
    writer.at("2026-11-20 22:50", by: "dana", .assigned(Assigned(role: .communicationsLead, name: "dana")))
    writer.at(
      "2026-11-20 22:52", by: "dana",
      .severityChanged(
        SeverityChanged(
          severity: .sev2, from: .sev3, message: "Checkout fails, too.",
          nextUpdateDue: Timestamp("2026-11-20 23:22"))))
    let wrong = writer.at("2026-11-20 22:55", by: "li", .noted(Noted(message: "It is the load balancer.")))
    writer.at(
      "2026-11-20 22:58", by: "li",
      .updated(
        Updated(
          message: """
            The connection pool of payments-db is exhausted since the deploy of 22:38. We raise the limit, then roll back.
            Dashboards: payments-overview
            """, status: .mitigating, impact: "About 20 % of customers cannot check out", cause: "connection-pool",
          eta: Timestamp("2026-11-21 00:30"), nextUpdateDue: Timestamp("2026-11-20 23:28"))))
    writer.at(
      "2026-11-20 22:43", by: "王小明", recorded: "2026-11-20 23:20",
      .noted(Noted(message: "支付服务延迟升高 👩🏽‍💻 seen on the dashboard")))
    writer.at(
      "2026-11-20 23:02", by: "dana", .retracted(Retracted(event: wrong, message: "Ruled out by its logs.")))
    writer.at(
      "2026-11-21 00:02:10", by: "dana",
      .mitigated(Mitigated(message: "Limit raised.", nextUpdateDue: Timestamp("2026-11-21 00:32:10"))))
    return try writer.incident
  }

  /// Just declared, with nothing but a title, a minute ago.
  static func declared() throws -> Incident {
    var writer = IncidentWriter("INC-20261121-A0B1")
    writer.at(
      "2026-11-21 00:43", by: "dana",
      .declared(
        Declared(title: "Search returns nothing", severity: .sev1, nextUpdateDue: Timestamp("2026-11-21 00:58"))))
    return try writer.incident
  }

  /// A drill that was resolved, reopened and resolved again, its postmortem begun.
  static func reopenedDrill() throws -> Incident {
    var writer = IncidentWriter("INC-20261119-DR11")
    writer.at(
      "2026-11-19 09:00", by: "sam",
      .declared(Declared(title: "Region fail-over", severity: .sev2, services: ["edge"], kind: .drill)))
    writer.at("2026-11-19 09:04", by: "sam", .acknowledged(Acknowledged()))
    writer.at("2026-11-19 09:30", by: "sam", .resolved(Resolved(message: "Traffic is back.")))
    writer.at("2026-11-19 10:00", by: "sam", .reopened(Reopened(message: "Errors again.")))
    writer.at("2026-11-19 10:20", by: "sam", .resolved(Resolved(message: "Really.", cause: "dns")))
    writer.at("2026-11-19 11:00", by: "sam", .postmortem(PostmortemChanged(status: .draft)))
    return try writer.incident
  }

  /// Everything that a person could write is an attempt on the reader's terminal.
  static func hostile() throws -> Incident {
    let attack = "\u{1B}[2J\u{202E}evil\u{0}\nINC-20261121-FAKE  SEV4 low  closed"
    var writer = IncidentWriter("INC-20261121-EV1A")
    writer.at(
      "2026-11-21 00:10", by: attack,
      .declared(Declared(title: attack, severity: .sev2, services: [attack], impact: attack)))
    writer.at("2026-11-21 00:11", by: "dana", .assigned(Assigned(role: .incidentCommander, name: attack)))
    writer.at("2026-11-21 00:12", by: "dana", .assigned(Assigned(role: .communicationsLead, name: attack)))
    writer.at("2026-11-21 00:13", by: attack, .updated(Updated(message: attack, status: .mitigating, cause: attack)))
    return try writer.incident
  }

  /// Nobody's incident: cancelled as a duplicate.
  static func cancelled() throws -> Incident {
    var writer = IncidentWriter("INC-20261121-CA11")
    writer.at("2026-11-21 00:20", by: "li", .declared(Declared(title: "Slow checkout", severity: .sev3)))
    writer.at(
      "2026-11-21 00:25", by: "li",
      .cancelled(Cancelled(message: "Same fault.", duplicateOf: IncidentID("INC-20261120-7QK4"))))
    return try writer.incident
  }

  /// 00:44 UTC, after midnight of the incident that is being watched.
  static let now = Timestamp("2026-11-21 00:44:40")
}
