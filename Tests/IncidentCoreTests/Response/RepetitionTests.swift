import IncidentCore
import Testing

/// A command that already took effect succeeds, says so, and records nothing but words that are new.
@Suite struct RepetitionTests {
  private static func repetition(
    of intent: Intent, on incident: Incident, _ at: String = "23:30", now: String? = nil
  ) throws -> AlreadySo? {
    let decision = try incident.decide(intent, in: context(at, now: now))
    #expect(decision.events.isEmpty && decision.warnings.isEmpty, "\(decision)")
    return decision.already
  }

  @Test("every verb names what had been so")
  func verbs() throws {
    let active = try TransitionTests.incident(.monitoring)
    #expect(try Self.repetition(of: .acknowledge(message: nil), on: active) == .acknowledged(at: time("22:49")))
    #expect(try Self.repetition(of: .mitigate(message: nil), on: active) == .mitigated(at: time("22:51")))
    #expect(try Self.repetition(of: .changeSeverity(.sev3, message: nil), on: active) == .severity(.sev3))
    #expect(try Self.repetition(of: .assign(.scribe, to: "li"), on: active) == .assigned(.scribe, "li"))
    #expect(try Self.repetition(of: .release(.responder, by: "li"), on: active) == .released(.responder))
    #expect(try Self.repetition(of: .release(.scribe, by: "zoe"), on: active) == .released(.scribe))
    let closed = try TransitionTests.incident(.closed)
    #expect(try Self.repetition(of: .resolve(message: nil, cause: nil), on: closed) == .resolved(at: time("22:52")))
    #expect(try Self.repetition(of: .close(message: nil, force: false), on: closed) == .closed(at: time("22:53")))
    let cancelled = try TransitionTests.incident(.cancelled)
    #expect(try Self.repetition(of: .cancel(message: nil, duplicateOf: nil), on: cancelled) == .cancelled)
    let reopened = try closed.adding([event(8, "23:00", .reopened(Reopened()))])
    #expect(try Self.repetition(of: .reopen(message: nil), on: reopened) == .reopened)
    let retracted = try active.adding([event(8, "23:00", .retracted(Retracted(event: eventID(2))))])
    #expect(try Self.repetition(of: .retract(eventID(2), message: nil), on: retracted) == .retracted(eventID(2)))
    let published = try active.adding([event(8, "23:00", .postmortem(PostmortemChanged(status: .published)))])
    for status in PostmortemStatus.allCases {
      #expect(try Self.repetition(of: .postmortem(status), on: published) == .postmortem(.published))
    }
  }

  static let withWords: [(make: @Sendable (String?) -> Intent, at: Status)] = [
    ({ .acknowledge(message: $0) }, .declared), ({ .changeSeverity(.sev1, message: $0) }, .declared),
    ({ .mitigate(message: $0) }, .declared), ({ .resolve(message: $0, cause: "pool") }, .declared),
    ({ .reopen(message: $0) }, .resolved), ({ .cancel(message: $0, duplicateOf: nil) }, .declared),
    ({ .close(message: $0, force: false) }, .resolved), ({ .retract(eventID(1), message: $0) }, .declared),
  ]

  @Test("words that come with a repetition are kept once, and only where there are any", arguments: 0..<withWords.count)
  func words(row: Int) throws {
    var random = SeededRandom(seed: 1)
    let (make, status) = Self.withWords[row]
    let before = try TransitionTests.incident(status)
    let done = try before.after(make("first"), "23:00", random: &random)
    #expect(done.events.count == before.events.count + 1)
    for silent in [nil, "", " \n", "first"] {
      #expect(try Self.repetition(of: make(silent), on: done) != nil)
    }
    let more = try done.decide(make("second"), in: context("23:30"))
    #expect(more.already != nil && more.events == [.noted(Noted(message: "second"))])
    let kept = try done.after(make("second"), "23:30", random: &random)
    #expect(try Self.repetition(of: make("second"), on: kept) != nil)
    #expect(kept.snapshot == done.snapshot)
  }

  @Test("a retried command with the same back-filled time is recorded once")
  func backfilled() throws {
    var random = SeededRandom(seed: 2)
    let intents: [Intent] = [
      .acknowledge(message: "m"), .update(UpdateIntent(message: "m", status: .mitigating, impact: "i")),
      .note(message: "n"), .changeSeverity(.sev1, message: "m"), .assign(.scribe, to: "li"),
      .mitigate(message: "m"), .resolve(message: "m", cause: "pool"),
    ]
    for intent in intents {
      let once = try incident().after(intent, "22:50", now: "23:00", random: &random)
      #expect(once.events.count == 2, "\(intent)")
      #expect(try Self.repetition(of: intent, on: once, "22:50", now: "23:05") != nil, "\(intent)")
    }
  }

  @Test("a note at another moment or by another person is another note")
  func otherNote() throws {
    let incident = try incident(.sample, event(1, "22:50", .noted(Noted(message: "n"))))
    let note = Intent.note(message: "n")
    #expect(try incident.decide(note, in: context("22:50", now: "23:00")).already == .recorded(eventID(1)))
    #expect(try incident.decide(note, in: context("22:51", now: "23:00")).already == nil)
    #expect(try incident.decide(note, in: context("22:50", now: "23:00", by: "li")).already == nil)
  }

  @Test("a cause that comes with a repeated resolution is kept, after the closing too")
  func cause() throws {
    for status in [Status.resolved, .closed] {
      let incident = try TransitionTests.incident(status)
      let decision = try incident.decide(.resolve(message: "m", cause: "pool"), in: context("23:30"))
      #expect(decision.already == .resolved(at: time("22:52")))
      #expect(decision.events == [.updated(Updated(message: "m", cause: "pool"))])
      var random = SeededRandom(seed: 3)
      let kept = try incident.after(.resolve(message: "m", cause: "pool"), "23:30", random: &random)
      #expect(kept.snapshot.cause == "pool" && kept.snapshot.status == status)
      #expect(try Self.repetition(of: .resolve(message: "m", cause: "pool"), on: kept) != nil)
    }
  }

  @Test("a retried resolution does not fight a cause that was found later")
  func causeFoundLater() throws {
    var random = SeededRandom(seed: 4)
    let resolve = Intent.resolve(message: nil, cause: "pool")
    let resolved = try incident().after(resolve, "22:50", now: "23:00", random: &random)
      .after(.update(UpdateIntent(cause: "leak")), "23:10", random: &random)
    #expect(try Self.repetition(of: resolve, on: resolved, "22:50", now: "23:20") == .resolved(at: time("22:50")))
    #expect(resolved.snapshot.cause == "leak")
  }

  @Test("the incident that a cancelled one is a duplicate of is kept, once")
  func duplicate() throws {
    var random = SeededRandom(seed: 5)
    let other = try #require(IncidentID("INC-20261119-0000"))
    let cancelled = try TransitionTests.incident(.cancelled)
    let cancel = Intent.cancel(message: "Same fault", duplicateOf: other)
    let decision = try cancelled.decide(cancel, in: context("23:30"))
    #expect(decision.already == .cancelled)
    #expect(decision.events == [.cancelled(Cancelled(message: "Same fault", duplicateOf: other))])
    let kept = try cancelled.after(cancel, "23:30", random: &random)
    var known = cancelled.snapshot
    known.duplicateOf = other
    #expect(kept.snapshot == known)
    #expect(try Self.repetition(of: cancel, on: kept, "23:40") == .cancelled)
    #expect(try Self.repetition(of: cancel, on: kept, "23:30", now: "23:40") == .cancelled)
    #expect(try Self.repetition(of: .cancel(message: nil, duplicateOf: nil), on: kept, "23:40") == .cancelled)
    let corrected = try kept.decide(.cancel(message: "Same fault", duplicateOf: .sample), in: context("23:40"))
    #expect(corrected.events == [.cancelled(Cancelled(duplicateOf: .sample))])
  }
}
