import IncidentCore
import Testing

@testable import IncidentReports

@Suite("Checking postmortems")
struct PostmortemCheckTests {
  @Test("a fresh draft holds a question in every section but the timeline")
  func fresh() throws {
    let documents = try Documents()
    let findings = try documents.findings(try documents.draft())
    #expect(findings.allSatisfy { $0.rule == .openQuestion })
    let sections = findings.compactMap { $0.message.split(separator: "\"").dropFirst().first }
    #expect(
      sections == [
        "summary", "impact", "contributing factors", "detection", "response", "recovery", "resolution",
        "what went well", "what did not go well", "where we got lucky", "lessons learned",
      ])
    #expect(findings.contains { $0.message == "the five whys are not answered" })
    // Each is placed at the question itself.
    #expect(findings.allSatisfy { $0.excerpt.hasPrefix("<!-- ") || $0.excerpt.hasPrefix("1. Why") })
  }

  @Test("a good one has nothing to mend")
  func good() throws {
    let documents = try Documents()
    let text = try documents.filled()
    #expect(told(try documents.findings(text)) == [])
    // The same with the line ends of Windows.
    #expect(told(try documents.findings(text.replacing("\n", with: "\r\n"))) == [])
  }

  @Test("answers beside the questions are answers, and some whys may stay short")
  func besideQuestions() throws {
    let documents = try Documents()
    let text = try documents.draft().replacing(
      "## Summary\n", with: "## Summary\n\nThe pool was full for 45 minutes.\n"
    )
    .replacing("1. Why did customers notice?", with: "1. Why did customers notice?\n   Checkout waited.")
    let findings = try documents.findings(text)
    #expect(!findings.contains { $0.message.contains("\"summary\"") })
    #expect(findings.contains { $0.message == "4 of 5 whys are not answered" })
  }

  @Test("a postmortem that somebody restructured reads as well")
  func restructured() throws {
    let documents = try Documents()
    let text = """
      # Payments, 5 March

      ## 1. 🔎 Overview
      Checkout waited for connections.

      ## 2. Causes
      ### 2.1 The pool
      Its limit had been set for half of the traffic. Dana raised it.
      ### 2.2 Things that made it worse
      #### Contributing factors
      - human error

      ## 3. What we will change
      <!-- incident:begin actions -->
      <!-- incident:end actions -->

      ## 4. Glossary
      """
    #expect(told(try documents.findings(text)) == ["person-name 8:49", "human-error 11:3", "stale-region 14:1"])
  }

  @Test("a German one reads as well")
  func german() throws {
    let documents = try Documents()
    let text = """
      # Störung der Zahlungen am 5. März

      ## Zusammenfassung
      Der Verbindungsvorrat war 45 Minuten lang erschöpft.

      ## Auswirkungen

      ## Zeitlicher Ablauf
      - 14:00 Alarm
      - 14:45 behoben

      ## Ursache
      Es war menschliches Versagen. Dana hätte das merken müssen.

      Kein menschliches Versagen, sondern ein fehlender Grenzwert, sagen andere.

      ## Was gut lief
      TODO

      ## Maßnahmen
      | Maßnahme | Verantwortlich | Frist | Art |
      | --- | --- | --- | --- |
      | Der Alarm schlägt ab 80 % an | Li | 2024-04-01 | Erkennung |
      | Überwachung verbessern | | | |
      | Schulen der Kollegen | Li | 2024-04-01 | Prozess |
      """
    #expect(
      told(try documents.findings(text)) == [
        "empty-section 6:4", "human-error 13:8", "person-name 13:31", "blame 13:36", "empty-section 18:1",
        "unowned-action 24:3", "vague-action 25:3",
      ])
  }

  @Test("one written by hand, without a record, reads as well")
  func byHand() throws {
    let documents = try Documents()
    let text = """
      Postmortem
      ==========

      **What happened**

      Checkout was down for an hour.

      Root cause: operator error. Kevin should have checked the replica.

      **Impact**

      TBD

      Action items:

      - [ ] Improve monitoring
      - [x] Something that is done
      - [ ] A page fires above 80 % (@li, due 2024-04-01, detect)
      - [ ] Bounded queue in the worker, owner: li, by Friday
        kind: prevent
      """
    #expect(
      told(try documents.findings(text, hasRecord: false)) == [
        "human-error 8:13", "blame 8:35", "empty-section 12:1", "unowned-action 16:7", "vague-action 16:7",
      ])
  }

  @Test("broken markers have their line, and the rest is read all the same")
  func brokenMarkers() throws {
    let documents = try Documents()
    let text = try documents.filled().replacing("<!-- incident:end impact -->\n", with: "")
      .replacing("## Lessons learned\n", with: "## Lessons learned\n\nIt was human error.\n")
    let findings = try documents.findings(text)
    #expect(findings.map(\.rule) == [.markers, .humanError])
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[findings[0].line - 1].hasPrefix("<!-- incident:begin timeline"))
  }

  @Test("a region that the record left behind is stale, one that somebody edited is that")
  func drift() throws {
    let documents = try Documents()
    var text = try documents.filled().replacing("Pool doubled", with: "Pool trebled")
    let edited = try documents.findings(text)
    #expect(Set(edited.map(\.rule)) == [.editedRegion] && edited.count == 2)
    // Without a record the digest still tells.
    #expect(try documents.findings(text, hasRecord: false).map(\.rule) == [.editedRegion, .editedRegion])
    text = try documents.filled()
    var random = SplitMix64(seed: 7)
    let later = try documents.incident.adding([
      Event(
        id: EventID(milliseconds: 1_709_700_000_000, after: nil, random: &random), at: documents.now, by: "dana",
        body: .updated(Updated(cause: "pool-limit")))
    ])
    let stale = try PostmortemCheck.findings(in: Array(text.utf8), of: later, now: documents.now, policy: .standard)
    #expect(Set(stale.map(\.rule)) == [.staleRegion])
    #expect(stale.allSatisfy { $0.suggestion.hasPrefix("incident postmortem ") })
  }

  @Test("the clock alone makes nothing stale while the response goes on")
  func clock() throws {
    let story = try Story(Declared(title: "Slow", severity: .sev2))
    let early = try Story.time("14:10")
    let text = try Postmortem.draft(story.incident, now: early, policy: .standard).text
    let findings = try PostmortemCheck.findings(
      in: Array(text.utf8), of: story.incident, now: try Story.time("14:40"), policy: .standard)
    #expect(!findings.contains { $0.rule == .staleRegion })
  }

  @Test("a document that says nothing is empty", arguments: ["", "\n\n", "# Postmortem\n", "***\n"])
  func empty(text: String) throws {
    #expect(told(try Documents().findings(text, hasRecord: false)) == ["empty-section 1:1"])
  }

  @Test("every rule has its word and its line of help")
  func rules() {
    for rule in PostmortemCheckRule.allCases {
      #expect(!rule.summary.isEmpty && rule.summary.utf8.count <= 80 && !rule.summary.hasSuffix("."), "\(rule)")
      #expect(rule.rawValue.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }, "\(rule)")
    }
  }

  @Test("what is not UTF-8 has its place")
  func encoding() throws {
    let now = try Documents().now
    let findings = try PostmortemCheck.findings(
      in: Array("## Summary\n\nFine ".utf8) + [0xFF, 0x0A], of: nil, now: now, policy: .standard)
    #expect(told(findings) == ["encoding 3:6"])
  }

  @Test("the cause in the record is read, too, and mended there")
  func recordedCause() throws {
    var story = try Story(Declared(title: "Slow", severity: .sev4))
    try story.then("14:45", .resolve(message: nil, cause: "human error"))
    let text = try Postmortem.draft(story.incident, now: Documents().now, policy: .standard).text
    let finding = try #require(
      try PostmortemCheck.findings(in: Array(text.utf8), of: story.incident, now: Documents().now, policy: .standard)
        .first { $0.rule == .humanError })
    #expect(finding.suggestion.contains("incident update --cause LABEL"))
  }
}
