import Foundation
import IncidentCore
import IncidentReports
import JSONTree
import Testing

@testable import IncidentExchange

/// What customers read of incidents that are full of what they must not.
@Suite struct ExternalLeakTests {
  private static let people = ["Zelda Quix", "oryn", "Bram Toker", "kaelyn.voss", "田中"]
  private static let parts = ["zelda", "quix", "oryn", "bram", "toker", "kaelyn", "voss", "田中"]
  private static let planted = [
    "db-07", "ip-10-2-3-4", "vault.corp", "payments-7d9f8b6c5-x2x4z", "grafana.internal", "10.4.5.6", "192.168.7.8",
    "fd00:12:34::9", "quorra@example.com", "OPS-4471", "INC0099887", "SEV1", "Project Heron",
    "ghp_abcdefghijklmnopqrstuvwxyz0123456789", "AKIAIOSFODNN7EXAMPLE", "da\u{200B}ta-Project Her\u{AD}on",
  ]
  /// Words that no rule knows: only that nothing internal is rendered keeps them in.
  private static let notes = ["zorblaxnote", "quietword", "shardsecret"]
  private static let clean = [
    "Some payments fail.", "Checkout is slow for about 20 % of customers.", "We have found the cause and roll back.",
    "Search answers again; we will keep watching.", "Please try again in 15 minutes.",
  ]

  private struct Case {
    var incident: Incident
    /// Whether something was planted where customers read.
    var isLeaky: Bool
  }

  private func makeCase(_ random: inout SplitMix64) throws -> Case {
    func pick(_ words: [String]) -> String { words[Int(random.next() % UInt64(words.count))] }
    func internals() -> String {
      "\(pick(Self.notes)) \(pick(Self.planted)) \(pick(Self.people)) \(pick(Self.notes))"
    }
    let leak = random.next() % 3 == 0 ? Int(random.next() % 4) : -1
    func publicText(_ place: Int) -> String {
      leak == place
        ? "Words, \(random.next() % 2 == 0 ? pick(Self.planted) : pick(Self.people)) and more." : pick(Self.clean)
    }
    let start = try #require(Timestamp(canonical: "2026-11-20T22:47:09Z"))
    var bodies: [EventBody] = [
      .declared(
        Declared(
          title: internals(), severity: .sev1, services: ["payments"], impact: internals(), publicTitle: publicText(0),
          publicImpact: publicText(1))),
      .assigned(Assigned(role: .incidentCommander, name: pick(Self.people), from: pick(Self.people))),
      .noted(Noted(message: internals())),
      .updated(Updated(message: publicText(2), isPublic: true)),
    ]
    let steps: [EventBody] = [
      .acknowledged(Acknowledged(message: internals())),
      .updated(Updated(message: internals(), status: .mitigating, impact: internals(), cause: internals())),
      .actionAdded(ActionAdded(title: internals(), owner: pick(Self.people), link: internals())),
      .communicated(Communicated(audience: .internal, format: "text", channel: internals(), message: internals())),
      .updated(Updated(message: publicText(3), isPublic: true)),
      .mitigated(Mitigated(message: internals())), .resolved(Resolved(message: internals(), cause: internals())),
      .cancelled(Cancelled(message: internals())),
    ]
    let count = Int(random.next() % UInt64(steps.count + 1))
    bodies += steps.prefix(count)
    var events: [Event] = []
    for (minute, body) in bodies.enumerated() {
      let at = start.adding(minute * 60)
      let id = EventID(milliseconds: UInt64(at.seconds) * 1_000, after: events.last?.id, random: &random)
      events.append(Event(id: id, at: at, by: pick(Self.people), body: body))
    }
    let isShown = leak >= 0 && (leak != 3 || count > 4) && !(leak == 1 && count == steps.count)
    return Case(incident: try Incident(id: IncidentID(on: start, random: &random), events: events), isLeaky: isShown)
  }

  private func bodies(_ incident: Incident, now: Timestamp) throws -> [String] {
    let message = try #require(try Comms.message(incident, for: .external, now: now, policy: .standard))
    let sender = try #require(EmailAddress("ops@status.example"))
    return [
      try Comms.text(incident, for: .external, now: now, policy: .standard), PlainText.text(message),
      EmailMessage.text(of: message, about: incident.id, for: .external, from: sender, to: [], date: now),
      SlackMessage.body(of: message).json.inlineText(), TeamsCard.body(of: message).json.inlineText(),
      StatuspageIncident.body(of: message, status: incident.snapshot.status).json.inlineText(),
    ]
  }

  @Test("of a thousand incidents nothing planted gets out: it is not rendered, or the message is refused")
  func nothing() throws {
    let seed: UInt64 = 20_261_121
    var random = SplitMix64(seed: seed)
    let now = try #require(Timestamp(canonical: "2026-11-20T23:17:09Z"))
    var refused = 0
    let secrets = (Self.planted + Self.parts + Self.notes).map { $0.lowercased() }
    for number in 0..<1_000 {
      let sample = try makeCase(&random)
      let incident = sample.incident
      let raw = try Comms.rawText(incident, for: .external, now: now, policy: .standard)
      let check = LeakCheck(people: incident.people.union(Self.people), internalWords: ["Project Heron"])
      let leaks = check.leaks(in: raw)
      #expect(leaks.isEmpty == !sample.isLeaky, "seed \(seed), incident \(number): \(leaks) in \(raw)")
      guard leaks.isEmpty else {
        refused += 1
        continue
      }
      for body in try bodies(incident, now: now) {
        let searched = NSString(string: body.lowercased())
        for secret in secrets + [incident.id.text.lowercased()] {
          let isThere = searched.range(of: secret).location != NSNotFound
          #expect(!isThere, "seed \(seed), incident \(number): \(secret) in \(body)")
        }
      }
    }
    #expect((200...400).contains(refused), "\(refused)")
  }

  @Test("no word of the built-in message is anybody's name, in any status, even where somebody is called so")
  func ownWords() throws {
    let now = try #require(Timestamp(canonical: "2026-05-20T23:17:09Z"))
    var random = SplitMix64(seed: 1)
    let start = now.adding(-3_600)
    let first: EventBody = .declared(
      Declared(title: "Slow", severity: .sev2, services: ["ledger"], publicImpact: "Zq zq."))
    let steps: [[EventBody]] = [
      [], [.acknowledged(Acknowledged())], [.updated(Updated(status: .mitigating))], [.mitigated(Mitigated())],
      [.updated(Updated(message: "Zq.", isPublic: true))], [.mitigated(Mitigated()), .resolved(Resolved())],
      [.cancelled(Cancelled(message: "Zq"))],
      [.cancelled(Cancelled(message: "Zq", duplicateOf: IncidentID("INC-20260520-0000")))],
      [.updated(Updated(isUnchanged: true))],
      [.mitigated(Mitigated()), .updated(Updated(isUnchanged: true))],
      [.updated(Updated(status: .mitigating)), .updated(Updated(isUnchanged: true))],
    ]
    for (kind, bodies) in steps.flatMap({ step in [(IncidentKind.incident, step), (.drill, step)] }) {
      var events: [Event] = []
      guard case .declared(var declared) = first else { return }
      declared.kind = kind
      for (minute, body) in ([.declared(declared)] + bodies).enumerated() {
        let at = start.adding(minute * 60)
        let id = EventID(milliseconds: UInt64(at.seconds) * 1_000, after: events.last?.id, random: &random)
        events.append(Event(id: id, at: at, by: "qx", body: body))
      }
      let incident = try Incident(id: IncidentID(on: start, random: &random), events: events)
      let text = try Comms.rawText(incident, for: .external, now: now, policy: .standard)
      let words = Set(text.split { !$0.isLetter }.map(String.init)).subtracting(["Zq", "zq"])
      for names in [words, Set(words.map { $0.lowercased() }), Set(words.map { "\($0)-bot" })] {
        #expect(LeakCheck(people: names, services: ["ledger"]).leaks(in: text).map(\.text) == [], "\(text)")
      }
    }
  }
}
