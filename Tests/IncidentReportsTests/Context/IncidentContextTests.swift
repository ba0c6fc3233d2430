import IncidentCore
import JSONTree
import Mustache
import Testing

@testable import IncidentReports

@Suite("The context of a template")
struct IncidentContextTests {
  private func context(_ story: Story, now: String) throws -> JSON {
    IncidentContext(story.incident, now: try Story.time(now), policy: .standard).value.json
  }

  @Test("is printed as JSON, keys sorted, every key there")
  func golden() throws {
    let text = try context(.latencySpike(), now: "15:00").prettyText()
    expectSnapshot(text + "\n", "context-latency-spike")
  }

  @Test("has the same keys whatever is known")
  func keys() throws {
    let full = try #require(try context(.latencySpike(), now: "15:00").object)
    let bare = try #require(try context(Story(Declared(title: "t", severity: .sev4)), now: "14:00").object)
    #expect(full.keys == bare.keys)
    #expect(bare["impact"] == .null && bare["nextUpdate"] == .null && bare["updateEvery"] == .null)
  }

  @Test("survives the way through JSON and back")
  func roundTrip() throws {
    let value = IncidentContext(
      try Story.latencySpike().incident, now: try Story.time("15:00"), policy: .standard
    ).value
    #expect(MustacheValue(json: value.json) == value)
  }

  @Test("marks a new day once, and what was logged late")
  func timeline() throws {
    var story = try Story(Declared(title: "Slow", severity: .sev2), at: "23:50")
    try story.then("23:55", .note(message: "a"))
    try story.then("6 00:10", .note(message: "b"))
    try story.then("6 00:05", now: "6 00:30", .note(message: "c"))
    let entries = try #require(try context(story, now: "6 01:00")["timeline"]?.array)
    #expect(entries.map { $0["day"] } == ["5 March 2024", .null, "6 March 2024", .null])
    #expect(entries.map { $0["words"]?.string } == ["Slow", "a", "c", "b"])
    #expect(entries.map { $0["isLoggedLate"] } == [false, false, true, false])
    #expect(entries[2]["at"]?["short"] == "00:05 UTC")
    #expect(entries[1]["at"]?["short"] == "5 March 2024 23:55 UTC")
  }

  @Test("says what nobody does and what is late")
  func needs() throws {
    let story = try Story(Declared(title: "Slow", severity: .sev2, detected: try Story.time("13:58")))
    let context = try context(story, now: "14:14")
    #expect(
      context["emptyRoles"]?.array?.map { $0["title"] } == [
        "incident commander", "communications lead", "technical lead",
      ])
    #expect(context["needsAcknowledgement"] == true && context["respondIsLate"] == true)
    #expect(context["respondBy"]?["clock"] == "14:13")
    #expect(context["nextUpdateDue"]?["clock"] == "14:30" && context["isOverdue"] == false)
  }

  @Test("counts a reopened incident from its beginning, and forgets its resolution")
  func reopened() throws {
    var story = try Story.latencySpike()
    try story.then("15:00", .reopen(message: "Back again"))
    let active = try context(story, now: "15:10")
    #expect(active["duration"] == "1 h 10 min" && active["ended"] == .null && active["resolutionMessage"] == .null)
    #expect(active["latestNews"]?["words"] == "Back again")
  }

  @Test("tells apart words of one line and of several")
  func lines() throws {
    var story = try Story(Declared(title: "Slow", severity: .sev3))
    try story.then("14:05", .note(message: "one\n"))
    try story.then("14:06", .note(message: "\r\n  at a\r\n\n \nat b\n"))
    let timeline = try #require(try context(story, now: "14:10")["timeline"]?.array)
    try #require(timeline.count == 3)
    #expect(timeline[1]["line"] == "one\n" && timeline[1]["hasLines"] == false)
    #expect(timeline[2]["line"] == .null && timeline[2]["hasLines"] == true)
    #expect(timeline[2]["lines"]?.array == ["  at a", "", "at b"])
    #expect(timeline[2]["words"] == "\r\n  at a\r\n\n \nat b\n")
  }

  @Test("keeps the words of a cancellation that a later one only completes, until it is reopened")
  func cancelledTwice() throws {
    var story = try Story(Declared(title: "Slow", severity: .sev3))
    try story.then("14:05", .cancel(message: "A load test", duplicateOf: nil))
    let original = IncidentID("INC-20240305-7QK4")
    try story.add("14:06", .cancelled(Cancelled(duplicateOf: original)))
    let completed = try context(story, now: "14:10")
    #expect(completed["cancellationMessage"] == "A load test" && completed["duplicateOf"] == "INC-20240305-7QK4")
    try story.add("14:07", .reopened(Reopened()))
    try story.add("14:08", .cancelled(Cancelled()))
    #expect(try context(story, now: "14:10")["cancellationMessage"] == .null)
  }

  @Test("says why there is no measure")
  func measures() throws {
    let detect = try context(.latencySpike(), now: "15:00")["timeToDetect"]
    #expect(detect?["isMeasured"] == false && detect?["text"] == .null)
    #expect(detect?["missing"] == "started is not recorded")
  }
}

@Suite("The context of a shift")
struct ShiftContextTests {
  private func shift(now: String = "22:00") throws -> ShiftContext {
    var active = try Story(Declared(title: "Search is slow", severity: .sev3, services: ["search"]), seed: 2)
    try active.then("14:05", by: "li", .acknowledge(message: "Looking at\nthe cache"))
    let payments = Declared(title: "Payments fail", severity: .sev1, services: ["payments"])
    let worse = try Story(payments, at: "21:50", seed: 3)
    var cancelled = try Story(Declared(title: "Disk full", severity: .sev3), at: "18:00", seed: 4)
    try cancelled.then("18:10", .cancel(message: "Cleaned up by itself", duplicateOf: nil))
    var old = try Story(Declared(title: "Old", severity: .sev4), at: "01:00", seed: 5)
    try old.then("02:00", .resolve(message: "Gone", cause: nil))
    let incidents = [try Story.latencySpike(), active, worse, cancelled, old].map(\.incident)
    return ShiftContext(incidents, since: try Story.time("14:00"), now: try Story.time(now), policy: .standard)
  }

  @Test("sorts what goes on by severity, what ended by time, and leaves the rest out")
  func lists() throws {
    let context = try shift().value.json
    func titles(_ key: String) -> [String]? { context[key]?.array?.compactMap { $0["title"]?.string } }
    #expect(titles("active") == ["Payments fail", "Search is slow"])
    #expect(titles("ended") == ["Disk full", "Alert for high API latency"])
    #expect(titles("owed") == ["Alert for high API latency"])
    #expect(context["isQuiet"] == false && context["length"] == "8 h" && context["activeCount"] == 2)
  }

  @Test("a postmortem is owed however long ago the shift was that resolved the incident, and a closed one owes none")
  func owedFromBefore() throws {
    var worse = try Story(Declared(title: "Much older", severity: .sev1), at: "01:00", seed: 6)
    try worse.then("02:00", .resolve(message: "Gone", cause: nil))
    var closed = try Story(Declared(title: "Done with", severity: .sev2), at: "01:00", seed: 7)
    try closed.then("02:00", .resolve(message: "Gone", cause: nil))
    try closed.then("8 15:00", .close(message: "No time for it", force: true))
    let shift = ShiftContext(
      [closed.incident, try Story.latencySpike().incident, worse.incident], since: try Story.time("8 14:00"),
      now: try Story.time("8 22:00"), policy: .standard)
    let text = try #require(try TemplateLibrary.builtIn.render("handoff", with: shift.value))
    #expect(text.contains("## Ended during the shift (0)\n\nNothing ended.\n"))
    let lists = text.split(separator: "## Postmortems owed (2)\n\n")
    try #require(lists.count == 2)
    let id = worse.incident.id
    #expect(lists[1].hasPrefix("- \(id), overdue since 8 March 2024 02:00 UTC: Much older\n- "))
    #expect(lists[1].contains(", overdue since 8 March 2024 14:45 UTC: Alert for high API latency\n\n##"))
    #expect(!text.contains("Done with"))
  }

  @Test("a cancelled incident ended with its cancellation, even where it had been resolved before")
  func cancelledLater() throws {
    var story = try Story(Declared(title: "Slow", severity: .sev2))
    try story.then("14:30", .resolve(message: "Gone", cause: nil))
    try story.then("16:00", .cancel(message: "A test", duplicateOf: nil))
    let shift = ShiftContext(
      [story.incident], since: try Story.time("15:00"), now: try Story.time("22:00"), policy: .standard)
    let ended = try #require(shift.value.json["ended"]?.array?.first)
    #expect(ended["ended"]?["clock"] == "16:00" && ended["duration"] == "2 h")
    let page = ShowPage(story.incident, now: try Story.time("22:00"), policy: .standard).lines(width: nil)
    #expect(page.contains { $0.plainText == "Cancelled     16:00 UTC" })
  }

  @Test("real incidents come before drills, as on the status page")
  func drills() throws {
    let drill = try Story(Declared(title: "Drill", severity: .sev1, kind: .drill), seed: 8)
    let real = try Story(Declared(title: "Real", severity: .sev3), seed: 9)
    let shift = ShiftContext(
      [drill.incident, real.incident], since: try Story.time("14:00"), now: try Story.time("22:00"), policy: .standard)
    #expect(shift.value.json["active"]?.array?.map { $0["title"] } == ["Real", "Drill"])
  }

  @Test("becomes a handoff")
  func golden() throws {
    let text = try #require(try TemplateLibrary.builtIn.render("handoff", with: try shift().value))
    expectSnapshot(text, "handoff")
  }

  @Test("of one incident, without a shift, says nothing of one")
  func withoutShift() throws {
    let now = try Story.time("14:20")
    let context = IncidentContext(try Story.latencySpike().incident, now: now, policy: .standard)
    let text = try #require(try TemplateLibrary.builtIn.render("handoff", with: context.value))
    expectSnapshot(text, "handoff-of-one")
  }

  @Test("of a quiet shift says so")
  func quiet() throws {
    let shift = ShiftContext([], since: try Story.time("06:00"), now: try Story.time("14:00"), policy: .standard)
    let text = try #require(try TemplateLibrary.builtIn.render("handoff", with: shift.value))
    #expect(text.contains("It was quiet") && !text.contains("## Active"))
  }
}
