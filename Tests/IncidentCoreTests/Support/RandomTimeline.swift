import IncidentCore
import JSONTree

/// Makes timelines of every kind of event, at few distinct times and by few people so that they collide, with texts
/// from outside that mean harm. Equal seeds make equal timelines.
struct RandomTimeline {
  var random: SeededRandom

  /// Texts that break what is careless: empty, control and bidirectional characters, JSON, canonical twins, long ones.
  static let hostileTexts = [
    "", " ", "dana", "é", "e\u{301}", "\u{0}", "\u{1B}[2J\u{7}", "\u{202E}gpj.exe", "\"}, {\"id\": \"", "\\u0000\\",
    "line\r\nbreak\u{2028}", "👩‍👩‍👧‍👦", "日本語", "[redacted]", "null", "SEV1", "{{title}}", "<!-- -->", "\u{FEFF}mark",
    String(repeating: "長", count: 40),
  ]

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
  }

  /// An incident of one declaration and up to `count` other events.
  mutating func incident(upTo count: UInt64 = 9) throws -> Incident {
    try Incident(id: .sample, events: events(upTo: count))
  }

  /// A declaration, then up to `count` events that may refer to earlier ones, declare again, or be of unknown types.
  mutating func events(upTo count: UInt64 = 9) throws -> [Event] {
    var events = [event(.declared(declaration()))]
    for _ in 0..<(random.next() % (count + 1)) { events.append(try self.event(after: events)) }
    return events
  }

  /// Up to `count` events as another clone of `events` would add them: no id is there twice.
  mutating func additions(to events: [Event], upTo count: UInt64 = 4) throws -> [Event] {
    var all = events
    for _ in 0..<(random.next() % (count + 1)) { all.append(try event(after: all)) }
    return Array(all.dropFirst(events.count))
  }

  mutating func event(after events: [Event]) throws -> Event {
    if random.once(in: 12) {
      var json = event(.noted(Noted(message: text()))).json
      json["type"] = .string(random.pick(["pagerFired", "", "Declared", "severityChanged"]))
      json["x-\(random.next() % 3)"] = [.string(text()), 15, ["deep": true]]
      return try Event(json: json)
    }
    return event(body(after: events))
  }

  private mutating func event(_ body: EventBody) -> Event {
    let id = EventID(milliseconds: 1_795_214_820_000 + random.next() % 100_000, random: &random)
    return Event(id: id, at: moment(), by: text(), body: body)
  }

  private mutating func body(after events: [Event]) -> EventBody {
    switch random.next() % 24 {
    case 0: .declared(declaration())
    case 1: .acknowledged(Acknowledged(message: maybeText()))
    case 2, 3:
      .updated(
        Updated(
          message: maybeText(), status: random.maybe([.investigating, .mitigating, .monitoring]), impact: maybeText(),
          impactPercent: random.maybe([0, 20, 100]).flatMap { Percentage($0) },
          publicTitle: maybeText(), publicImpact: maybeText(), cause: maybeText(), eta: maybeMoment(),
          isPublic: random.once(in: 2), isUnchanged: random.once(in: 4), nextUpdateDue: maybeMoment()))
    case 4:
      random.once(in: 2)
        ? .noted(Noted(message: text()))
        : .communicated(
          Communicated(
            audience: random.pick(Audience.allCases), format: "slack", channel: maybeText(), message: text()))
    case 5:
      .severityChanged(
        SeverityChanged(
          severity: random.pick(Severity.allCases), from: random.maybe(Severity.allCases), message: maybeText(),
          nextUpdateDue: maybeMoment()))
    case 6, 7: .assigned(Assigned(role: random.pick(Role.allCases), name: text(), from: maybeText()))
    case 8: .released(Released(role: random.pick(Role.allCases), name: text()))
    case 9: .mitigated(Mitigated(message: maybeText(), nextUpdateDue: maybeMoment()))
    case 10: .resolved(Resolved(message: maybeText(), cause: maybeText()))
    case 11: .reopened(Reopened(message: maybeText(), nextUpdateDue: maybeMoment()))
    case 12: .cancelled(Cancelled(message: maybeText(), duplicateOf: random.maybe([.sample])))
    case 13: .closed(Closed(message: maybeText(), isForced: random.once(in: 2)))
    case 14: .postmortem(PostmortemChanged(status: random.pick(PostmortemStatus.allCases)))
    case 15:
      .actionAdded(
        ActionAdded(
          title: text(), kind: random.maybe(ActionKind.allCases), owner: maybeText(), due: maybeDay(),
          priority: random.maybe(ActionPriority.allCases), link: maybeText()))
    case 16, 17:
      .actionChanged(
        ActionChanged(
          action: action(of: events), status: random.maybe(ActionStatus.allCases), title: maybeText(),
          kind: random.maybe(ActionKind.allCases), owner: maybeText(), due: maybeDay(),
          priority: random.maybe(ActionPriority.allCases), link: maybeText(), message: maybeText()))
    case 19: .alerted(alert())
    case 20: .ran(Ran(command: text(), status: random.maybe([0, 1, 127]), seconds: 3, output: maybeText()))
    case 21: .runbookStarted(RunbookStarted(runbook: text(), title: maybeText(), steps: [text(), text()]))
    case 22:
      .runbookStepped(
        RunbookStepped(
          runbook: text(), step: random.pick([0, 1, 2, 3]), outcome: random.pick(RunbookStepped.Outcome.allCases),
          message: maybeText()))
    case 23: .runbookReviewed(RunbookReviewed(runbook: text(), isHelpful: random.once(in: 2), message: maybeText()))
    case 18: .retracted(Retracted(event: random.pick(events).id, message: maybeText()))
    default: .redacted(Redacted(event: random.pick(events).id, message: maybeText()))
    }
  }

  /// An event that added a follow-up where there is one, else any.
  private mutating func action(of events: [Event]) -> EventID {
    let added = events.filter { if case .actionAdded = $0.body { true } else { false } }
    return random.pick(added.isEmpty ? events : added).id
  }

  private mutating func alert() -> Alerted {
    var alert = EventKindTests.sampleAlert
    alert.source = random.pick(AlertSource.allCases)
    alert.state = random.pick(Alerted.State.allCases)
    alert.title = text()
    alert.summary = maybeText()
    alert.labels = [AlertLabel(name: text(), value: text())]
    return alert
  }

  private mutating func declaration() -> Declared {
    Declared(
      title: text(), severity: random.pick(Severity.allCases), services: random.once(in: 2) ? [text(), text()] : [],
      impact: maybeText(), kind: random.pick(IncidentKind.allCases), started: maybeMoment(), detected: maybeMoment(),
      nextUpdateDue: maybeMoment())
  }

  mutating func text() -> String { random.pick(Self.hostileTexts) }
  private mutating func maybeText() -> String? { random.maybe(Self.hostileTexts) }
  private mutating func maybeMoment() -> Timestamp? { random.once(in: 4) ? nil : moment() }

  private mutating func maybeDay() -> CivilDate? { random.maybe([date("2026-11-20"), date("2026-12-04")]) }

  /// One of eight moments, so that many are the same.
  private mutating func moment() -> Timestamp { time("22:47").adding(Int(random.next() % 8) * 90) }
}
