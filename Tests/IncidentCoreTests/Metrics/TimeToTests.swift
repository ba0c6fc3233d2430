import IncidentCore
import Testing

@Suite struct TimeToTests {
  /// Milestones written as `started 22:41, detected 22:47`.
  private static func milestones(_ text: String) throws -> Milestones {
    var milestones = Milestones()
    for part in text.split(separator: ", ") {
      let words = part.split(separator: " ")
      milestones[try #require(Milestone(rawValue: String(words[0])))] = time(String(words[1]))
    }
    return milestones
  }

  @Test("the published example: API latency on 5 March 2024 took 15 min to mitigate and 45 to resolve")
  func publishedExample() throws {
    func at(_ clock: String) -> Timestamp { time("2024-03-05T\(clock):00Z") }
    var random = SeededRandom(seed: 1)
    var declared = Declared(title: "API latency spike", severity: .sev2, services: ["api"])
    (declared.started, declared.detected) = (at("14:00"), at("14:00"))
    let now = at("16:00")
    func context(_ clock: String) -> ResponseContext {
      ResponseContext(at: at(clock), now: now, by: "dana", policy: .standard)
    }
    var incident = try Incident.beginning(
      id: .sample, with: Incident.decide(.init(declared), in: context("14:00")), in: context("14:00"),
      milliseconds: UInt64(now.seconds) * 1_000, random: &random
    ).incident
    let steps: [(String, Intent)] = [
      ("14:05", .update(UpdateIntent(message: "Database load from inefficient queries", status: .mitigating))),
      ("14:15", .mitigate(message: "Read replica scaled up, query optimised")),
      ("14:45", .resolve(message: "Latency back to normal", cause: "inefficient-query")),
    ]
    for (clock, intent) in steps {
      let decision = try incident.decide(intent, in: context(clock))
      #expect(decision.warnings.isEmpty && decision.already == nil)
      incident = try incident.recording(
        decision, in: context(clock), milliseconds: UInt64(now.seconds) * 1_000, random: &random
      ).incident
    }
    let milestones = incident.snapshot.milestones
    #expect(try milestones.time(.timeToResolve).seconds == 45 * 60)
    #expect(try milestones.time(.timeToMitigate).seconds == 15 * 60)
    #expect(try milestones.time(.timeToDetect).seconds == 0)
    #expect(throws: Unmeasured.missing(.acknowledged)) { try milestones.time(.timeToAcknowledge) }
    #expect(incident.events.map { $0.at.clock() } == ["14:00", "14:05", "14:15", "14:45"])
    #expect(incident.events.map(\.isLoggedLate) == [true, true, true, true])
    #expect(incident.snapshot.impacted.text == ["14:00–14:15"])
    #expect(incident.snapshot.cause == "inefficient-query")
  }

  @Test(
    "a measure with the milestones it stands on, and those that stood in",
    arguments: [
      (Measure.timeToDetect, "started 22:41, detected 22:47, declared 22:48", 360, ""),
      (.timeToDetect, "started 22:41, declared 22:48", 420, "detected by declared"),
      (.timeToDetect, "started 22:41, detected 22:41", 0, ""),
      (.timeToAcknowledge, "started 22:41, detected 22:47, declared 22:48, acknowledged 22:50", 180, ""),
      (.timeToAcknowledge, "declared 22:48, acknowledged 22:50", 120, "detected by declared"),
      (.timeToMitigate, "started 22:41, detected 22:47, declared 22:48, mitigated 23:01, resolved 23:11", 1_200, ""),
      (.timeToMitigate, "started 22:41, resolved 23:11", 1_800, "mitigated by resolved"),
      (.timeToMitigate, "detected 22:47, mitigated 23:01", 840, "started by detected"),
      (.timeToMitigate, "declared 22:48, resolved 23:11", 1_380, "started by declared, mitigated by resolved"),
      (.timeToResolve, "started 22:41, mitigated 23:01, resolved 23:11, closed 23:59", 1_800, ""),
      (.timeToResolve, "detected 22:47, declared 22:48, resolved 23:11", 1_440, "started by detected"),
      (.timeToResolve, "declared 22:48, resolved 23:11", 1_380, "started by declared"),
    ])
  func measured(measure: Measure, text: String, seconds: Int, fallbacks: String) throws {
    let time = try Self.milestones(text).time(measure)
    #expect(time.measure == measure && time.seconds == seconds)
    #expect(time.end.seconds(since: time.start) == seconds)
    #expect(
      time.fallbacks.map { "\($0.wanted) by \($0.taken)" }.joined(separator: ", ") == fallbacks)
  }

  @Test(
    "what is missing is left out, and named",
    arguments: [
      (Measure.timeToDetect, "", Milestone.started),
      (.timeToDetect, "started 22:41", .detected),
      (.timeToDetect, "detected 22:47, declared 22:48", .started),
      (.timeToDetect, "declared 22:48", .started),
      (.timeToAcknowledge, "acknowledged 22:50", .detected),
      (.timeToAcknowledge, "started 22:41, acknowledged 22:50", .detected),
      (.timeToAcknowledge, "detected 22:47, declared 22:48", .acknowledged),
      (.timeToMitigate, "started 22:41, declared 22:48", .mitigated),
      (.timeToMitigate, "mitigated 22:48", .started),
      (.timeToResolve, "started 22:41, mitigated 22:50, closed 23:00", .resolved),
      (.timeToResolve, "resolved 23:00", .started),
    ])
  func missing(measure: Measure, text: String, milestone: Milestone) throws {
    let milestones = try Self.milestones(text)
    #expect(throws: Unmeasured.missing(milestone)) { try milestones.time(measure) }
  }

  @Test(
    "what would end before it began is left out, and named after any fallback",
    arguments: [
      (Measure.timeToDetect, "started 22:48, detected 22:47", Milestone.started, Milestone.detected),
      (.timeToAcknowledge, "declared 22:48, acknowledged 22:47", .declared, .acknowledged),
      (.timeToMitigate, "detected 22:48, resolved 22:47", .detected, .resolved),
      (.timeToResolve, "started 22:48, resolved 22:47", .started, .resolved),
    ])
  func negative(measure: Measure, text: String, from: Milestone, to: Milestone) throws {
    let milestones = try Self.milestones(text)
    #expect(throws: Unmeasured.negative(from: from, to: to)) { try milestones.time(measure) }
  }

  @Test("the last resolution counts, where it was reopened")
  func reopened() throws {
    let milestones = try incident(
      .sample, event(1, "23:00", .mitigated(Mitigated())), event(2, "23:10", .resolved(Resolved())),
      event(3, "23:20", .reopened(Reopened())), event(4, "23:47", .resolved(Resolved()))
    ).snapshot.milestones
    #expect(try milestones.time(.timeToResolve).seconds == 3_600)
    #expect(try milestones.time(.timeToMitigate).seconds == 780)
  }
}
