import IncidentCore
import Testing

@testable import IncidentReports

@Suite("Holes in a timeline")
struct TimelineRulesTests {
  private func holes(_ story: Story, _ text: String = "## Timeline\n\nSee the record.\n") throws -> [String] {
    try PostmortemCheck.findings(
      in: Array(text.utf8), of: story.incident, now: try Story.time("8 10:00"), policy: .standard
    ).filter { $0.rule == .timelineGap }.map { "\($0.line):\($0.column) \($0.message)" }
  }

  private func story(_ severity: Severity, kind: IncidentKind = .incident) throws -> Story {
    try Story(Declared(title: "Slow", severity: severity, kind: kind))
  }

  @Test("a silence longer than the cadence is one, at the timeline's section; an hour of SEV3 is none")
  func silence() throws {
    var slow = try story(.sev2)
    try slow.then("14:31", .note(message: "a"))
    try slow.then("15:01", .note(message: "b"))
    try slow.then("15:20", .resolve(message: nil, cause: nil))
    #expect(
      try holes(slow, "# T\n\n## Timeline\n\nx\n") == [
        "3:4 the timeline has a hole of 31 min, from 5 March 2024 14:00 UTC to 14:31 UTC; SEV2 is updated every 30 min"
      ])
    var calm = try story(.sev3)
    try calm.then("15:30", .resolve(message: nil, cause: nil))
    #expect(try holes(calm).isEmpty)
    var free = try story(.sev4)
    try free.then("6 15:30", .resolve(message: nil, cause: nil))
    #expect(try holes(free).isEmpty)
  }

  @Test("the severity of that time counts, and drills have holes, too")
  func severityThen() throws {
    var drill = try story(.sev3, kind: .drill)
    try drill.then("15:00", .changeSeverity(.sev1, message: nil))
    try drill.then("15:20", .changeSeverity(.sev3, message: nil))
    try drill.then("16:00", .resolve(message: nil, cause: nil))
    #expect(try holes(drill).count == 1)
  }

  @Test("after the end nobody waits, and a reopened incident goes on")
  func reopened() throws {
    var story = try story(.sev2)
    try story.then("14:10", .resolve(message: nil, cause: nil))
    try story.then("18:00", .reopen(message: nil))
    try story.then("19:00", .resolve(message: nil, cause: nil))
    #expect(try holes(story).count == 1)
  }

  @Test("an announced longer time is no hole")
  func announced() throws {
    var story = try story(.sev2)
    try story.add("14:05", .updated(Updated(message: "Restoring", nextUpdateDue: try Story.time("16:00"))))
    try story.then("15:55", .resolve(message: nil, cause: nil))
    #expect(try holes(story).isEmpty)
  }

  @Test("what people wrote into the timeline by hand fills it")
  func byHand() throws {
    var story = try story(.sev2)
    try story.then("15:10", .resolve(message: nil, cause: nil))
    #expect(try holes(story, "## Timeline\n\n- 14:25 restarted\n- 14:50 failed over\n").isEmpty)
    #expect(try holes(story, "## Timeline\n\n- 14:25 restarted\n").count == 1)
    #expect(try holes(story, "No headings at all\n").first?.hasPrefix("1:1 ") == true)
  }

  @Test("times of day are found in a line")
  func clocks() {
    let line = Array("9:05, 14:25 UTC; 24:00 no, 1:2 no, 10:61 no, 123:45 no, 12:345 no".unicodeScalars)
    #expect(TimelineRules.clocks(in: line[...]) == [545, 865])
  }
}
