import IncidentCore
import Testing

@testable import IncidentReports

/// One story for all: names and words in it are chosen so that a leak shows.
private func story(_ status: Status, kind: IncidentKind = .incident) throws -> (Incident, Timestamp) {
  var story = try Story(
    Declared(
      title: "Zorblax pool exhausted", severity: .sev2, services: ["payments", "checkout"],
      impact: "Zorblax shard 7 refuses one checkout in five",
      publicImpact: "About 20 % of customers cannot check out", kind: kind))
  func end(_ now: String) throws -> (Incident, Timestamp) { (story.incident, try Story.time(now)) }
  if status == .declared { return try end("14:03") }
  try story.then("14:05", by: "li", .acknowledge(message: "Taking it"))
  try story.then("14:06", by: "li", .assign(.incidentCommander, to: "li"))
  if status == .cancelled {
    try story.then("14:20", by: "li", .cancel(message: "A load test that nobody had announced", duplicateOf: nil))
    return try end("14:21")
  }
  try story.then(
    "14:10", .update(UpdateIntent(message: "Suspect the zorblax", eta: try Story.time("15:30"))))
  try story.then("14:11", .note(message: "Paged the database team"))
  try story.then(
    "14:12", .update(UpdateIntent(message: "We see failing payments and are looking into it.", isPublic: true)))
  if status == .investigating { return try end("14:15") }
  try story.then(
    "14:20",
    .update(
      UpdateIntent(message: "Doubling the pool", status: .mitigating, cause: "pool-size", eta: try Story.time("15:00")))
  )
  if status == .mitigating { return try end("14:25") }
  try story.then("14:40", .mitigate(message: "Pool doubled"))
  if status == .monitoring { return try end("14:41") }
  try story.then("15:00", .resolve(message: "Pool doubled for good", cause: "pool-size"))
  if status == .resolved { return try end("15:01") }
  try story.add("6 10:00", .postmortem(PostmortemChanged(status: .published)))
  try story.then("6 10:05", .close(message: nil, force: false))
  return try end("6 10:06")
}

@Suite("Comms")
struct CommsTests {
  @Test("say what the audience needs at every status", arguments: Audience.allCases, Status.allCases)
  func golden(audience: Audience, status: Status) throws {
    let (incident, now) = try story(status)
    #expect(incident.snapshot.status == status)
    let text = try Comms.text(incident, for: audience, now: now, policy: .standard)
    expectSnapshot(text, "comms-\(audience.rawValue)-\(status.rawValue)")
  }

  @Test("to customers carry no names, no title, no notes, no cause, no internal estimate", arguments: Status.allCases)
  func external(status: Status) throws {
    let (incident, now) = try story(status)
    let text = try Comms.text(incident, for: .external, now: now, policy: .standard).lowercased()
    let secrets = [
      "zorblax", "dana", "li ", "taking it", "database team", "pool", "15:30", "15:00", "load test", "sev", "inc-",
    ]
    for secret in secrets { #expect(!text.contains(secret), "\(secret)") }
  }

  @Test("name a drill a drill", arguments: Audience.allCases, Status.allCases)
  func drill(audience: Audience, status: Status) throws {
    let (incident, now) = try story(status, kind: .drill)
    let text = try Comms.text(incident, for: audience, now: now, policy: .standard)
    #expect(text.hasPrefix("**DRILL: this is an exercise"))
  }

  @Test("follow the status in the words customers know")
  func wording() throws {
    let words: [(Status, String)] = [
      (.declared, "We are aware"), (.investigating, "are investigating"), (.mitigating, "We have identified"),
      (.monitoring, "A fix is in place"), (.resolved, "is resolved"), (.closed, "is resolved"),
      (.cancelled, "was not affected"),
    ]
    for (status, word) in words {
      let (incident, now) = try story(status)
      #expect(try Comms.text(incident, for: .external, now: now, policy: .standard).contains(word), "\(status)")
    }
  }

  @Test(
    "tell a duplicate from a false alarm: it is not over",
    arguments: [
      (
        Audience.internal, "tracked together with INC-20240301-7QK4, and is not over until that one is",
        "It was no incident."
      ),
      (.external, "We track the problem with search together with another one", "our service was not affected"),
      (.executive, "tracked together with INC-20240301-7QK4, and is not over until that one is", "it was no incident."),
    ])
  func duplicate(audience: Audience, words: String, falseAlarm: String) throws {
    func text(_ original: IncidentID?) throws -> String {
      var story = try Story(Declared(title: "Slow", severity: .sev2, services: ["search"], publicImpact: "Slow search"))
      try story.then("14:20", .cancel(message: "Seen before", duplicateOf: original))
      return try Comms.text(story.incident, for: audience, now: try Story.time("14:21"), policy: .standard)
    }
    let duplicate = try text(IncidentID("INC-20240301-7QK4"))
    #expect(
      duplicate.contains(words) && !duplicate.contains(falseAlarm) && !duplicate.contains("20 min"), "\(duplicate)")
    if audience == .external { #expect(!duplicate.contains("INC-") && duplicate.contains("It is not over")) }
    let alarm = try text(nil)
    #expect(alarm.contains(falseAlarm) && !alarm.contains("together"), "\(alarm)")
    expectSnapshot(duplicate, "comms-\(audience.rawValue)-duplicate")
  }

  @Test("say no news while nobody has taken it up, and never that somebody is still at it")
  func noNews() throws {
    var story = try Story(Declared(title: "Slow", severity: .sev2, services: ["search"]))
    try story.then("14:10", .update(UpdateIntent(isUnchanged: true)))
    func text(_ audience: Audience) throws -> String {
      try Comms.text(story.incident, for: audience, now: try Story.time("14:11"), policy: .standard)
    }
    #expect(story.incident.snapshot.status == .declared)
    #expect(try text(.internal).contains("\nNo news yet.\nNobody has acknowledged it yet."))
    #expect(try text(.external).contains("\nThere is no news yet about the problem with search. We are aware of it"))
    #expect(try text(.executive).contains("\nThere is no news yet.\n"))
    for audience in Audience.allCases { #expect(try !text(audience).lowercased().contains("still ")) }
    try story.then("14:12", .acknowledge(message: nil))
    try story.then("14:13", .update(UpdateIntent(isUnchanged: true)))
    #expect(try text(.external).contains("We are still investigating the problem with search."))
    #expect(try text(.internal).contains("the cause is still being looked for"))
  }

  @Test("say to insiders that an update is overdue, and that there is no news")
  func overdue() throws {
    let (incident, _) = try story(.investigating)
    let now = try Story.time("14:52")
    let text = try Comms.text(incident, for: .internal, now: now, policy: .standard)
    #expect(text.contains("- **Next update**: overdue by 10 min, was due 14:42 UTC\n"))
    #expect(text.contains("There is no news since 14:12 UTC.\n"))
    let external = try Comms.text(incident, for: .external, now: now, policy: .standard)
    #expect(external.contains("We have nothing new to report and continue to work on it.\n"))
    #expect(external.contains("**Next update**: by 15:22 UTC\n"))
    #expect(!external.contains("overdue"))
  }

  @Test("give customers an estimate only while it is the one they were given and ahead")
  func estimate() throws {
    var story = try Story(Declared(title: "Slow", severity: .sev2, services: ["search"]))
    let estimate = UpdateIntent(message: "Soon.", eta: try Story.time("15:00"), isPublic: true)
    try story.then("14:05", .acknowledge(message: nil))
    try story.then("14:06", .update(estimate))
    func external(_ now: String) throws -> String {
      try Comms.text(story.incident, for: .external, now: try Story.time(now), policy: .standard)
    }
    #expect(try external("14:07").contains("**Expected back**: 15:00 UTC\n"))
    #expect(try !external("15:01").contains("Expected back"))
    try story.then("14:10", .update(UpdateIntent(message: "Later", eta: try Story.time("17:00"))))
    #expect(try !external("14:11").contains("Expected back"))
    #expect(try external("14:11").contains("- **14:06 UTC**: Soon.\n"))
  }

  @Test("repeat nothing to customers that was taken back or blanked")
  func retracted() throws {
    var story = try Story(Declared(title: "Slow", severity: .sev2, services: ["search"]))
    for (clock, message) in [("14:05", "First words."), ("14:06", "Second words."), ("14:07", "Third words.")] {
      try story.then(clock, .update(UpdateIntent(message: message, isPublic: true)))
    }
    try story.then("14:08", .retract(story.incident.events[1].id, message: nil))
    try story.add("14:09", .redacted(Redacted(event: story.incident.events[2].id)))
    let text = try Comms.text(story.incident, for: .external, now: try Story.time("14:10"), policy: .standard)
    #expect(!text.contains("First") && !text.contains("Second") && text.contains("Third"))
    #expect(!text.contains("redacted"))
  }
}
