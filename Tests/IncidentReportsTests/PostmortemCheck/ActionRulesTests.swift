import IncidentCore
import Testing

@testable import IncidentReports

@Suite("Actions of a postmortem")
struct ActionRulesTests {
  private func findings(_ actions: String) throws -> [String] {
    let text = "## Action items\n\n" + actions
    let now = try Story.time("6 10:00")
    let findings = try PostmortemCheck.findings(in: Array(text.utf8), of: nil, now: now, policy: .standard)
    return findings.map { "\($0.rule.rawValue): \($0.message)" }
  }

  @Test(
    "that no test could call done are vague",
    arguments: [
      "Improve monitoring", "We should improve the monitoring of payments", "Be more careful with deploys",
      "Investigate the latency", "Look into the retries", "Ensure that backups work", "Consider a circuit breaker",
      "Raise awareness of the risk", "Communicate better with support", "Train people on failover",
      "Make sure the team knows the runbook", "Better alerting", "More tests", "Remind everyone to read the docs",
      "Review the process", "Think about capacity", "Increase visibility", "Explore other databases",
    ])
  func vague(title: String) throws {
    #expect(
      try findings("- \(title) (owner: li, due: 2024-04-01, kind: process)\n").contains { $0.hasPrefix("vague-action") }
    )
  }

  @Test(
    "that say what is different then are not",
    arguments: [
      "A page fires when the pool exceeds 80 % for 2 min", "Improve the p99 of checkout to below 300 ms",
      "Ensure that CI rejects a config without a limit", "Add a test for the retry limit",
      "Investigate the latency and write the findings into ADR 12", "Bound the queue at 10,000 entries",
      "Remove the retired host from the runbook", "Consider a circuit breaker: decide by ADR",
      "Reduce the timeout to 2 s", "Alert on saturation", "Set `max_connections` to 200",
    ])
  func clear(title: String) throws {
    #expect(try findings("- \(title) (owner: li, due: 2024-04-01, kind: prevent)\n") == [])
  }

  @Test(
    "have an owner, a day and a kind, wherever a list has them",
    arguments: [
      ("Add a limit", "unowned-action: the action has no owner, no due date and no kind"),
      ("Add a limit @li", "unowned-action: the action has no due date and no kind"),
      ("Add a limit, owner: TBD, due: asap, kind: prevent", "unowned-action: the action has no owner and no due date"),
      ("**Prevent**: add a limit — Maria, by 4 April", nil), ("Add a limit (payments team, Q2, mitigate)", nil),
      ("[PAY-12](https://x/PAY-12) Add a limit (assigned to li, sprint 42) [detect]", nil),
      ("Add a limit, owner: li, due 12/04", "unsorted-action: the action has no kind"),
      ("~~Add a limit~~", nil), ("[x] Add a limit", nil),
      ("Add version 1.4.2 @li prevent", "unowned-action: the action has no due date"),
    ] as [(String, String?)])
  func list(item: String, expected: String?) throws {
    #expect(try findings("- \(item)\n") == [expected].compactMap(\.self))
  }

  @Test("what stands below an item belongs to it, and a heading says the kind")
  func details() throws {
    #expect(
      try findings(
        """
        ### Prevention
        - Add a limit
          - owner: li
          - due: 2024-04-01
        - Remove the host

          Owner: Maria, until 2024-05-01
        """) == [])
  }

  @Test("a table has them by its columns, whatever their order and language")
  func tables() throws {
    #expect(
      try findings(
        """
        | Échéance | Mesure | Responsable | Type | Statut |
        | --- | --- | --- | --- | --- |
        | 2024-04-01 | Limite de 80 % | Li | prévention | |
        | — | Limite de 90 % | — | | |
        | | Ancienne mesure | | | terminé |
        """) == ["unowned-action: the action has no owner, no due date and no kind"])
  }

  @Test("a table without a column says so once")
  func lackingColumns() throws {
    #expect(
      try findings("| Action | Owner |\n| --- | --- |\n| Limit at 80 % | li |\n| Limit at 90 % | |\n") == [
        "unowned-action: the table of actions has no column for due date and kind",
        "unowned-action: the action has no owner",
      ])
  }

  @Test("the record's own are named, with the command that mends them")
  func recorded() throws {
    var story = try Story(Declared(title: "Slow", severity: .sev4))
    try story.add(
      "14:10",
      .actionAdded(
        ActionAdded(title: "Improve monitoring", kind: .detect, owner: nil, due: nil, priority: nil, link: nil)))
    try story.then("14:20", .resolve(message: nil, cause: nil))
    let now = try Story.time("6 10:00")
    let id = story.incident.id.typedText
    let draft = try Postmortem.draft(story.incident, now: now, policy: .standard).text
    for text in [draft, "# By hand\n\n## Action items\n\nSee the record.\n"] {
      let findings = try PostmortemCheck.findings(
        in: Array(text.utf8), of: story.incident, now: now, policy: .standard
      ).filter { $0.rule == .unownedAction || $0.rule == .vagueAction }
      #expect(findings.map(\.rule) == [.unownedAction, .vagueAction])
      #expect(findings[0].message.hasSuffix("action A1 has no owner and no due date"))
      #expect(findings[0].suggestion.hasPrefix("incident action edit A1 --owner NAME --due DATE \(id)"))
      #expect(findings[1].suggestion.contains("an alert fires when") && findings[1].suggestion.hasSuffix(id))
    }
  }

  @Test("a section about actions without any is empty, unless somebody says why")
  func none() throws {
    #expect(try findings("\n## Lessons\n\nx\n").map { $0.prefix(13) } == ["empty-section"])
    #expect(try findings("None: the fix was the change.\n") == [])
  }
}
