import IncidentCore
import JSONTree
import Mustache
import Testing

@testable import IncidentReports

@Suite("The context of a template for customers")
struct PublicContextTests {
  /// An incident in which every text that is not for customers has a word of its own.
  private struct Planted {
    var random: SplitMix64
    var words: [String] = []
    var publicWords: [String] = []

    mutating func secret() -> String {
      words.append("zq\(words.count)secret\(random.next() % 10_000)")
      return words[words.count - 1]
    }

    mutating func open() -> String {
      publicWords.append("Open\(publicWords.count)words")
      return publicWords[publicWords.count - 1]
    }

    mutating func body(_ number: Int) -> EventBody {
      switch number {
      case 0: .acknowledged(Acknowledged(message: secret()))
      case 1: .noted(Noted(message: secret()))
      case 2: .assigned(Assigned(role: Role.allCases[Int(random.next() % 7)], name: secret(), from: secret()))
      case 3: .updated(Updated(message: secret(), status: .mitigating, impact: secret(), cause: secret()))
      case 4: .updated(Updated(message: secret(), eta: PublicContextTests.estimate))
      case 5: .updated(Updated(message: open(), publicTitle: open(), publicImpact: open(), isPublic: true))
      case 6: .severityChanged(SeverityChanged(severity: .sev2, from: .sev1, message: secret()))
      case 7: .mitigated(Mitigated(message: secret()))
      case 8: .resolved(Resolved(message: secret(), cause: secret()))
      case 9: .communicated(Communicated(audience: .internal, format: "text", channel: secret(), message: secret()))
      case 10: .actionAdded(ActionAdded(title: secret(), kind: .detect, owner: secret(), link: secret()))
      case 11: .cancelled(Cancelled(message: secret(), duplicateOf: IncidentID("INC-20240301-7QK4")))
      case 12: .ran(Ran(command: secret(), status: 0, seconds: 1, output: secret(), message: secret()))
      case 13: .runbookStarted(RunbookStarted(runbook: "r", title: secret(), steps: [secret(), secret()]))
      case 14: .runbookStepped(RunbookStepped(runbook: "r", step: 1, outcome: .done, message: secret()))
      case 15: .runbookReviewed(RunbookReviewed(runbook: "r", isHelpful: true, message: secret()))
      default: .postmortem(PostmortemChanged(status: .draft))
      }
    }

    mutating func incident() throws -> (incident: Incident, services: [String]) {
      let start = try Story.time("14:00")
      let services = [secret(), secret()]
      let kind: IncidentKind = random.next() % 5 == 0 ? .drill : .incident
      var events: [Event] = []
      for minute in 0...Int(random.next() % 14) {
        let at = start.adding(minute * 60)
        let id = EventID(milliseconds: UInt64(at.seconds) * 1_000, after: events.last?.id, random: &random)
        let declared = EventBody.declared(
          Declared(title: secret(), severity: .sev1, services: services, impact: secret(), kind: kind))
        let body = minute == 0 ? declared : body(Int(random.next() % 17))
        events.append(Event(id: id, at: at, by: secret(), body: body))
      }
      return (try Incident(id: IncidentID(on: start, random: &random), events: events), services)
    }
  }

  private static let estimate = Timestamp(rfc3339: "2024-03-07T03:33:00Z")

  /// A template that prints everything in a value, by any name that leads to it.
  private func everything(in value: MustacheValue, named name: String) -> String {
    switch value {
    case .object(let members):
      let inside = members.map { everything(in: $0.value, named: $0.key) }.joined()
      let dotted = members.keys.map { "{{\(name).\($0)}} " }.joined()
      return "{{#\(name)}}\(inside){{/\(name)}}\(dotted)"
    case .list(let items):
      // All items of a list have the same keys.
      var inside = "{{.}} "
      if case .object(let members)? = items.first {
        inside += members.map { everything(in: $0.value, named: $0.key) }.joined()
      }
      return "{{#\(name)}}\(inside){{/\(name)}}"
    default: return "{{\(name)}} {{#\(name)}}{{{.}}}{{/\(name)}} "
    }
  }

  @Test("lets a team's template that prints all it is told print nothing internal", arguments: 0..<UInt64(300))
  func property(seed: UInt64) throws {
    var maker = Planted(random: SplitMix64(seed: seed))
    let (incident, services) = try maker.incident()
    let now = try Story.time("15:00")
    let names = Dictionary(uniqueKeysWithValues: services.map { ($0, "Checkout") })
    let context = IncidentContext(incident, now: now, policy: .standard, publicNames: names)
    guard case .object(let members) = context.value else { return #expect(Bool(false), "no object") }
    let source = members.map { everything(in: $0.value, named: $0.key) }.joined()
    func texts(_ audience: Audience) throws -> [String] {
      let library = TemplateLibrary(team: ["comms-\(audience.rawValue).md": source])
      let markdown = try Comms.text(
        incident, for: audience, now: now, policy: .standard, publicNames: names, library: library)
      let raw = try Comms.rawText(
        incident, for: audience, now: now, policy: .standard, publicNames: names, library: library)
      guard seed % 10 == 0 else { return [markdown, raw] }
      let message = try Comms.message(
        incident, for: audience, now: now, policy: .standard, publicNames: names, library: library)
      return [markdown, raw, "\(message?.blocks ?? [])"]
    }
    let inside = try texts(.internal)[1]
    #expect(inside.contains(services[0]) && inside.contains("SEV") && inside.contains(incident.id.text), "seed \(seed)")
    let marks = ["secret", "SEV", "critical", "major", "INC-", String(incident.id.shortText), "03:33", "7QK4"]
    for text in try texts(.external) {
      let leaked = marks.filter { text.contains($0) }
      #expect(leaked.isEmpty && text.contains("Checkout"), "seed \(seed)")
    }
  }

  @Test("has every key, and the values of those that customers may read")
  func keys() throws {
    var story = try Story.latencySpike()
    try story.then("14:50", .update(UpdateIntent(message: "All is well again.", isPublic: true)))
    let context = IncidentContext(story.incident, now: try Story.time("15:00"), policy: .standard)
    let full = try #require(context.value.json.object)
    let outside = try #require(context.value(for: .external).json.object)
    #expect(full.keys == outside.keys && context.value(for: .executive) == context.value)
    for key in full.keys where IncidentContext.publicKeys.contains(key) { #expect(full[key] == outside[key], "\(key)") }
    for key in full.keys where !IncidentContext.publicKeys.contains(key) {
      #expect([.null, false, .array([])].contains(outside[key]), "\(key)")
    }
    #expect(IncidentContext.publicKeys.isSubset(of: full.keys))
    #expect(outside["status"] == "resolved" && outside["isResolved"] == true && outside["duration"] == "45 min")
    #expect(outside["hasPublicUpdates"] == true && outside["publicUpdates"]?[0]?["words"] == "All is well again.")
  }

  @Test(
    "is known by a template's name, or its file's",
    arguments: [
      ("comms-external", .external), ("comms-external.md", .external),
      ("incidents/templates/comms-external.txt", .external),
      ("comms-internal", .internal), ("comms-executive.html", .executive), ("handoff", nil), ("comms-external2", nil),
      ("comms-external/x.md", nil), ("", nil),
    ] as [(String, Audience?)])
  func names(name: String, audience: Audience?) {
    #expect(Comms.audience(ofTemplate: name) == audience)
  }
}
