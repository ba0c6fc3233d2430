import IncidentCore
import JSONTree
import Testing

@testable import IncidentReports

/// What documents tell of the runbooks that were followed.
@Suite("Runbooks that were followed")
struct FollowedRunbooksTests {
  /// Two runbooks: one in the middle and found good, one that was only started.
  private func story() throws -> Story {
    var story = try Story(Declared(title: "Search is slow", severity: .sev2))
    let steps = ["Is it one node?", "Drain it", "Restart"]
    try story.then("14:05", .startRunbook(RunbookStarted(runbook: "high-latency", title: "High latency", steps: steps)))
    try story.then("14:06", .stepRunbook(RunbookStepped(runbook: "high-latency", step: 1, outcome: .done)))
    try story.then("14:07", .startRunbook(RunbookStarted(runbook: "bad_deploy", steps: [])))
    try story.then("14:08", .stepRunbook(RunbookStepped(runbook: "high-latency", step: 3, outcome: .skipped)))
    try story.then(
      "14:09", .reviewRunbook(RunbookReviewed(runbook: "high-latency", isHelpful: false, message: "No word of <b>")))
    try story.then(
      "14:10", .reviewRunbook(RunbookReviewed(runbook: "high-latency", isHelpful: true, message: "Good\nenough")))
    return story
  }

  @Test("are in the context, with the next step while the response goes on")
  func context() throws {
    var story = try story()
    func runbooks(_ now: String) throws -> JSON {
      IncidentContext(story.incident, now: try Story.time(now), policy: .standard).value.json["runbooks"] ?? .null
    }
    let first = try runbooks("14:20")[0]
    #expect(first?["name"] == "high-latency" && first?["title"] == "High latency" && first?["steps"] == 3)
    #expect(first?["stepsText"] == "1 of 3 steps done, 1 skipped" && first?["done"] == 1 && first?["skipped"] == 1)
    #expect(first?["nextStep"] == 2 && first?["nextTitle"] == "Drain it")
    #expect(first?["isHelpful"] == true && first?["isUnhelpful"] == false && first?["verdict"] == "it helped")
    #expect(first?["reviews"] == ["Good\nenough", "No word of <b>"])
    let second = try runbooks("14:20")[1]
    #expect(second?["isReviewed"] == false && second?["nextStep"] == .null && second?["stepsText"] == "no steps")
    try story.then("14:30", .resolve(message: "Well", cause: nil))
    #expect(try runbooks("14:40")[0]?["nextStep"] == .null)
  }

  @Test("stand in the postmortem with what was said of them, and customers never hear of them")
  func postmortem() throws {
    let text = try Postmortem.draft(try story().incident, now: try Story.time("15:00"), policy: .standard).text
    #expect(
      text.contains(
        """
        Runbooks followed:

        - **high-latency** (High latency): 1 of 3 steps done, 1 skipped; it helped
          - Good enough
          - No word of &lt;b>
        - **bad\\_deploy**: no steps; nobody said whether it helped
        <!-- incident:end response -->
        """) || text.contains("- **bad_deploy**: no steps; nobody said whether it helped\n<!-- incident:end response"),
      "\(text)")
    let none = try Postmortem.draft(Story.latencySpike().incident, now: try Story.time("15:00"), policy: .standard).text
    #expect(!none.contains("Runbooks followed"))
    let context = IncidentContext(try story().incident, now: try Story.time("15:00"), policy: .standard)
    #expect(context.value(for: .external).json["runbooks"] == [])
    #expect(context.value(for: .external).json["hasRunbooks"] == false)
    let message = try Comms.text(
      try story().incident, for: .external, now: try Story.time("15:00"), policy: .standard)
    #expect(!message.lowercased().contains("runbook") && !message.contains("latency"))
  }

  @Test("are handed over: what is under way with its next step, what was reviewed with what was said")
  func handoff() throws {
    let story = try story()
    let now = try Story.time("15:00")
    let shift = ShiftContext([story.incident], since: try Story.time("06:00"), now: now, policy: .standard)
    let text = try #require(try TemplateLibrary.builtIn.render("handoff", with: shift.value))
    let id = story.incident.id.text
    #expect(
      text.contains(
        """
        ## Runbooks used

        - \(id), high-latency: 1 of 3 steps done, 1 skipped, next is step 2: Drain it; it helped. Good enough. No word of &lt;b>
        - \(id), bad_deploy: no steps

        ## Postmortems owed
        """), "\(text)")
    let one = try #require(
      try TemplateLibrary.builtIn.render(
        "handoff", with: IncidentContext(story.incident, now: now, policy: .standard).value))
    #expect(one.contains("- **Runbook**: high-latency, 1 of 3 steps done, 1 skipped, next is step 2"), "\(one)")
    let without = ShiftContext(
      [try Story.latencySpike().incident], since: try Story.time("06:00"), now: now, policy: .standard)
    #expect(try TemplateLibrary.builtIn.render("handoff", with: without.value)?.contains("Runbooks used") == false)
  }

  @Test("are reported: how often, whether they helped, and which of the team's nobody ever used")
  func report() throws {
    var sample = try ReportSample.halfYear()
    func used(_ name: String, _ isHelpful: Bool?) -> [EventBody] {
      [.runbookStarted(RunbookStarted(runbook: name, steps: ["Look"]))]
        + (isHelpful.map { [.runbookReviewed(RunbookReviewed(runbook: name, isHelpful: $0))] } ?? [])
    }
    let (disk, dns) = (used("disk", true), used("dns", nil))
    try sample.add("2024-06-24T10:00:00Z", "Full", minutes: 10, disk[0], disk[1])
    try sample.add("2024-06-25T10:00:00Z", "Full", minutes: 10, disk[0], used("disk", false)[1])
    try sample.add("2024-05-25T10:00:00Z", "Before", minutes: 10, dns[0])
    try sample.add("2024-06-26T10:00:00Z", "Exercise", minutes: 10, kind: .drill, used("drilled", nil)[0])
    let answer = try sample.report("2024-06", runbooks: ["disk", "dns", "drilled", "certificate", "region"])
    let text = try #require(try TemplateLibrary.builtIn.render("report", with: ReportContext(answer).value))
    let ids = answer.incidents.suffix(2).map(\.id.text)
    #expect(
      text.contains(
        """
        ## Runbooks

        | Runbook | Times | Helped | Did not help | Incidents |
        | --- | --- | --- | --- | --- |
        | disk | 2 | 1 | 1 | \(ids[0]), \(ids[1]) |

        To be mended, as they did not help: disk.

        Never used: certificate, region.

        ## Follow-ups
        """), "\(text)")
    #expect(
      ReportDocument.json(answer)["runbooks"] == [
        "used": [["name": "disk", "incidents": .array(ids.map(JSON.string)), "helpful": 1, "unhelpful": 1]],
        "neverUsed": ["certificate", "region"],
      ])
    let none = try sample.report("2024-02", runbooks: ["disk"])
    let quiet = try #require(try TemplateLibrary.builtIn.render("report", with: ReportContext(none).value))
    #expect(quiet.contains("## Runbooks\n\nNone was followed.\n\nNever used: disk.\n\n## Follow-ups"), "\(quiet)")
  }

  @Test("are counted in one line")
  func summary() throws {
    var snapshot = try story().incident.snapshot
    #expect(RunbookUseText.summary(RunbookCounts(in: [])) == nil)
    #expect(RunbookUseText.summary(RunbookCounts(in: [], existing: ["a"])) == "no runbook used, 1 never used")
    #expect(RunbookUseText.summary(RunbookCounts(in: [snapshot])) == "2 runbooks used")
    snapshot.runbooks = [RunbookUse(name: "a", steps: 1, done: 0, skipped: 0, isHelpful: false)]
    #expect(
      RunbookUseText.summary(RunbookCounts(in: [snapshot], existing: ["b", "c"]))
        == "1 runbook used, 1 unhelpful, 2 never used")
  }
}
