import IncidentCore
import Testing

@Suite struct PrecedentsTests {
  /// A snapshot of an incident that began on a day of November 2026.
  private func snapshot(
    _ suffix: String, day: Int, cause: String? = nil, services: [String] = [], kind: IncidentKind = .incident,
    cancelled: Bool = false, action: ActionStatus? = nil
  ) throws -> Snapshot {
    let id = try #require(IncidentID("INC-20261101-\(suffix)"))
    let at = try #require(Timestamp(rfc3339: "2026-11-01T00:00:00Z")).adding((day - 1) * 86_400)
    func make(_ number: UInt8, _ body: EventBody) -> Event {
      Event(id: eventID(Int(number)), at: at, by: "dana", body: body)
    }
    var events = [
      make(1, .declared(Declared(title: "Down", severity: .sev2, services: services, kind: kind))),
      make(2, .updated(Updated(cause: cause))),
    ]
    if cancelled { events.append(make(3, .cancelled(Cancelled()))) }
    if let action {
      events.append(make(4, .actionAdded(ActionAdded(title: "Alert"))))
      events.append(make(5, .actionChanged(ActionChanged(action: eventID(4), status: action))))
    }
    return try Incident(id: id, events: events).snapshot
  }

  private func recurrence(_ own: Snapshot, _ others: [Snapshot]) throws -> Recurrence? {
    let query = try #require(PrecedentQuery(own))
    return Recurrence(query.precedents(among: others + [own]), of: own)
  }

  @Test("the cause on a service tells most, then the cause, then the service")
  func traits() throws {
    let own = try snapshot("0001", day: 30, cause: "Pool", services: ["payments", "api"])
    let sameBoth = try snapshot("0002", day: 20, cause: "pool", services: ["payments"], action: .done)
    let sameCause = try snapshot("0003", day: 21, cause: "pool", services: ["search"])
    let sameService = try snapshot("0004", day: 22, services: ["api"], action: .verified)
    let all = try #require(try recurrence(own, [sameService, sameBoth, sameCause]))
    #expect(all.trait == .causeOnService(cause: "Pool", service: "payments") && all.ordinal == 2)
    #expect(all.earlier.map(\.id) == [sameBoth.id] && all.earlier[0].hasUnfinished)
    let causes = try #require(try recurrence(own, [sameService, sameCause]))
    #expect(causes.trait == .cause("Pool") && causes.earlier.map(\.id) == [sameCause.id])
    let services = try #require(try recurrence(own, [sameService]))
    #expect(services.trait == .service("api") && services.ordinal == 2 && !services.earlier[0].hasUnfinished)
    #expect(try recurrence(own, []) == nil)
  }

  @Test("a cause or a service is the same however its words are joined or capitalised")
  func spelling() throws {
    let own = try snapshot("0001", day: 30, cause: "connection-pool", services: ["Payments API"])
    for cause in ["Connection pool", "connection_pool", "CONNECTION  POOL"] {
      let other = try snapshot("0002", day: 20, cause: cause, services: ["payments-api"])
      let trait = try #require(try recurrence(own, [other])).trait
      #expect(trait == .causeOnService(cause: "connection-pool", service: "Payments API"))
    }
    #expect(try recurrence(own, [try snapshot("0002", day: 20, cause: "connectionpool", services: ["pay"])]) == nil)
  }

  @Test("the quick way to a label of ASCII gives what the one by Unicode's tables does")
  func labels() throws {
    var random = SeededRandom(seed: UInt64.random(in: 0 ... .max))
    let seed = random
    let alphabet = (0..<0x80).map { Character(Unicode.Scalar($0)) } + Array(" -_ -_\r\nAZaz")
    for _ in 0..<20_000 {
      let text = String(
        (0..<Int.random(in: 0...20, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "a" })
      let words = text.lowercased().split { $0.isWhitespace || $0 == "-" || $0 == "_" }
      let expected = text.contains { !$0.isWhitespace } ? words.joined(separator: "-") : nil
      #expect(PrecedentQuery.label(text) == expected, "\(seed) \(text.debugDescription)")
    }
    #expect(PrecedentQuery.label("ÜBERLAST  Pool") == "überlast-pool")
  }

  @Test("neither drills nor false alarms nor later ones nor those of more than sixty days ago count")
  func leftOut() throws {
    let own = try snapshot("0001", day: 62, cause: "pool", services: ["payments"])
    let first = try snapshot("0002", day: 2, cause: "pool", services: ["payments"])
    let others = [
      first, try snapshot("0003", day: 1, cause: "pool"), try snapshot("0004", day: 63, cause: "pool"),
      try snapshot("0005", day: 30, cause: "pool", kind: .drill),
      try snapshot("0006", day: 30, cause: "pool", cancelled: true),
      try snapshot("0007", day: 30, cause: "disk", services: ["search"]),
    ]
    #expect(try #require(try recurrence(own, others)).earlier.map(\.id) == [first.id])
    #expect(PrecedentQuery(try snapshot("0008", day: 1)) == nil)
    #expect(PrecedentQuery(try snapshot("0009", day: 1, cause: " ")) == nil)
    #expect(PrecedentQuery(try snapshot("0010", day: 1, cause: "pool", kind: .drill)) == nil)
  }
}
