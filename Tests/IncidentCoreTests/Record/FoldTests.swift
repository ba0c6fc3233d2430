import IncidentCore
import JSONTree
import Testing

@Suite struct FoldTests {
  @Test("a declaration sets what it says, and the impact begins at the earliest that is known")
  func declared() throws {
    let plain = try incident().snapshot
    #expect(plain.title == "Payment latency above 5 s" && plain.severity == .sev2 && plain.services == ["payments"])
    #expect(plain.status == .declared && plain.kind == .incident && plain.postmortem == nil)
    #expect(plain.milestones.declared == time("22:47") && plain.milestones.started == nil)
    #expect(plain.impacted.text == ["22:47–"])

    var full = Declared.sample
    (full.kind, full.impact, full.nextUpdateDue) = (.drill, "None", time("23:17"))
    full.detected = time("22:45")
    #expect(try incident(full).snapshot.impacted.text == ["22:45–"])
    full.started = time("22:41")
    let snapshot = try incident(full).snapshot
    #expect(snapshot.kind == .drill && snapshot.impact == "None" && snapshot.nextUpdateDue == time("23:17"))
    #expect(snapshot.milestones.started == time("22:41") && snapshot.milestones.detected == time("22:45"))
    #expect(snapshot.impacted.text == ["22:41–"])
  }

  @Test("the first acknowledgement counts and begins the investigation")
  func acknowledged() throws {
    let snapshot = try incident(
      .sample, event(1, "22:50", .acknowledged(Acknowledged())), event(2, "22:49", .acknowledged(Acknowledged()))
    ).snapshot
    #expect(snapshot.status == .investigating)
    #expect(snapshot.milestones.acknowledged == time("22:49"))
  }

  @Test("an acknowledgement after an update leaves the progress alone")
  func acknowledgedLater() throws {
    let snapshot = try incident(
      .sample, event(1, "22:50", .updated(Updated(status: .mitigating))),
      event(2, "22:51", .acknowledged(Acknowledged()))
    ).snapshot
    #expect(snapshot.status == .mitigating && snapshot.milestones.acknowledged == time("22:51"))
  }

  @Test("an update sets what it names and leaves the rest")
  func updated() throws {
    let all = Updated(
      message: "m", status: .mitigating, impact: "i", cause: "c", eta: time("23:30"), nextUpdateDue: time("23:00"))
    let snapshot = try incident(
      .sample, event(1, "22:50", .updated(all)), event(2, "22:51", .updated(Updated(message: "only words")))
    ).snapshot
    #expect(snapshot.status == .mitigating && snapshot.impact == "i" && snapshot.cause == "c")
    #expect(snapshot.eta == time("23:30") && snapshot.nextUpdateDue == time("23:00"))
    #expect(snapshot.milestones == (try incident().snapshot.milestones))
  }

  @Test("a note changes nothing")
  func noted() throws {
    #expect(
      try incident(.sample, event(1, "22:50", .noted(Noted(message: "m")))).snapshot == (try incident().snapshot))
  }

  @Test("a change of severity sets the level, and the due time by the new level's cadence or none")
  func severity() throws {
    var declared = Declared.sample
    declared.nextUpdateDue = time("23:17")
    let worse = SeverityChanged(severity: .sev1, nextUpdateDue: time("23:05"))
    let up = try incident(declared, event(1, "22:50", .severityChanged(worse))).snapshot
    #expect(up.severity == .sev1 && up.nextUpdateDue == time("23:05"))
    let down = try incident(
      declared, event(1, "22:50", .severityChanged(SeverityChanged(severity: .sev4)))
    ).snapshot
    #expect(down.severity == .sev4 && down.nextUpdateDue == nil)
  }

  @Test("a role for one has its last taker, a role for many has all, in order, once")
  func roles() throws {
    func given(_ number: Int, _ role: Role, _ name: String) -> Event {
      event(number, "22:5\(number)", .assigned(Assigned(role: role, name: name)))
    }
    let snapshot = try incident(
      .sample, given(1, .incidentCommander, "dana"), given(2, .incidentCommander, "li"), given(3, .responder, "zoe"),
      given(4, .responder, "ann"), given(5, .responder, "zoe"), given(6, .scribe, "li"),
      event(7, "22:57", .released(Released(role: .scribe, name: "somebody else"))),
      event(8, "22:58", .released(Released(role: .responder, name: "zoe")))
    ).snapshot
    #expect(snapshot.roles[.incidentCommander] == ["li"] && snapshot.roles.commander == "li")
    #expect(snapshot.roles[.responder] == ["ann"] && snapshot.roles[.scribe] == ["li"])
    #expect(snapshot.roles[.technicalLead].isEmpty)
    #expect(snapshot.roles.everyone == ["li", "ann"])
    #expect(snapshot.roles.held.map(\.role) == [.incidentCommander, .scribe, .responder])
    let laidDown = try incident(
      .sample, given(1, .scribe, "li"), event(2, "22:58", .released(Released(role: .scribe, name: "li")))
    ).snapshot
    #expect(laidDown.roles == RoleHolders())
  }

  @Test("a mitigation ends the impact; the first one is the milestone")
  func mitigated() throws {
    let snapshot = try incident(
      .sample, event(1, "23:02", .mitigated(Mitigated(nextUpdateDue: time("23:32")))),
      event(2, "23:10", .mitigated(Mitigated()))
    ).snapshot
    #expect(snapshot.status == .monitoring && snapshot.milestones.mitigated == time("23:02"))
    #expect(snapshot.impacted.text == ["22:47–23:02"])
    #expect(snapshot.nextUpdateDue == time("23:32"))
  }

  @Test("a resolution ends the response: no estimate, no update due, no impact that lasts")
  func resolved() throws {
    let snapshot = try incident(
      .sample, event(1, "22:50", .updated(Updated(eta: time("23:30"), nextUpdateDue: time("23:00")))),
      event(2, "23:10", .resolved(Resolved(cause: "pool")))
    ).snapshot
    #expect(snapshot.status == .resolved && snapshot.milestones.resolved == time("23:10") && snapshot.cause == "pool")
    #expect(snapshot.eta == nil && snapshot.nextUpdateDue == nil)
    #expect(snapshot.impacted.text == ["22:47–23:10"])
  }

  @Test("what crossed a resolution on another clone adds its words and does not bring the incident back")
  func lateUpdate() throws {
    let late = Updated(
      message: "m", status: .mitigating, impact: "i", cause: "c", eta: time("23:30"), nextUpdateDue: time("23:40"))
    let snapshot = try incident(
      .sample, event(1, "23:10", .resolved(Resolved())), event(2, "23:11", .updated(late)),
      event(3, "23:12", .mitigated(Mitigated(nextUpdateDue: time("23:40")))),
      event(4, "23:13", .acknowledged(Acknowledged())),
      event(5, "23:14", .severityChanged(SeverityChanged(severity: .sev1, nextUpdateDue: time("23:40")))),
      event(6, "23:15", .resolved(Resolved(cause: "d")))
    ).snapshot
    #expect(snapshot.status == .resolved && snapshot.milestones.resolved == time("23:10"))
    #expect(snapshot.eta == nil && snapshot.nextUpdateDue == nil && snapshot.milestones.mitigated == nil)
    #expect(snapshot.impact == "i" && snapshot.cause == "d" && snapshot.severity == .sev1)
    #expect(snapshot.impacted.text == ["22:47–23:10"])
  }

  @Test("a reopened incident is active again, and the last resolution counts")
  func reopened() throws {
    let reopened = event(3, "23:20", .reopened(Reopened(nextUpdateDue: time("23:50"))))
    let closed = [event(1, "23:10", .resolved(Resolved())), event(2, "23:15", .closed(Closed()))]
    let active = try incident(.sample, closed[0], closed[1], reopened).snapshot
    #expect(active.status == .investigating && active.nextUpdateDue == time("23:50"))
    #expect(active.milestones.resolved == nil && active.milestones.closed == nil)
    #expect(
      active.impacted.text == [
        "22:47–23:10", "23:20–",
      ])
    let again = try incident(
      .sample, closed[0], closed[1], reopened, event(4, "23:40", .resolved(Resolved()))
    ).snapshot
    #expect(again.status == .resolved && again.milestones.resolved == time("23:40"))
    #expect(again.impacted.text.last == "23:20–23:40")
  }

  @Test("reopening what is active does nothing")
  func reopenedActive() throws {
    let snapshot = try incident(
      .sample, event(1, "22:50", .updated(Updated(status: .monitoring))), event(2, "22:55", .reopened(Reopened()))
    ).snapshot
    #expect(snapshot.status == .monitoring)
  }

  @Test("a cancelled incident had no impact; only a closed one cannot be cancelled any more")
  func cancelled() throws {
    let cancelled = event(9, "23:30", .cancelled(Cancelled()))
    let snapshot = try incident(.sample, event(1, "22:50", .updated(Updated(eta: time("23:30")))), cancelled).snapshot
    #expect(snapshot.status == .cancelled && snapshot.impacted.all.isEmpty && snapshot.eta == nil)
    let closed = try incident(
      .sample, event(1, "23:10", .resolved(Resolved())), event(2, "23:15", .closed(Closed())), cancelled
    ).snapshot
    #expect(closed.status == .closed && closed.impacted.all.count == 1)
  }

  @Test("only what is resolved is closed")
  func closed() throws {
    let closed = event(9, "23:30", .closed(Closed()))
    #expect(try incident(.sample, closed).snapshot.status == .declared)
    let snapshot = try incident(.sample, event(1, "23:10", .resolved(Resolved())), closed).snapshot
    #expect(snapshot.status == .closed && snapshot.milestones.closed == time("23:30"))
  }

  @Test("the postmortem is as far as the last step took it")
  func postmortem() throws {
    let snapshot = try incident(
      .sample, event(1, "23:10", .postmortem(PostmortemChanged(status: .draft))),
      event(2, "23:11", .postmortem(PostmortemChanged(status: .published)))
    ).snapshot
    #expect(snapshot.postmortem == .published && snapshot.status == .declared)
  }

  @Test("the declaration comes first though others happened before it; the earliest of two counts")
  func declarationLate() throws {
    let other = Declared(title: "Another", severity: .sev4)
    let snapshot = try incident(
      .sample, event(1, "22:40", .acknowledged(Acknowledged())),
      event(2, "22:45", .assigned(Assigned(role: .scribe, name: "li"))), event(3, "23:00", .declared(other))
    ).snapshot
    #expect(snapshot.title == Declared.sample.title && snapshot.severity == .sev2)
    #expect(snapshot.status == .investigating && snapshot.milestones.acknowledged == time("22:40"))
    #expect(snapshot.roles[.scribe] == ["li"])
  }

  @Test("what was retracted no longer counts, whenever the retraction happened")
  func retracted() throws {
    let incident = try incident(
      .sample, event(1, "23:10", .resolved(Resolved(message: "Too early"))),
      event(2, "22:00", .retracted(Retracted(event: eventID(1)))),
      event(3, "23:20", .retracted(Retracted(event: eventID(2)))),
      event(4, "23:20", .retracted(Retracted(event: eventID(77)))))
    #expect(incident.snapshot.status == .declared && incident.snapshot.milestones.resolved == nil)
    #expect(incident.retracted == [eventID(1), eventID(77)])
    #expect(incident.events.count == 5 && incident.countingEvents.count == 4)
  }

  @Test("at an earlier moment it is as it was then, knowing the declaration and today's retractions")
  func snapshotAt() throws {
    let incident = try incident(
      .sample, event(1, "22:40", .acknowledged(Acknowledged())), event(2, "22:50", .mitigated(Mitigated())),
      event(3, "23:00", .resolved(Resolved())), event(4, "23:30", .retracted(Retracted(event: eventID(2)))))
    #expect(incident.snapshot(at: time("22:00")).status == .declared)
    #expect(incident.snapshot(at: time("22:40")).status == .investigating)
    #expect(incident.snapshot(at: time("22:55")).status == .investigating)
    #expect(incident.snapshot(at: time("23:00")).status == .resolved)
    #expect(incident.snapshot(at: time("23:59")) == incident.snapshot)
  }
}
