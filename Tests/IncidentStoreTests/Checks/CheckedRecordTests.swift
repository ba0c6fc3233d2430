import IncidentCore
import JSONTree
import Testing

@testable import IncidentStore

@Suite struct CheckedRecordTests {
  private let good = RecordCodecTests.canonical

  /// Two minutes after the last event of ``good``.
  private let now = Timestamp(canonical: "2026-11-20T22:52:09Z")

  private func findings(
    _ text: String, _ checks: Set<CheckName> = Set(CheckName.allCases), name: String? = exampleID.text + ".json",
    hasPostmortem: Bool? = nil, at moment: String = "2026-11-20T22:52:09Z"
  ) throws -> [Finding] {
    let record = CheckedRecord(path: "record.json", name: name, bytes: bytes(text), hasPostmortem: hasPostmortem)
    var policy = Policy.standard
    policy.sev2.requiredRoles = [.incidentCommander]
    let now = try #require(Timestamp(canonical: moment))
    return record.findings(
      CheckSettings(checks: checks, policy: policy, now: now) { word, known in
        known.first { $0.lowercased().hasPrefix(word.lowercased().prefix(4)) }
      })
  }

  private func checks(_ text: String) throws -> [CheckName] {
    try findings(text).map(\.check)
  }

  @Test("finds nothing in a sound record, whatever unknown stands in it")
  func sound() throws {
    #expect(try checks(good) == [])
  }

  /// A record with a fault, the check that finds it, and the line it stands in.
  private var faults: [(check: CheckName, text: String, line: Int?)] {
    let declared = "\"services\": [\"payments\"]}"
    return [
      (.conflictMarkers, good.replacing("  \"x-last\"", with: "<<<<<<< HEAD\n  \"x-last\""), 20),
      (.conflictMarkers, good + ">>>>>>> theirs\n", 28),
      (.readable, String(good.dropLast(3)), 26),
      (.readable, good.replacing("\"schema\": 1", with: "\"schema\": 2"), 2),
      (.fileName, good.replacing("7QK4", with: "7QK5"), 4),
      (.events, good.replacing("\"name\": \"dana\"", with: "\"name\": 7"), 24),
      (.unknownSeverities, good.replacing("\"severity\": \"SEV2\",\n", with: "\"severity\": \"major\",\n"), 7),
      (.unknownSeverities, good.replacing("\"severity\": \"SEV2\", \"s", with: "\"severity\": \"SEV9\", \"s"), 22),
      (.unknownRoles, good.replacing("\"role\": \"incidentCommander\"", with: "\"role\": \"captain\""), 24),
      (.unknownRoles, good.replacing("\"incidentCommander\": [", with: "\"incidentCommandor\": ["), 11),
      (.snapshot, good.replacing("\"status\": \"investigating\"", with: "\"status\": \"closed\""), 8),
      (.canonical, good.replacing("\"schema\": 1", with: "\"schema\":  1"), 2),
      (.canonical, String(good.dropLast()), 27),
      (.canonical, good.replacing("\n", with: "\r\n"), 1),
      (
        .milestoneOrder,
        good.replacing(declared, with: "\"services\": [\"payments\"], \"detected\": \"2026-11-21T00:00:00Z\"}"), 15
      ),
      (.futureEvents, good.replacing("\"at\": \"2026-11-20T22:50:09Z\"", with: "\"at\": \"2026-11-20T22:57:10Z\""), 25),
      (.futureEvents, good.replacing("01M7XJE9781W92F1BNVRTQWFD8", with: "01M8XJE9781W92F1BNVRTQWFD8"), 25),
      (.duplicateIDs, good.replacing("01M7XJE9781W92F1BNVRTQWFD8", with: "01M7XJCEM8ZY81A0M0DKBKCF55"), 25),
      (.secrets, good.replacing("\"message\": \"unknown\"", with: "\"message\": \"password=\(Self.password)\""), 25),
      (.requiredRoles, good.replacing("\"type\": \"assigned\"", with: "\"type\": \"noted\""), 10),
      (
        .overdueUpdates,
        good.replacing(declared, with: "\"services\": [\"payments\"], \"nextUpdateDue\": \"2026-11-20T22:52:08Z\"}"),
        nil
      ),
      (.unownedActions, good.replacing(last, with: "\"type\": \"actionAdded\", \"title\": \"Alert\""), nil),
      (
        .overdueActions,
        good.replacing(
          last, with: "\"type\": \"actionAdded\", \"title\": \"A\", \"owner\": \"li\", \"due\": \"2026-11-19\""), nil
      ),
    ]
  }

  /// What the last event of ``good`` is.
  private let last = "\"type\": \"pagerFired\", \"level\": 15, \"message\": \"unknown\""

  @Test("every check finds its own fault, with its place, what it is, and what mends it")
  func each() throws {
    for (check, text, line) in faults {
      #expect(text != good, "\(check)")
      let found = try findings(text)
      let finding = try #require(found.first { $0.check == check }, "\(check) finds nothing: \(found)")
      #expect(!finding.message.isEmpty && !finding.remedy.isEmpty && !finding.message.hasSuffix("."))
      if let line { #expect(finding.line == line && finding.column != nil, "\(check): \(finding)") }
      #expect(try findings(text, [check]).contains(finding), "\(check) alone")
      #expect(try !findings(text, Set(CheckName.allCases).subtracting([check])).contains { $0.check == check })
    }
    let ofOtherFiles: Set<CheckName> = [.config, .leftovers, .postmortem]
    #expect(Set(faults.map(\.check)).union(ofOtherFiles) == Set(CheckName.allCases))
  }

  private static let password = "hunter2-Correct9"

  @Test("a credential is told by its kind and place, and never shown")
  func secrets() throws {
    for member in [
      "\"message\": \"ok\\npassword=\(Self.password)\"", "\"x\": [1, {\"deep\": \"password=\(Self.password)\"}]",
    ] {
      let text = good.replacing("\"message\": \"unknown\"", with: member)
      let found = try findings(text, [.secrets])
      #expect(found.count == 1 && found[0].line == 25 && found[0].gravity == .warning, "\(found)")
      #expect(!"\(found)".contains("hunter2") && found[0].remedy.contains("redact 01M7XJE9781W92F1BNVRTQWFD8 7qk4"))
    }
  }

  @Test("an unknown word is named, with the one that was meant")
  func words() throws {
    let cases: [(String, String, String)] = [
      ("\"severity\": \"SEV2\",\n", "\"severity\": \"critical\",\n", "Did you mean \"SEV1\"?"),
      ("\"severity\": \"SEV2\",\n", "\"severity\": \"critcal\",\n", "Did you mean \"SEV1\"?"),
      (
        "\"severity\": \"SEV2\",\n", "\"severity\": \"SEV9\",\n",
        "no severity is called \"SEV9\"; there are SEV1 to SEV4"
      ),
      ("\"role\": \"incidentCommander\"", "\"role\": \"comms\"", "Did you mean \"communicationsLead\"?"),
      ("\"role\": \"incidentCommander\"", "\"role\": \"captain\"", "there are incidentCommander, technicalLead"),
    ]
    for (word, wrong, message) in cases {
      let found = try findings(good.replacing(word, with: wrong), [.unknownSeverities, .unknownRoles])
      #expect(found.count == 1 && found[0].message.contains(message), "\(found)")
    }
  }

  @Test("conflict markers are told instead of what they make of the JSON")
  func markers() throws {
    let text = good.replacing("  \"x-last\"", with: "<<<<<<< HEAD\n  \"x-last\"")
    #expect(try checks(text) == [.conflictMarkers])
    #expect(try findings(text, [.readable, .canonical]).map(\.check) == [.readable])
  }

  @Test("an event may be ahead of the clock by five minutes, and a retracted one by any time")
  func skew() throws {
    #expect(try findings(good, at: "2026-11-20T22:45:09Z").isEmpty)
    let early = try findings(good, at: "2026-11-20T22:45:08Z")
    #expect(early.map(\.check) == [.futureEvents] && early[0].line == 25)
    let retracted = good.replacing(
      "\"message\": \"unknown\"}",
      with: """
        "message": "unknown"},
            {"id": "01M7XJE9781W92F1BNVRTQWFD9", "at": "2026-11-20T22:40:09Z", "by": "dana", "type": "retracted", \
        "event": "01M7XJE9781W92F1BNVRTQWFD8"}
        """)
    let left = try findings(retracted, [.futureEvents], at: "2026-11-20T22:45:08Z")
    #expect(left.map(\.line) == [26], "the retraction itself was recorded at 22:50")
  }

  @Test("an event that stands twice is written once by --fix; two different ones take a person")
  func duplicates() throws {
    let line = try #require(good.split(separator: "\n").first { $0.contains("acknowledged\", \"x\"") })
    let twice = try findings(good.replacing(line, with: line + "\n" + line), [.duplicateIDs])
    #expect(twice.map(\.line) == [24] && twice.map(\.mending) == [.rewrite])
    let other = good.replacing("01M7XJE9781W92F1BNVRTQWFD8", with: "01M7XJCEM8ZY81A0M0DKBKCF55")
    #expect(try findings(other, [.duplicateIDs]).map(\.mending) == [nil])
  }

  @Test("a postmortem is owed once it is past due, or where its file is gone")
  func postmortem() throws {
    let resolved = good.replacing(
      "\"message\": \"unknown\"}",
      with: """
        "message": "unknown"},
            {"id": "01M7XJE9781W92F1BNVRTQWFD9", "at": "2026-11-20T23:00:00Z", "by": "dana", "type": "resolved"}
        """)
    #expect(try findings(resolved, [.postmortem], at: "2026-11-23T23:00:00Z").isEmpty, "due in that second")
    let due = try findings(resolved, [.postmortem], at: "2026-11-23T23:00:01Z")
    #expect(due.map(\.message) == ["the postmortem is not begun, and was due at 2026-11-23T23:00:00Z"])
    let draft = resolved.replacing(
      "\"type\": \"resolved\"}",
      with: """
        "type": "resolved"},
            {"id": "01M7XJE9781W92F1BNVRTQWFDA", "at": "2026-11-20T23:30:00Z", "by": "dana", "type": "postmortem", \
        "status": "draft"}
        """)
    #expect(try findings(draft, [.postmortem], hasPostmortem: true, at: "2026-11-21T00:00:00Z").isEmpty)
    #expect(try findings(draft, [.postmortem], hasPostmortem: nil, at: "2026-11-21T00:00:00Z").isEmpty)
    let gone = try findings(draft, [.postmortem], hasPostmortem: false, at: "2026-11-21T00:00:00Z")
    #expect(gone.count == 1 && gone[0].message.contains("INC-20261120-7QK4.postmortem.md is missing"))
  }

  @Test("nobody owes anything for a drill")
  func drills() throws {
    let late = "2026-12-31T00:00:00Z"
    let duties: Set<CheckName> = [.requiredRoles, .overdueUpdates, .postmortem]
    let text = good.replacing("\"type\": \"assigned\"", with: "\"type\": \"noted\"")
    #expect(try findings(text, duties, at: late).map(\.check) == [.requiredRoles])
    let drill = text.replacing("\"type\": \"declared\",", with: "\"type\": \"declared\", \"kind\": \"drill\",")
    #expect(try findings(drill, duties, at: late).isEmpty)
  }

  @Test("what is in the file is an error; what people owe by the clock is a warning")
  func gravity() throws {
    #expect(
      CheckName.allCases.filter { $0.gravity == .warning } == [
        .secrets, .requiredRoles, .overdueUpdates, .postmortem, .unownedActions, .overdueActions, .leftovers,
      ])
    for check in CheckName.allCases {
      #expect(!check.summary.isEmpty && !check.summary.hasSuffix(".") && check.summary.count <= 56)
      #expect(check.rawValue.allSatisfy { $0.isLowercase || $0 == "-" })
    }
  }

  @Test("a file that may be called anything is held to no name, and a misnamed one can be renamed")
  func names() throws {
    #expect(try findings(good, name: nil).isEmpty)
    let misnamed = try findings(good, name: "INC-20261120-7qk4.json")
    #expect(misnamed.map(\.check) == [.fileName] && misnamed[0].mending == .rename(to: exampleID))
    #expect(try findings(good, name: "INC-20261120-AAAA.json").map(\.mending) == [nil], "which of the two is right?")
  }

  @Test("a head that differs is one finding, not two")
  func headOnly() throws {
    #expect(try checks(good.replacing("\"kind\": \"incident\"", with: "\"kind\":\"drill\"")) == [.snapshot])
  }

  @Test("what a newer version wrote is said, and not held against this one's form")
  func newer() throws {
    let text = good.replacing("\"schema\": 1", with: "\"schema\":9").replacing("investigating", with: "paged")
    #expect(try checks(text) == [.readable])
  }

  @Test(
    "finds something, or nothing, and never traps, in any record with a byte changed",
    arguments: 0..<40 as Range<UInt64>)
  func damaged(seed: UInt64) throws {
    var records = RandomRecords(seed: seed)
    let incident = try records.incident()
    let whole = RecordCodec.encode(incident)
    for _ in 0..<20 {
      var text = whole
      let place = Int(records.next() % UInt64(text.count))
      text[place] = UInt8(truncatingIfNeeded: records.next())
      let isSame = text == whole
      let record = CheckedRecord(path: "x", name: incident.id.text + ".json", bytes: text)
      let findings = record.findings(CheckSettings(policy: .standard, now: try #require(now)))
      if isSame { #expect(findings.allSatisfy { $0.check == .milestoneOrder || $0.gravity == .warning }) }
      for finding in findings { #expect(!finding.message.isEmpty, "seed \(seed), byte \(place)") }
    }
  }
}
