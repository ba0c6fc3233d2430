import IncidentCore
import Testing

/// The table of ``AlertIntake``, row by row.
@Suite struct AlertingTests {
  private func decide(
    _ notice: AlertNotice, among incidents: [Incident], resolves: Bool = false, now: String = "23:00"
  ) -> String {
    let intake = AlertIntake(notice, payload: nil, policy: .standard, resolves: resolves, now: time(now))
    switch intake.decide(among: incidents) {
    case .declare(let earlier, let intents):
      return "declare" + (earlier == nil ? "" : " after") + intents.map { " " + word($0) }.joined()
    case .record(_, let intents, let remarks):
      return (intents.map(word) + remarks.map(word)).joined(separator: " ")
    case .nothing(let idleness, let incident): return "nothing: \(idleness)" + (incident == nil ? "" : " here")
    }
  }

  private func word(_ intent: Intent) -> String {
    switch intent {
    case .alert(let alert): alert.state == .firing ? "fires" : "over"
    case .resolve: "resolve"
    case .reopen: "reopen"
    case .acknowledge: "ack"
    case .assign(let role, let name): "\(role.rawValue)=\(name)"
    case .note(let message): "note(\(message))"
    case .changeSeverity(let severity, _): severity.label
    default: "?"
    }
  }

  private func word(_ remark: AlertRemark) -> String {
    switch remark {
    case .isWorse(let severity, _): "worse:\(severity.label)"
    case .partlyOver: "partly"
    case .firesThoughResolved: "STILL"
    case .othersFire(let others): "others:\(others.map(\.key).joined(separator: ","))"
    case .mayBeResolved: "hint"
    }
  }

  /// An incident of 22:47 that knows these, and then came to that.
  private func known(_ notices: [AlertNotice], _ then: Event...) throws -> Incident {
    let alerts = notices.enumerated().map { event($0.offset + 1, "22:47", .alerted($0.element.alerted)) }
    return try Incident(id: .sample, events: [event(0, "22:47", .declared(.sample))] + alerts + then)
  }

  @Test("what nobody knows is declared when it fires, and nothing when it is over")
  func unknown() throws {
    let other = try known([.sample(key: "other", fingerprints: ["x"])])
    for incidents in [[], [other]] {
      #expect(decide(.sample(), among: incidents) == "declare")
      #expect(decide(.sample(.resolved), among: incidents, resolves: true) == "nothing: nothingToResolve")
    }
    #expect(decide(.sample(source: .grafana), among: [try known([.sample()])]) == "declare", "another system's key")
  }

  @Test("what fires again is told to the incident that goes on, by its key or by an alert")
  func again() throws {
    let incident = try known([.sample()])
    #expect(decide(.sample(), among: [incident]) == "fires")
    #expect(decide(.sample(key: "new"), among: [incident]) == "fires")
    #expect(decide(.sample(fingerprints: ["f2"]), among: [incident]) == "fires")
    #expect(decide(.sample(key: "new", fingerprints: ["f2"]), among: [incident]) == "declare")
    #expect(decide(.sample().with(("severity", "page")), among: [incident]) == "fires worse:SEV1")
    #expect(decide(.sample().with(("severity", "info")), among: [incident]) == "fires")
    var partly = AlertNotice.sample(fingerprints: ["f1", "f2"])
    (partly.firing, partly.resolved) = (1, 1)
    #expect(decide(partly, among: [incident]) == "fires partly")
  }

  @Test("what is over is noted, and resolves where that is asked for and nothing else fires")
  func over() throws {
    let incident = try known([.sample()])
    #expect(decide(.sample(.resolved), among: [incident]) == "over hint")
    #expect(decide(.sample(.resolved), among: [incident], resolves: true) == "over resolve")
    let two = try known([.sample(), .sample(key: "h", fingerprints: ["f1", "f9"])])
    #expect(decide(.sample(.resolved), among: [two], resolves: true) == "over others:h")
    #expect(
      decide(.sample(.resolved, key: "h", fingerprints: ["f1", "f9"]), among: [two], resolves: true) == "over resolve")
    for source in [AlertSource.pagerduty, .opsgenie] {
      let paged = try known([.sample(source: source)])
      #expect(decide(.sample(.resolved, source: source), among: [paged]) == "over resolve")
    }
  }

  @Test("a key that changed with its route does not keep an incident open")
  func changedKey() throws {
    let moved = try known([.sample(), .sample(key: "new")])
    #expect(decide(.sample(.resolved, key: "new"), among: [moved], resolves: true) == "over resolve")
  }

  @Test("a notice that comes late undoes nothing")
  func late() throws {
    let over = try known([.sample(), .sample(.resolved)])
    #expect(decide(.sample(), among: [over]) == "nothing: overAlready here")
    #expect(decide(.sample(fingerprints: ["f1", "f2"]), among: [over]) == "fires", "f2 is not known to be over")
    #expect(decide(.sample(started: "22:56"), among: [over]) == "fires")
    #expect(decide(.sample(started: nil), among: [over]) == "fires")
    let anew = try known([.sample(), .sample(.resolved), .sample(started: "22:57")])
    #expect(decide(.sample(.resolved), among: [anew], resolves: true) == "nothing: firesAnew here")
    #expect(decide(.sample(.resolved, ended: "22:58"), among: [anew], resolves: true) == "over resolve")
  }

  @Test("an end of PagerDuty that comes after its reopening undoes nothing")
  func lateEndOfPagerDuty() throws {
    let first = AlertNotice.sample(source: .pagerduty)
    let reopened = try known([first], event(9, "22:58", .alerted(first.alerted)))
    #expect(decide(.sample(.resolved, source: .pagerduty), among: [reopened]) == "nothing: firesAnew here")
    #expect(decide(.sample(.resolved, source: .pagerduty, ended: "22:59"), among: [reopened]) == "over resolve")
  }

  @Test("what had stopped before it was resolved, and fires anew before that was written, is a new incident")
  func anewBeforeResolution() throws {
    let stopped = try known(
      [.sample(), .sample(.resolved, ended: "22:45")], event(9, "22:56", .resolved(Resolved())))
    #expect(decide(.sample(started: "22:50"), among: [stopped]) == "declare after")
    #expect(decide(.sample(), among: [stopped]) == "nothing: overAlready here")
    let other = try known(
      [.sample(), .sample(.resolved, ended: "22:45"), .sample(key: "new")], event(9, "22:56", .resolved(Resolved())))
    #expect(decide(.sample(started: "22:50"), among: [other]) == "fires STILL", "one of its alerts fires")
  }

  @Test("after people resolved it: the same firing warns, a new one is a new incident")
  func resolved() throws {
    let resolved = try known([.sample()], event(9, "22:50", .resolved(Resolved())))
    #expect(decide(.sample(), among: [resolved]) == "fires STILL")
    #expect(decide(.sample(started: "22:51"), among: [resolved]) == "declare after")
    #expect(decide(.sample(started: nil), among: [resolved]) == "fires STILL")
    #expect(decide(.sample(.resolved), among: [resolved], resolves: true) == "over")
    let over = try known([.sample(), .sample(.resolved, ended: nil)], event(9, "22:56", .resolved(Resolved())))
    #expect(decide(.sample(started: nil), among: [over]) == "declare after")
    let active = try known([.sample(key: "g2")])
    #expect(decide(.sample(started: "22:59"), among: [resolved, active]) == "fires", "the active one counts")
  }

  @Test("what PagerDuty reopens is reopened; its next incident is a new one")
  func pagerDutyReopens() throws {
    let resolved = try known(
      [.sample(source: .pagerduty, at: "22:41")], event(9, "22:50", .resolved(Resolved())))
    #expect(decide(.sample(source: .pagerduty, at: "22:58"), among: [resolved]) == "reopen fires")
    #expect(
      decide(.sample(source: .pagerduty, key: "next", started: "22:58", at: "22:58"), among: [resolved])
        == "declare after")
  }

  @Test("what people cancelled stays so until it fires anew; a duplicate leads to its original")
  func cancelled() throws {
    let cancelled = try known([.sample()], event(9, "22:50", .cancelled(Cancelled())))
    #expect(decide(.sample(), among: [cancelled]) == "nothing: cancelled here")
    #expect(decide(.sample(started: "22:51"), among: [cancelled]) == "declare after")
    #expect(decide(.sample(.resolved), among: [cancelled]) == "nothing: nothingToResolve here")
    let id = try #require(IncidentID("INC-20261120-0001"))
    let original = try Incident(id: id, events: [event(20, "22:40", .declared(.sample))])
    let duplicate = try known([.sample()], event(9, "22:50", .cancelled(Cancelled(duplicateOf: id))))
    #expect(decide(.sample(), among: [duplicate, original]) == "fires")
    #expect(decide(.sample(), among: [duplicate]) == "nothing: cancelled here", "the original is closed")
    let closed = try known(
      [.sample()], event(8, "22:50", .resolved(Resolved())), event(9, "22:51", .closed(Closed())))
    #expect(decide(.sample(), among: [closed]) == "declare")
  }

  @Test(
    "what people do in a pager is done here",
    arguments: [
      (AlertChange.acknowledged, "ack", "declare ack"),
      (.assigned(["li", "kim"]), "responder=li responder=kim", "declare responder=li responder=kim"),
      (.severityChanged("P1"), "SEV1", "nothing: unknown"),
      (.severityChanged("Mauve"), "note(PagerDuty: priority Mauve)", "nothing: unknown"),
      (.noted("Looking"), "note(Looking)", "nothing: unknown"),
      (.other("snoozed"), "note(PagerDuty: snoozed)", "nothing: unknown"),
    ])
  func pager(change: AlertChange, known expected: String, unknown: String) throws {
    let incident = try known([.sample(source: .pagerduty)])
    let notice = AlertNotice.sample(change, source: .pagerduty, at: "22:50", by: "li")
    #expect(decide(notice, among: [incident]) == expected)
    #expect(decide(notice, among: []) == unknown)
    let bare = AlertNotice.sample(change, source: .pagerduty, started: nil, at: "22:50")
    #expect(decide(bare, among: []) == "nothing: unknown", "a reference is no incident")
  }

  @Test("a note is there once")
  func notes() throws {
    let written = try known(
      [.sample(source: .pagerduty)], event(9, "22:50", by: "li", .noted(Noted(message: "Looking"))))
    let note = AlertNotice.sample(.noted("Looking"), source: .pagerduty, at: "22:50", by: "li")
    #expect(decide(note, among: [written]) == "nothing: known here")
    #expect(
      decide(.sample(.noted("Looking"), source: .pagerduty, at: "22:51", by: "li"), among: [written]) == "note(Looking)"
    )
  }

  @Test(
    "monitoring counts from now, PagerDuty and people from their own time, an end from itself where nothing came after")
  func moments() throws {
    func moment(_ notice: AlertNotice, _ incident: Incident? = nil) -> String {
      AlertIntake(notice, payload: nil, policy: .standard, resolves: true, now: time("23:00")).moment(on: incident)
        .clock()
    }
    #expect(moment(.sample(at: "22:41")) == "23:00")
    #expect(moment(.sample(source: .pagerduty, at: "22:41")) == "22:41")
    #expect(moment(.sample(source: .pagerduty, at: "23:41")) == "23:00")
    #expect(moment(.sample(.acknowledged, source: .opsgenie, at: "22:50")) == "22:50")
    #expect(moment(.sample(.resolved), try known([.sample()])) == "22:55")
    #expect(moment(.sample(.resolved, ended: "22:46"), try known([.sample()])) == "23:00")
    #expect(moment(.sample(.resolved, ended: "23:46"), try known([.sample()])) == "23:00")
  }

  @Test("an incident that begins with an alert began with it, unless its clock runs ahead")
  func begins() {
    func declared(_ notice: AlertNotice) -> Declared {
      AlertIntake(notice, payload: nil, policy: .standard, resolves: true, now: time("23:00"))
        .declared(at: time("23:00"), known: [])
    }
    #expect(
      declared(AlertNotice.sample().with(("severity", "critical"), ("app", "web")))
        == Declared(
          title: "Payment latency above 5 s", severity: .sev1, services: ["web"], started: time("22:40")))
    #expect(declared(.sample(started: "23:01")).started == nil)
  }
}
