import IncidentCore
import Testing

@testable import IncidentReports

@Suite("Checks of runbooks")
struct RunbookCheckTests {
  private static let today = CivilDate("2026-11-21")

  private func findings(
    _ source: String, folder: [String] = [], linked: @escaping ([String]) -> RunbookLinkedFile = { _ in .unknown }
  ) throws -> [RunbookFinding] {
    RunbookCheck.findings(
      in: Runbook(name: "name", origin: .team, source: source), today: try #require(Self.today), folder: folder,
      linked: linked)
  }

  private func rules(_ source: String) throws -> [RunbookCheckRule] { try findings(source).map(\.rule) }

  /// One that nothing is found in.
  private func sound(
    settings: String = "triggers: {alerts: [\"*Latency*\"]}\nowner: sre\nreviewed: 2026-11-01",
    checks: String = "1. Look."
  ) -> String {
    """
    ---
    \(settings)
    ---
    # Slow
    ## Symptoms
    - Slow.
    ## Quick checks
    \(checks)
    ## Common fixes
    ### Restart it
    Now.
    ## Escalation
    Call the owner.
    """
  }

  @Test("find nothing in a sound one, nor in those that ship, each with links to the others")
  func sound() throws {
    #expect(try findings(sound()).isEmpty)
    for entry in RunbookLibrary.builtIn.entries {
      let found = RunbookCheck.findings(in: entry.runbook, today: try #require(Self.today)) { parts in
        parts.last.flatMap { RunbookLibrary.builtIn.entry(named: $0) }.map { .markdown($0.source) } ?? .absent
      }
      #expect(found.isEmpty, "\(entry.name): \(found)")
    }
  }

  @Test(
    "miss what the settings leave out",
    arguments: [
      ("owner: sre\nreviewed: 2026-11-01", RunbookCheckRule.noTrigger),
      ("triggers: {alerts: []}\nowner: sre\nreviewed: 2026-11-01", .noTrigger),
      ("triggers: {alerts: [\"*L*\"]}\nreviewed: 2026-11-01", .noOwner),
      ("triggers: {alerts: [\"*L*\"]}\nowner: \"\"\nreviewed: 2026-11-01", .noOwner),
      ("triggers: {alerts: [\"*L*\"]}\nowner: sre", .staleReview),
      ("triggers: {alerts: [\"*L*\"]}\nowner: sre\nreviewed: 2026-05-24", .staleReview),
      ("triggers: {alerts: [\"*L*\"]}\nowner: sre\nreviewed: 2027-01-01", .staleReview),
      ("triggers: {alerts: [\"[L\"]}\nowner: sre\nreviewed: 2026-11-01", .frontMatter),
      ("triggers: {labels: [\"severity\"]}\nowner: sre\nreviewed: 2026-11-01", .frontMatter),
      ("triggers: {alerts: [\"*L*\"]}\nowner: sre\nreviewed: yesterday", .frontMatter),
    ])
  func settings(settings: String, rule: RunbookCheckRule) throws {
    #expect(try rules(sound(settings: settings)) == [rule])
  }

  @Test("take 180 days for fresh, and tomorrow for a day that began elsewhere")
  func dates() throws {
    for day in ["2026-05-25", "2026-11-22"] {
      #expect(try rules(sound(settings: "triggers: {alerts: [\"*L*\"]}\nowner: a\nreviewed: \(day)")).isEmpty, "\(day)")
    }
  }

  @Test("name the place of a broken setting, and say no more of settings that cannot be read")
  func broken() throws {
    let glob = try #require(
      try findings(sound(settings: "triggers:\n  alerts:\n    - \"[L\"\nowner: a\nreviewed: 2026-11-01")).first)
    #expect(glob.line == 4 && glob.column == 7 && glob.excerpt == "- \"[L\"" && glob.message.contains("no glob"))
    #expect(try rules("+++\ntitle = 1\n+++\n# T\n## Steps\n1. Restart\n") == [.missingSection, .frontMatter])
  }

  @Test(
    "read what others wrote: headings of other words and levels, boxes, setext headings, CRLF, no settings",
    arguments: [
      "# T\n## Meaning\nx\n## Diagnosis\n1. Look\n## Mitigation\n### Restart it\n## Contacts\nme\n",
      "\u{FEFF}T\r\n=\r\n\r\nImpact\r\n-\r\nx\r\n\r\nTriage\r\n-\r\n- [ ] Check it\r\n\r\nRemediation\r\n-\r\n* Restart\r\n\r\nEscalation\r\n-\r\nme",
      "### 1. Symptoms\nx\n### 2) First checks\n* Check\tit\n### 3. Resolution\n1. Restart\n### Who to call\nme",
    ])
  func otherShapes(source: String) throws {
    let found = try findings(source)
    #expect(Set(found.map(\.rule)) == [.noTrigger, .noOwner, .staleReview], "\(found)")
  }

  @Test("name missing sections at once, and only the want of anything to do where there is nothing")
  func sections() throws {
    let found = try #require(try findings("# T\n## Checks\n1. Look\n").first { $0.rule == .missingSection })
    #expect(found.message == "no section \"Symptoms\", \"Common fixes\" and \"Escalation\"")
    let words = try rules("Words.\n")
    #expect(words.contains(.noStep) && !words.contains(.missingSection))
    #expect(try rules("").contains(.noStep))
  }

  @Test(
    "take a command, a link, code or a verb for an action",
    arguments: [
      ("1. Look at the dashboard.", true), ("1. Is it real?\n\n   ```sh\n   curl x\n   ```", true),
      ("1. The disk: `df -h`", true), ("1. [Dashboard](https://example.org)", true),
      ("1. If it grows, restart it.", true), ("1. Is it one node? Then drain it.", true),
      ("1. **Restart** the pod", true), ("1. Übersicht öffnen", false), ("1. 概要を見る", true),
      ("1. Think about it.", false), ("1. Is it real?", false), ("1. The restart of the node", false),
    ])
  func actions(step: String, isNamed: Bool) throws {
    #expect(try rules(sound(checks: step)) == (isNamed ? [] : [.noAction]), "\(step)")
  }

  @Test(
    "follow relative links and anchors, within the repository",
    arguments: [
      ("x.md", true), ("./x.md#two-words", true), ("x.md#nope", false), ("../top.md", true), ("/top.md", true),
      ("../../out.md", false), ("gone.md", false), ("a%20b.md", true), ("folder/", true),
      ("x.md?plain=1#two-words", true),
      ("#quick-checks", true), ("#Quick-checks", false), ("#top", true), ("#", true), ("https://e.io/#x", true),
      ("//e.io/x", true), ("mailto:a@e.io", true), ("{{url}}", true), ("escape.md", false),
      ("data.json#L3", true), ("x.md#written", true), ("x.md#again-1", true), ("x.md#again-2", false),
    ])
  func links(destination: String, isAlive: Bool) throws {
    let files: [[String]: RunbookLinkedFile] = [
      ["runbooks", "x.md"]: .markdown("# Two words!\n<a id=\"written\"></a>\n## Again\n## Again\n"),
      ["top.md"]: .markdown(""), ["runbooks", "a b.md"]: .markdown(""), ["runbooks", "folder"]: .file,
      ["runbooks", "data.json"]: .file, ["runbooks", "escape.md"]: .outside,
    ]
    let found = try findings(sound(checks: "1. See [this](\(destination))."), folder: ["runbooks"]) { parts in
      files[parts] ?? .absent
    }
    #expect(found.map(\.rule) == (isAlive ? [] : [.deadLink]), "\(found)")
    if let finding = found.first { #expect(finding.line == 10 && finding.column == 15, "\(finding)") }
  }

  @Test("offer the anchor that was meant")
  func nearAnchor() throws {
    #expect(try findings(sound(checks: "1. See [b](#Escalation).")).first?.remedy == "write #escalation")
    #expect(try findings(sound(checks: "1. See [b](#quick).")).first?.remedy == "write #quick-checks")
  }

  @Test("end soon, however many links lead nowhere")
  func manyLinks() throws {
    let headings = (0..<4_000).map { "## Heading \($0)\n" }.joined()
    let source = headings + String(repeating: "1. See [a](#nowhere-at-all) and [b](x.md#gone)\n", count: 4_000)
    var reads = 0
    let clock = ContinuousClock()
    var found = 0
    let time = try clock.measure {
      found = try findings(source) { _ in
        reads += 1
        return .markdown(headings)
      }.count { $0.rule == .deadLink }
    }
    #expect(found == 8_000 && reads == 1)
    #expect(time < .seconds(30), "\(time)")
  }

  @Test("stay within the file, and crash on nothing", arguments: 0..<UInt64(60))
  func fuzz(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let entries = RunbookLibrary.builtIn.entries
    var bytes = Array(entries[Int(random.next() % UInt64(entries.count))].source.utf8.prefix(4_000))
    for _ in 0..<(1 + random.next() % 40) {
      let place = Int(random.next() % UInt64(bytes.count))
      switch random.next() % 4 {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(contentsOf: HostileText.sample(seed: random.next()).utf8, at: place)
      case 2: bytes[place] = UInt8(random.next() % 128)
      default: bytes.removeSubrange(place..<min(place + 30, bytes.count))
      }
      if bytes.isEmpty { bytes = [0x23] }
    }
    let source = String(decoding: bytes, as: UTF8.self)
    let lines = SourceLines(Array(source.utf8)).lines.count
    for finding in try findings(source, linked: { $0.count.isMultiple(of: 2) ? .absent : .markdown(source) }) {
      #expect((finding.line ?? 1) >= 1 && (finding.line ?? 1) <= max(1, lines), "seed \(seed): \(finding)")
      #expect((finding.column ?? 1) >= 1, "seed \(seed): \(finding)")
    }
  }
}

@Suite("Runbooks held against alerts")
struct RunbookAlertCheckTests {
  private func incident(_ alerts: [(name: String?, labels: [AlertLabel])], seed: UInt64 = 1) throws -> Incident {
    var story = try Story(Declared(title: "Slow", severity: .sev2), seed: seed)
    for alert in alerts {
      var notice = AlertNotice(source: .alertmanager, change: .fired, key: "k", title: "Slow")
      notice.name = alert.name
      notice.labels = alert.labels
      try story.add("14:05", .alerted(try #require(Alerted(notice, payload: nil))))
    }
    return story.incident
  }

  private let runbook = Runbook(
    name: "slow", origin: .team,
    source: "---\ntriggers:\n  alerts: [\"*Latency*\", \"*Slow*\"]\n  labels: [\"signal=lat*\"]\n---\n")

  @Test("find triggers that nothing ever matched, once there are alerts")
  func triggers() throws {
    var check = RunbookAlertCheck()
    #expect(check.unmatchedTriggers(of: runbook).isEmpty)
    check.add(try incident([("HighLatency", [])]))
    #expect(check.unmatchedTriggers(of: runbook).map(\.excerpt) == ["*Slow*", "signal=lat*"])
    check.add(try incident([(nil, [AlertLabel(name: "signal", value: "Latency")])]))
    let left = check.unmatchedTriggers(of: runbook)
    #expect(left.map(\.excerpt) == ["*Slow*"] && left.first?.line == 3 && left.first?.column == 25)
    #expect(left.first?.rule.gravity == .notice)
  }

  @Test("find alerts that no runbook is for, each name once, with the incident where it came first")
  func alerts() throws {
    var check = RunbookAlertCheck()
    let first = try incident([("DiskFull", []), ("HighLatency", []), ("Evil\u{1B}[2J", [])])
    check.add(first)
    check.add(try incident([("DiskFull", [AlertLabel(name: "a", value: "b")])], seed: 2))
    let candidate = RunbookCandidate(name: "slow", isTeams: true, triggers: runbook.head.triggers)
    let found = check.unmatchedAlerts(by: [candidate])
    #expect(
      found.map(\.finding.message) == [
        "no runbook is for the alert DiskFull of \(first.id)",
        "no runbook is for the alert Evil\\u{1b}[2J of \(first.id)",
      ])
    #expect(found.allSatisfy { $0.incident == first.id })
  }
}
