import IncidentCore
import Testing

/// An incident told command by command, with a set clock and ids that are the same on every run.
struct Story {
  private(set) var incident: Incident
  private var random: SplitMix64
  let policy: Policy

  /// Declared on 5 March 2024 at a clock time, UTC.
  init(
    _ declared: Declared, at clock: String = "14:00", by: String = "dana", policy: Policy = .standard, seed: UInt64 = 1
  ) throws {
    var random = SplitMix64(seed: seed)
    let at = try Story.time(clock)
    let context = ResponseContext(at: at, now: at, by: by, policy: policy)
    let decision = try Incident.decide(Incident.Declaration(declared), in: context)
    incident =
      try Incident.beginning(
        id: IncidentID(on: at, random: &random), with: decision, in: context, milliseconds: UInt64(at.seconds) * 1_000,
        random: &random
      ).incident
    self.random = random
    self.policy = policy
  }

  /// What somebody typed, recorded when it happened unless `now` is given.
  mutating func then(_ clock: String, by: String = "dana", now: String? = nil, _ intent: Intent) throws {
    let at = try Story.time(clock)
    let now = try now.map(Story.time) ?? at
    let context = ResponseContext(at: at, now: now, by: by, policy: policy)
    let decision = try incident.decide(intent, in: context)
    incident =
      try incident.recording(decision, in: context, milliseconds: UInt64(now.seconds) * 1_000, random: &random)
      .incident
  }

  /// An event that no command writes yet.
  mutating func add(_ clock: String, by: String = "dana", _ body: EventBody) throws {
    let at = try Story.time(clock)
    let id = EventID(milliseconds: UInt64(at.seconds) * 1_000, after: incident.events.map(\.id).max(), random: &random)
    incident = try incident.adding([Event(id: id, at: at, by: by, body: body)])
  }

  /// `14:05` on 5 March 2024, `6 00:10` on another day of that month, UTC.
  static func time(_ text: String) throws -> Timestamp {
    let words = text.split(separator: " ")
    let day = words.count > 1 ? String(words[0]) : "5"
    return try #require(
      Timestamp(rfc3339: "2024-03-\(day.count < 2 ? "0" : "")\(day)T\(words[words.count - 1]):00Z"), "\(text)")
  }

  /// The published example: a latency spike, from the alert to the end.
  static func latencySpike() throws -> Story {
    var story = try Story(
      Declared(
        title: "Alert for high API latency", severity: .sev2, services: ["api"],
        impact: "500 % increase in response times for 20 % of customers"))
    try story.then(
      "14:05", .acknowledge(message: "Increased database load from inefficient queries identified"))
    try story.then("14:15", .mitigate(message: "Read replica scaled up and query optimised"))
    try story.then("14:45", .resolve(message: "Latency back to normal", cause: "inefficient-queries"))
    return story
  }
}
