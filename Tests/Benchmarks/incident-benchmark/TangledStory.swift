import IncidentCore

/// What happened in one made-up incident that is hard to measure: events in odd orders, corrected and taken back,
/// milestones that are missing or cannot be, impact that comes and goes.
struct TangledStory {
  /// How far it came.
  enum Ending {
    case active, resolved, closed, cancelled
  }

  /// What is settled before it is told.
  struct Setting {
    let id: IncidentID
    let declared: Timestamp
    let services: [String]
    let kind: IncidentKind
    let ending: Ending
    /// What it may be a duplicate of.
    let original: IncidentID?
  }

  let setting: Setting
  var random: SeededGenerator
  var now: Timestamp
  private(set) var severity = Severity.sev3
  private var due: Timestamp?
  private(set) var events: [Event] = []

  init(_ setting: Setting, seed: UInt64) {
    self.setting = setting
    random = SeededGenerator(seed: seed)
    now = setting.declared
  }

  /// The events, in no order.
  mutating func told() -> [Event] {
    declare()
    if random.happens(85) { acknowledge() }
    staff()
    work(random.number(1...6))
    switch setting.ending {
    case .active: break
    case .cancelled:
      cancel()
      if random.happens(20) {
        reopen()
        resolve()
      }
    case .resolved, .closed:
      recover()
      while random.happens(15) {
        reopen()
        work(random.number(1...3))
        recover()
      }
      if random.happens(15) { correct() }
      if random.happens(10) { tell(.updated(Updated(message: "counted", impactPercent: percent()))) }
      if random.happens(4) { cancel() }
      followUp()
      learn()
      if setting.ending == .closed { tell(.closed(Closed()), after: 600...200_000) }
      if setting.ending == .closed, random.happens(6) {
        reopen()
        recover()
      }
    }
    takeBack()
    return events.filter { $0.at.seconds <= History.clock }
  }

  /// Puts it on the timeline, so many seconds after the event before; where `back` says so, it is told of a moment that
  /// much earlier, as `--at` does.
  @discardableResult
  mutating func tell(_ body: EventBody, after wait: ClosedRange<Int> = 20...2_400, back: Int = 0) -> EventID {
    if !events.isEmpty { now = now.adding(random.number(wait)) }
    let milliseconds = UInt64(now.seconds) * 1_000 + UInt64(random.number(0...999))
    let id = EventID(milliseconds: milliseconds, after: events.last?.id, random: &random)
    events.append(Event(id: id, at: now.adding(-back), by: person(), body: body))
    return id
  }

  mutating func person() -> String {
    random.pick(Array(Words.people.prefix(8)))
  }

  mutating func percent() -> Percentage? {
    Percentage(random.pick([0, 1, 5, 10, 20, 25, 33, 50, 75, 90, 100]))
  }

  // MARK: The response

  private mutating func declare() {
    severity = random.pick([.sev1, .sev1, .sev2, .sev2, .sev2, .sev2, .sev3, .sev3, .sev3, .sev3, .sev3, .sev4])
    let declared = setting.declared
    // Mostly in order; now and then the impact begins after it was noticed, or after the declaration.
    let started = declared.adding(-random.number(random.happens(5) ? -900...0 : 60...9_000))
    let detected = random.happens(5) ? started.adding(-300) : started.adding(random.number(0...1_200))
    due = nextDue(after: declared)
    tell(
      .declared(
        Declared(
          title: random.pick(Words.symptoms), severity: severity, services: setting.services,
          impactPercent: random.happens(40) ? percent() : nil, kind: setting.kind,
          started: random.happens(80) ? started : nil, detected: random.happens(75) ? detected : nil,
          nextUpdateDue: due)))
  }

  private mutating func acknowledge() {
    // Some answer the page before anybody declares an incident, or say so later.
    let back = random.happens(10) ? random.number(60...3_600) : 0
    tell(.acknowledged(Acknowledged()), after: random.happens(20) ? 900...20_000 : 10...1_200, back: back)
    if random.happens(10) { tell(.acknowledged(Acknowledged(message: "me too"))) }
  }

  private mutating func staff() {
    if random.happens(90) { tell(.assigned(Assigned(role: .incidentCommander, name: person())), after: 0...900) }
    for role in [Role.communicationsLead, .technicalLead, .scribe, .responder, .responder, .subjectMatterExpert]
    where random.happens(35) {
      tell(.assigned(Assigned(role: role, name: person())), after: 0...300)
    }
  }

  private mutating func work(_ steps: Int) {
    for _ in 0..<steps {
      switch random.number(1...12) {
      case 1...5: update()
      case 6: tell(.noted(Noted(message: random.pick(Words.findings))))
      case 7: handOver()
      case 8:
        tell(.released(Released(role: random.pick([.responder, .technicalLead, .incidentCommander]), name: person())))
      case 9:
        let next = random.pick(Severity.allCases.filter { $0 != severity })
        now = now.adding(random.number(60...1_800))
        due = nextDue(after: now, as: next)
        tell(.severityChanged(SeverityChanged(severity: next, from: severity, nextUpdateDue: due)), after: 0...0)
        severity = next
      case 10:
        tell(.updated(Updated(impactPercent: percent(), nextUpdateDue: nextDue(after: now.adding(60)))), after: 60...60)
      case 11 where random.happens(50): correct()
      default:
        // Ten hours in which nobody says anything, at night as well.
        if random.happens(40) { now = now.adding(random.number(7_200...36_000)) }
      }
    }
  }

  /// In time or late; some without a word about when the next one comes.
  private mutating func update() {
    if let due, due > now {
      let wait = due.seconds(since: now)
      now = random.happens(70) ? now.adding(random.number(0...wait)) : due.adding(random.number(1...7_200))
    }
    due = random.happens(85) ? nextDue(after: now) ?? (random.happens(30) ? now.adding(5_400) : nil) : nil
    let status: Status? = random.happens(40) ? random.pick([.investigating, .mitigating, .monitoring]) : nil
    tell(
      .updated(
        Updated(
          message: random.pick(Words.steps), status: status, impactPercent: random.happens(15) ? percent() : nil,
          cause: random.happens(10) ? cause() : nil, nextUpdateDue: due)), after: 0...0)
  }

  private mutating func handOver() {
    let role: Role = random.pick([.incidentCommander, .incidentCommander, .technicalLead, .communicationsLead])
    tell(.assigned(Assigned(role: role, name: person(), from: person())))
  }

  private mutating func recover() {
    if random.happens(75) {
      tell(.mitigated(Mitigated(nextUpdateDue: nextDue(after: now.adding(1)))), back: random.happens(6) ? 30_000 : 0)
      work(random.number(0...3))
      if random.happens(15) {
        tell(
          .updated(Updated(message: "it is back", status: .investigating, nextUpdateDue: nextDue(after: now.adding(1))))
        )
        if random.happens(50) { tell(.mitigated(Mitigated())) }
      }
    }
    resolve()
  }

  private mutating func resolve() {
    tell(
      .resolved(Resolved(cause: random.happens(80) ? cause() : nil)),
      after: random.happens(15) ? 20_000...110_000 : 60...6_000,
      back: random.happens(4) ? 40_000 : 0)
    if random.happens(4) { tell(.resolved(Resolved(message: "resolved for me as well"))) }
    due = nil
  }

  private mutating func reopen() {
    now = now.adding(random.number(600...90_000))
    due = nextDue(after: now)
    tell(.reopened(Reopened(nextUpdateDue: due)), after: 0...0)
  }

  private mutating func cancel() {
    let original = setting.original
    tell(.cancelled(Cancelled(duplicateOf: random.happens(40) ? original : nil)))
    if random.happens(10) { tell(.cancelled(Cancelled(message: "see there", duplicateOf: original))) }
  }

  private func nextDue(after moment: Timestamp, as other: Severity? = nil) -> Timestamp? {
    Policy.standard.nextUpdateDue(other ?? severity, after: moment)
  }

  private mutating func cause() -> String { random.pick(Array(Words.causes.prefix(6))) }
}
