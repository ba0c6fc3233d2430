import IncidentCore
import JSONTree
import Testing

@Suite struct DecidingTests {
  @Test("an update is due by the cadence of the severity, unless somebody says when")
  func nextUpdateDue() throws {
    let incident = try incident()
    func due(_ intent: Intent) throws -> Timestamp? {
      var random = SeededRandom(seed: 1)
      return try incident.after(intent, "23:00", random: &random).snapshot.nextUpdateDue
    }
    #expect(try due(.update(UpdateIntent(message: "m"))) == time("23:30"))
    #expect(try due(.update(UpdateIntent(message: "m", next: time("23:05")))) == time("23:05"))
    #expect(try due(.mitigate(message: nil)) == time("23:30"))
    #expect(try due(.changeSeverity(.sev1, message: nil)) == time("23:15"))
    #expect(try due(.changeSeverity(.sev4, message: nil)) == nil)
    #expect(try due(.resolve(message: nil, cause: nil)) == nil)
  }

  @Test("an update with nothing in it is refused")
  func emptyUpdate() throws {
    for update in [UpdateIntent(), UpdateIntent(message: " "), UpdateIntent(message: "", isPublic: true)] {
      #expect(try incident().refusal(of: .update(update), "23:00") == .nothingToSay)
    }
    #expect(try incident().decide(.update(UpdateIntent(next: time("23:05"))), in: context("23:00")).events.count == 1)
  }

  @Test("a handover names both")
  func handover() throws {
    let incident = try incident(
      .sample, event(1, "22:50", .assigned(Assigned(role: .incidentCommander, name: "dana"))),
      event(2, "22:51", .assigned(Assigned(role: .responder, name: "dana"))))
    #expect(
      try incident.decide(.assign(.incidentCommander, to: "li"), in: context("23:00")).events
        == [.assigned(Assigned(role: .incidentCommander, name: "li", from: "dana"))])
    #expect(
      try incident.decide(.assign(.responder, to: "li"), in: context("23:00")).events
        == [.assigned(Assigned(role: .responder, name: "li"))])
  }

  @Test("a role that many hold is laid down by all, or by the one named")
  func release() throws {
    let incident = try incident(
      .sample, event(1, "22:50", .assigned(Assigned(role: .responder, name: "dana"))),
      event(2, "22:51", .assigned(Assigned(role: .responder, name: "li"))))
    #expect(
      try incident.decide(.release(.responder, by: nil), in: context("23:00")).events.count == 2)
    #expect(
      try incident.decide(.release(.responder, by: "li"), in: context("23:00")).events
        == [.released(Released(role: .responder, name: "li"))])
  }

  @Test("what is back-filled is judged by how it was then")
  func backfilled() throws {
    let incident = try incident(
      .sample, event(1, "22:50", .acknowledged(Acknowledged())), event(2, "23:00", .resolved(Resolved())),
      event(3, "23:10", .reopened(Reopened())), event(4, "23:20", .severityChanged(SeverityChanged(severity: .sev1))))
    func decide(_ intent: Intent, _ at: String) throws -> Decision {
      try incident.decide(intent, in: context(at, now: "23:40"))
    }
    #expect(try decide(.acknowledge(message: nil), "22:48").events == [.acknowledged(Acknowledged())])
    #expect(try decide(.acknowledge(message: nil), "22:50").already == .acknowledged(at: time("22:50")))
    #expect(try decide(.resolve(message: nil, cause: nil), "23:05").already == .resolved(at: time("23:00")))
    #expect(try decide(.resolve(message: nil, cause: nil), "23:15").already == nil)
    #expect(
      incident.refusal(of: .reopen(message: nil), "22:55", now: "23:40")
        == .wrongStatus(verb: .reopen, status: .investigating, backfilled: true))
    #expect(
      incident.refusal(of: .mitigate(message: nil), "23:05", now: "23:40")
        == .wrongStatus(verb: .mitigate, status: .resolved, backfilled: true))
    // At 23:15 it was still a SEV2, with updates due every half hour.
    #expect(
      try decide(.update(UpdateIntent(message: "m")), "23:15").events
        == [.updated(Updated(message: "m", nextUpdateDue: time("23:45")))])
    #expect(try decide(.changeSeverity(.sev2, message: nil), "23:15").already == .severity(.sev2))
    // Before the declaration it was as declared.
    #expect(try decide(.assign(.scribe, to: "li"), "22:00").events.count == 1)
  }

  @Test("a declaration comes to its event, the acknowledgement and the commander")
  func declaration() throws {
    let declaration = Incident.Declaration(.sample, commander: "dana", acknowledge: true)
    let decision = try Incident.decide(declaration, in: context("22:47"))
    var declared = Declared.sample
    declared.nextUpdateDue = time("23:17")
    #expect(
      decision.events == [
        .declared(declared), .acknowledged(Acknowledged()),
        .assigned(Assigned(role: .incidentCommander, name: "dana")),
      ])
    #expect(decision.already == nil && decision.warnings.isEmpty)
    var random = SeededRandom(seed: 1)
    let begun = try Incident.beginning(
      id: .sample, with: decision, in: context("22:47"), milliseconds: 1_795_214_820_000, random: &random)
    #expect(begun.events.map(\.body) == decision.events)
    #expect(begun.incident.snapshot.status == .investigating && begun.incident.snapshot.roles.commander == "dana")
    #expect(try Incident.decide(.init(.sample), in: context("22:47")).events == [.declared(declared)])
  }

  @Test("a declaration's times are held against now and each other")
  func declarationTimes() throws {
    func decide(started: String?, detected: String?, at: String = "22:47") throws -> Decision {
      var declared = Declared.sample
      declared.started = started.map(time)
      declared.detected = detected.map(time)
      return try Incident.decide(.init(declared), in: context(at, now: "23:00"))
    }
    #expect(try decide(started: "22:41", detected: "22:47").warnings.isEmpty)
    #expect(throws: Refusal.inTheFuture(time("23:01"), now: time("23:00"))) {
      try decide(started: "23:01", detected: nil)
    }
    #expect(throws: Refusal.inTheFuture(time("23:01"), now: time("23:00"))) {
      try decide(started: nil, detected: "23:01")
    }
    #expect(throws: Refusal.inTheFuture(time("23:01"), now: time("23:00"))) {
      try decide(started: nil, detected: nil, at: "23:01")
    }
    #expect(throws: Refusal.self) { try decide(started: "22:46", detected: "22:45") }
    #expect(throws: Refusal.self) { try decide(started: nil, detected: "22:48") }
    #expect(try decide(started: "22:50", detected: nil).warnings.count == 1)
  }

  @Test("a commander without a name is refused", arguments: ["", " "])
  func namelessCommander(name: String) {
    #expect(throws: Refusal.nothingToSay) {
      try Incident.decide(.init(.sample, commander: name), in: context("22:47"))
    }
  }

  @Test("a new event's id follows all there are, also where clocks differ by less than a second")
  func ids() throws {
    var random = SeededRandom(seed: 1)
    let ahead = EventID(milliseconds: 1_795_214_820_900, random: &random)
    let incident = try Incident(
      id: .sample, events: [Event(id: ahead, at: time("22:47"), by: "dana", body: .declared(.sample))])
    let decision = try incident.decide(.note(message: "m"), in: context("22:47"))
    let recorded = try incident.recording(
      decision, in: context("22:47"), milliseconds: 1_795_214_820_000, random: &random)
    #expect(recorded.events.count == 1 && recorded.incident.events.map(\.id) == [ahead, recorded.events[0].id])
    let nothing = try incident.recording(
      Decision.nothing, in: context("22:47"), milliseconds: 1_795_214_820_000, random: &random)
    #expect(nothing.incident == incident && nothing.events.isEmpty)
  }

  /// A whole response from alert to closing, every command once, and a retried one.
  private static func response(seed: UInt64) throws -> Incident {
    var random = SeededRandom(seed: seed)
    let start = context("22:47")
    var incident = try Incident.beginning(
      id: .sample, with: Incident.decide(.init(.sample, commander: "dana", acknowledge: true), in: start), in: start,
      milliseconds: 1_795_214_820_000, random: &random
    ).incident
    let steps: [(Intent, String)] = [
      (.assign(.communicationsLead, to: "li"), "22:48"), (.note(message: "é"), "22:48"),
      (.changeSeverity(.sev1, message: "Worse"), "22:50"), (.acknowledge(message: nil), "22:50"),
      (.update(UpdateIntent(message: "m", status: .mitigating, eta: time("23:30"), isPublic: true)), "22:51"),
      (.mitigate(message: "m"), "23:00"), (.resolve(message: "m", cause: "pool"), "23:10"),
      (.reopen(message: "Back"), "23:11"), (.resolve(message: "n", cause: nil), "23:20"),
      (.release(.communicationsLead, by: nil), "23:21"), (.postmortem(.published), "23:25"),
      (.close(message: nil, force: false), "23:30"),
    ]
    for (intent, at) in steps { incident = try incident.after(intent, at, random: &random) }
    return try incident.after(
      .retract(try #require(incident.events.first { $0.message == "é" }).id, message: nil), "23:31", random: &random)
  }

  @Test("the same commands at the same times write the same bytes, apart from the random part of ids")
  func sameBytes() throws {
    func masked(_ incident: Incident) -> String {
      incident.events.enumerated().reduce(incident.json.text) { text, event in
        text.replacing(event.element.id.text, with: event.element.id.text.prefix(10) + "#\(event.offset)")
      }
    }
    let one = try Self.response(seed: 1)
    let other = try Self.response(seed: 2)
    #expect(one.snapshot.status == .closed && one.events.count == 15)
    #expect(try Self.response(seed: 1).json.text == one.json.text)
    #expect(one.json.text != other.json.text)
    #expect(masked(one) == masked(other))
  }
}

extension Decision {
  /// Nothing to record.
  fileprivate static var nothing: Decision {
    get throws {
      try incident().decide(.changeSeverity(.sev2, message: nil), in: context("22:47"))
    }
  }
}
