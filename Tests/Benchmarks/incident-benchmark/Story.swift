import IncidentCore

/// What happened in one made-up incident, told as the events of its timeline.
struct Story {
  /// How far it came.
  enum Ending {
    case active, resolved, closed, cancelled
  }

  let ending: Ending
  let declared: Timestamp
  var random: SeededGenerator
  private var now: Timestamp
  private var events: [Event] = []
  private var severity = Severity.sev3

  init(ending: Ending, declared: Timestamp, random: SeededGenerator) {
    self.ending = ending
    self.declared = declared
    self.random = random
    now = declared
  }

  /// Twelve to twenty events, about 5 KB as a file.
  mutating func told() -> [Event] {
    begin()
    switch ending {
    case .active:
      // Nobody has begun to respond, so that an acknowledgement is news.
      discuss(random.number(11...15))
    case .cancelled:
      respond()
      discuss(random.number(8...10))
      tell(.cancelled(Cancelled(message: random.pick(Words.falseAlarms))))
    case .resolved, .closed:
      respond()
      discuss(random.number(3...5))
      mitigate()
      discuss(random.number(2...3))
      resolve()
      if ending == .closed { settle() }
    }
    return events
  }

  private mutating func begin() {
    severity = random.pick([.sev1, .sev2, .sev2, .sev3, .sev3, .sev3, .sev4])
    let service = random.pick(Words.services)
    var services = [service]
    if random.happens(40) { services.append(random.pick(Words.services.filter { $0 != service })) }
    let isPlayed = ending != .active && random.happens(3)
    tell(
      .declared(
        Declared(
          title: "\(random.pick(Words.symptoms)) in \(service)", severity: severity, services: services,
          impact: random.pick(Words.impacts), kind: isPlayed ? .drill : .incident,
          started: declared.adding(-random.number(300...1_500)), detected: declared.adding(-random.number(10...240)),
          nextUpdateDue: declared.adding(1_800))))
  }

  private mutating func respond() {
    tell(.acknowledged(Acknowledged()))
    let people = Words.people.shuffled(using: &random)
    tell(.assigned(Assigned(role: .incidentCommander, name: people[0])))
    if severity <= .sev3 { return }
    tell(.assigned(Assigned(role: .communicationsLead, name: people[1])))
    if random.happens(60) { tell(.assigned(Assigned(role: .technicalLead, name: people[2]))) }
    if random.happens(10) { tell(.released(Released(role: .communicationsLead, name: people[1]))) }
    if random.happens(20) {
      tell(.assigned(Assigned(role: .incidentCommander, name: people[3], from: people[0])))
    }
  }

  private mutating func discuss(_ count: Int) {
    for _ in 0..<count {
      let words = "\(random.pick(Words.findings)) \(random.pick(Words.steps))"
      switch random.number(1...10) {
      case 1...5:
        tell(.noted(Noted(message: words)))
      case 6...9 where ending != .active:
        tell(
          .updated(
            Updated(
              message: words, status: random.happens(40) ? random.pick([.investigating, .mitigating]) : nil,
              eta: random.happens(20) ? now.adding(3_600) : nil, isPublic: random.happens(30),
              nextUpdateDue: now.adding(1_800))))
      case 10 where ending != .active:
        let other: Severity = severity == .sev2 ? .sev3 : .sev2
        tell(.severityChanged(SeverityChanged(severity: other, from: severity, message: words)))
        severity = other
      default:
        tell(.noted(Noted(message: words)))
      }
    }
    if random.happens(8), let last = events.last, case .noted = last.body {
      tell(.retracted(Retracted(event: last.id, message: "meant for another incident")))
    }
    if random.happens(2), let last = events.last, case .noted = last.body {
      tell(.redacted(Redacted(event: last.id, message: "held a password")))
    }
  }

  private mutating func mitigate() {
    tell(.mitigated(Mitigated(message: random.pick(Words.steps), nextUpdateDue: now.adding(1_800))))
  }

  private mutating func resolve() {
    tell(.resolved(Resolved(message: random.pick(Words.resolutions), cause: random.pick(Words.causes))))
    if random.happens(7) {
      tell(.reopened(Reopened(message: random.pick(Words.findings), nextUpdateDue: now.adding(1_800))))
      mitigate()
      tell(.resolved(Resolved(message: random.pick(Words.resolutions), cause: random.pick(Words.causes))))
    }
  }

  private mutating func settle() {
    if severity >= .sev2 {
      for status in PostmortemStatus.allCases {
        now = now.adding(random.number(3_600...7_200))
        tell(.postmortem(PostmortemChanged(status: status)))
      }
    }
    tell(.closed(Closed()))
  }

  /// Puts it on the timeline, some minutes after the event before.
  private mutating func tell(_ body: EventBody) {
    if !events.isEmpty { now = now.adding(random.number(30...600)) }
    let milliseconds = UInt64(now.seconds) * 1_000 + UInt64(random.number(0...999))
    let id = EventID(milliseconds: milliseconds, after: events.last?.id, random: &random)
    events.append(Event(id: id, at: now, by: random.pick(Words.people), body: body))
  }
}
