import IncidentCore
import Mustache
import Testing

@testable import IncidentReports

@Suite("Postmortem")
struct PostmortemTests {
  private func draft(_ story: Story, now: String = "6 09:00") throws -> GeneratedDocument {
    try Postmortem.draft(story.incident, now: try Story.time(now), policy: .standard)
  }

  @Test("of the published example has its facts, exactly")
  func publishedExample() throws {
    let text = try draft(.latencySpike()).text
    expectSnapshot(text, "postmortem-latency-spike")
    for fact in [
      "- **Date**: 5 March 2024\n", "- **Duration**: 45 min, from 5 March 2024 14:00 UTC to 5 March 2024 14:45 UTC\n",
      "500 % increase in response times for 20 % of customers\n", "Time to resolve: **45 min**",
      "\n- **14:00** declared as SEV2, affecting api: Alert for high API latency\n",
      "\n- **14:05** acknowledged: Increased database load from inefficient queries identified\n",
      "\n- **14:15** mitigated: Read replica scaled up and query optimised\n",
      "\n- **14:45** resolved (cause: inefficient-queries): Latency back to normal\n",
      "Recorded cause: inefficient-queries\n",
      "Service restored at 5 March 2024 14:45 UTC: Latency back to normal\n",
    ] {
      #expect(text.contains(fact), "\(fact)")
    }
    #expect(text.split(separator: "\n").count { $0.hasPrefix("- **14:") } == 4)
  }

  @Test("reads the same when everything was logged a day late")
  func loggedLate() throws {
    var story = try Story(
      Declared(
        title: "Alert for high API latency", severity: .sev2, services: ["api"],
        impact: "500 % increase in response times for 20 % of customers"))
    let texts = [
      ("14:05", Intent.acknowledge(message: "Increased database load from inefficient queries identified")),
      ("14:15", .mitigate(message: "Read replica scaled up and query optimised")),
      ("14:45", .resolve(message: "Latency back to normal", cause: "inefficient-queries")),
    ]
    for (clock, intent) in texts { try story.then(clock, now: "6 08:00", intent) }
    #expect(story.incident.events.last?.isLoggedLate == true)
    #expect(try draft(story).text == (try draft(.latencySpike())).text)
  }

  @Test("has every section, each with a question")
  func sections() throws {
    let text = try draft(.latencySpike()).text
    let sections = text.split(separator: "\n## ").dropFirst()
    #expect(
      sections.map { $0.prefix { $0 != "\n" } } == [
        "Summary", "Impact", "Timeline", "Root cause and contributing factors", "Detection", "Response", "Recovery",
        "Resolution", "What went well", "What did not go well", "Where we got lucky", "Action items", "Lessons learned",
      ])
    for section in sections where !section.hasPrefix("Timeline") {
      let questions = section.split(separator: "<!-- ").filter { !$0.hasPrefix("incident:") && $0.contains("?") }
      #expect(!questions.isEmpty, "\(section)")
    }
    #expect(text.contains("Human error is never a root cause"))
    #expect(text.contains("\nNo action is recorded yet.\n"))
  }

  @Test("asks about systems, never who did it")
  func blameless() throws {
    let text = try draft(.latencySpike()).text.lowercased()
    for word in ["who ", "whose", " fault", "blame ", "should have", "failed to", "careless", "mistake"] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  @Test("keeps the lines of a pasted log, within the entry")
  func log() throws {
    var story = try Story(Declared(title: "Slow", severity: .sev3))
    try story.then("14:05", .note(message: "from api-7:\n  # OOM\n\n- killed 812\n"))
    try story.then("14:06", .note(message: "seen"))
    let entries = """
      - **14:05** note:\\
        from api-7:\\
        \\# OOM\\
        \\
        \\- killed 812
      - **14:06** note: seen
      <!-- incident:end timeline -->

      """
    #expect(try draft(story).text.contains(entries))
  }

  @Test(
    "a hostile log stays within its entry before GitHub's parser",
    .enabled(if: GitHubMarkdown.path != nil, "cmark-gfm is not installed"), arguments: 0..<UInt64(60))
  func hostileLog(seed: UInt64) throws {
    var story = try Story(Declared(title: "Slow", severity: .sev3))
    let lines = (0..<3).map { HostileText.sample(seed: seed &* 10 &+ $0).split(whereSeparator: \.isNewline) }
    try story.then("14:05", .note(message: "first\n\(lines.joined().joined(separator: "\n"))\nlast"))
    try story.then("14:06", .note(message: "seen"))
    let html = try GitHubMarkdown.html(try draft(story).text)
    let entry = try #require(html.firstMatch(of: /<li><strong>14:05<\/strong> note:<br \/>\n((?s).*?)<\/li>/)?.output.1)
    #expect(entry.hasPrefix("first<br />\n") && entry.hasSuffix("last"), "seed \(seed)")
    #expect(!entry.replacing("<br />", with: "").contains("<"), "seed \(seed)")
    #expect(html.contains("</li>\n<li><strong>14:06</strong> note: seen</li>\n</ul>\n"), "seed \(seed)")
  }

  @Test("leaves out what was taken back and what is about the record")
  func leftOut() throws {
    var story = try Story.latencySpike()
    try story.then("14:46", .note(message: "Wrong window"))
    let note = try #require(story.incident.events.last)
    try story.then("14:47", .retract(note.id, message: "typed into the wrong terminal"))
    try story.then("15:00", .postmortem(.draft))
    let text = try draft(story).text
    #expect(!text.contains("Wrong window") && !text.contains("wrong terminal") && !text.contains("postmortem begun"))
  }

  @Test("of an incident that goes on says so and measures nothing it cannot")
  func active() throws {
    var story = try Story(Declared(title: "Slow", severity: .sev3, started: try Story.time("13:50")))
    try story.then("14:02", .update(UpdateIntent(message: "Looking", status: .investigating)))
    let text = try draft(story, now: "14:10").text
    #expect(text.contains("- **Duration**: 20 min so far, from 5 March 2024 13:50 UTC\n"))
    #expect(text.contains("Service is not restored yet.\n"))
    #expect(text.contains("Time to acknowledge: not measured, acknowledged is not recorded.\n"))
    #expect(
      text.contains(
        "Time to detect: **10 min**, from started (5 March 2024 13:50 UTC) to declared (5 March 2024 14:00 UTC). "
          + "Note: detected is not recorded, declared stands in.\n"))
  }

  @Test("is the team's where the team has a template, and its faults name their place")
  func team() throws {
    let incident = try Story.latencySpike().incident
    let now = try Story.time("15:00")
    func draft(_ source: String) throws -> String {
      let library = TemplateLibrary(team: ["postmortem.md": source])
      return try Postmortem.draft(incident, now: now, policy: .standard, library: library).text
    }
    #expect(try draft("# {{id}}: {{duration}}\n").hasSuffix(": 45 min\n"))
    #expect(throws: PostmortemProblem.regions(RegionProblem(line: 2, kind: .unclosed(name: "x")))) {
      try draft("{{severity}}\n<!-- incident:begin x -->\n")
    }
    #expect {
      try draft("{{#severity}}\n")
    } throws: { error in
      if case PostmortemProblem.template(let fault) = error {
        fault.template == "templates/postmortem.md"
      } else {
        false
      }
    }
  }
}
