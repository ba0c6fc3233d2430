import IncidentCore
import Testing

@Suite struct TransitionTests {
  static let statuses: [Status] = [
    .declared, .investigating, .mitigating, .monitoring, .resolved, .closed, .cancelled,
  ]

  /// The whole table: ✓ is recorded, = was so already, + likewise with words that are kept, ✗ is refused. The
  /// incident came to its status by the usual commands, li is scribe, and no postmortem is owed.
  static let table: [(intent: Intent, outcomes: String)] = [
    // declared, investigating, mitigating, monitoring, resolved, closed, cancelled
    (.acknowledge(message: nil), "✓ = = = = = ="),
    (.update(UpdateIntent(message: "m")), "✓ ✓ ✓ ✓ ✓ ✗ ✗"),
    (.update(UpdateIntent(impact: "i", cause: "c")), "✓ ✓ ✓ ✓ ✓ ✗ ✗"),
    (.update(UpdateIntent(status: .investigating)), "✓ ✓ ✓ ✓ ✗ ✗ ✗"),
    (.update(UpdateIntent(eta: time("23:59"))), "✓ ✓ ✓ ✓ ✗ ✗ ✗"),
    (.update(UpdateIntent(next: time("23:59"))), "✓ ✓ ✓ ✓ ✗ ✗ ✗"),
    (.note(message: "m"), "✓ ✓ ✓ ✓ ✓ ✓ ✓"),
    (.changeSeverity(.sev1, message: nil), "✓ ✓ ✓ ✓ ✓ ✗ ✗"),
    (.changeSeverity(.sev3, message: nil), "= = = = = = ="),
    (.assign(.technicalLead, to: "zoe"), "✓ ✓ ✓ ✓ ✓ ✗ ✗"),
    (.assign(.scribe, to: "li"), "= = = = = = ="),
    (.release(.scribe, by: nil), "✓ ✓ ✓ ✓ ✓ ✗ ✗"),
    (.release(.technicalLead, by: nil), "= = = = = = ="),
    (.mitigate(message: nil), "✓ ✓ ✓ = = = ✗"),
    (.resolve(message: nil, cause: nil), "✓ ✓ ✓ ✓ = = ✗"),
    (.reopen(message: nil), "✗ ✗ ✗ ✗ ✓ ✓ ✓"),
    (.cancel(message: nil, duplicateOf: nil), "✓ ✓ ✓ ✓ ✓ ✗ ="),
    (.close(message: nil, force: false), "✗ ✗ ✗ ✗ ✓ = ✗"),
    (.close(message: "m", force: true), "✗ ✗ ✗ ✗ ✓ + ✗"),
    (.retract(eventID(1), message: nil), "✓ ✓ ✓ ✓ ✓ ✓ ✓"),
    (.postmortem(.draft), "✓ ✓ ✓ ✓ ✓ ✓ ✓"),
  ]

  /// The same where nobody acknowledged or mitigated.
  static let silentTable: [(intent: Intent, outcomes: String)] = [
    (.acknowledge(message: nil), "✓ ✓ ✓ ✓ ✗ ✗ ✗"),
    (.mitigate(message: nil), "✓ ✓ ✓ ✓ ✗ ✗ ✗"),
  ]

  /// An incident that has come to `status`, with a scribe and the acknowledgement and mitigation on the way.
  static func incident(_ status: Status, silent: Bool = false) throws -> Incident {
    var events = [
      event(0, "22:47", .declared(Declared(title: "T", severity: .sev3))),
      event(1, "22:48", .assigned(Assigned(role: .scribe, name: "li"))),
    ]
    if status != .declared, !silent { events.append(event(2, "22:49", .acknowledged(Acknowledged()))) }
    let working = event(
      3, "22:50", .updated(Updated(status: silent && status == .monitoring ? .monitoring : .mitigating)))
    if ![.declared, .investigating, .cancelled].contains(status) { events.append(working) }
    if silent, status == .investigating { events.append(event(3, "22:50", .updated(Updated(status: status)))) }
    if [.monitoring, .resolved, .closed].contains(status), !silent {
      events.append(event(4, "22:51", .mitigated(Mitigated())))
    }
    if [.resolved, .closed].contains(status) { events.append(event(5, "22:52", .resolved(Resolved()))) }
    if status == .closed { events.append(event(6, "22:53", .closed(Closed()))) }
    if status == .cancelled { events.append(event(7, "22:54", .cancelled(Cancelled()))) }
    let incident = try Incident(id: .sample, events: events)
    #expect(incident.snapshot.status == status)
    return incident
  }

  private static func outcome(of intent: Intent, on incident: Incident) -> String {
    do throws(Refusal) {
      let decision = try incident.decide(intent, in: context("23:30"))
      guard decision.already != nil else { return decision.events.isEmpty ? "nothing" : "✓" }
      return decision.events.isEmpty ? "=" : "+"
    } catch {
      guard case .wrongStatus(_, let status, false) = error, status == incident.snapshot.status else {
        return "\(error)"
      }
      return "✗"
    }
  }

  @Test("every intent in every status comes to what the table says", arguments: table)
  func transitions(intent: Intent, outcomes: String) throws {
    let found = try Self.statuses.map { Self.outcome(of: intent, on: try Self.incident($0)) }
    #expect(found.joined(separator: " ") == outcomes)
  }

  @Test("what did not happen cannot be caught up on when the response is over", arguments: silentTable)
  func silent(intent: Intent, outcomes: String) throws {
    let found = try Self.statuses.map { Self.outcome(of: intent, on: try Self.incident($0, silent: true)) }
    #expect(found.joined(separator: " ") == outcomes)
  }

  @Test("what is recorded leads to the status it should")
  func effects() throws {
    var random = SeededRandom(seed: 1)
    let steps: [(Status, Intent, Status)] = [
      (.declared, .acknowledge(message: nil), .investigating),
      (.investigating, .update(UpdateIntent(status: .monitoring)), .monitoring),
      (.investigating, .mitigate(message: nil), .monitoring),
      (.declared, .resolve(message: nil, cause: nil), .resolved),
      (.monitoring, .resolve(message: nil, cause: nil), .resolved),
      (.resolved, .close(message: nil, force: false), .closed),
      (.resolved, .cancel(message: nil, duplicateOf: .sample), .cancelled),
      (.resolved, .reopen(message: nil), .investigating),
      (.closed, .reopen(message: nil), .investigating),
      (.cancelled, .reopen(message: nil), .investigating),
      (.closed, .note(message: "m"), .closed),
      (.resolved, .changeSeverity(.sev1, message: nil), .resolved),
    ]
    for (from, intent, to) in steps {
      #expect(try Self.incident(from).after(intent, "23:30", random: &random).snapshot.status == to, "\(intent)")
    }
  }

  @Test("a cancelled incident is neither resolved nor mitigated again, though it had been before")
  func cancelledAfterResolution() throws {
    let cancelled = try Self.incident(.resolved).adding([event(9, "23:00", .cancelled(Cancelled()))])
    for (intent, verb) in [
      (Intent.resolve(message: nil, cause: nil), Verb.resolve), (.mitigate(message: nil), .mitigate),
    ] {
      #expect(
        cancelled.refusal(of: intent, "23:30") == .wrongStatus(verb: verb, status: .cancelled, backfilled: false))
    }
  }
}
