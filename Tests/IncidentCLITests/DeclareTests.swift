import JSONTree
import Testing

@Suite struct DeclareTests {
  @Test("on a terminal, what is missing is asked for, the severities with what they mean")
  func asks() throws {
    let host = try TestHost()
    host.isTerminal = true
    host.typedLines = ["", "Payment latency above 5 s", "urgent", "2"]
    let outcome = host.run("declare")
    #expect(outcome.status == 0 && host.typedLines.isEmpty)
    try expectSnapshot(outcome.transcript, "declare-asks")
    let record = try JSON.parse(try host.bytes(try #require(try host.records().first)))
    #expect(record["title"] == "Payment latency above 5 s" && record["severity"] == "SEV2")
  }

  @Test("what is given is not asked for")
  func asksTheRest() throws {
    let host = try TestHost()
    host.isTerminal = true
    host.typedLines = ["critical"]
    #expect(host.run("declare", "T").status == 0)
    host.typedLines = ["T"]
    #expect(host.run("declare", "-s", "1").status == 0)
    #expect(try host.records().count == 2)
  }

  @Test("a person who leaves in the middle leaves nothing behind")
  func leaves() throws {
    let host = try TestHost()
    host.isTerminal = true
    host.typedLines = ["Payment latency above 5 s"]
    let outcome = host.run("declare")
    #expect(outcome.status == 1 && outcome.error.contains("nothing was recorded"), "\(outcome.transcript)")
    #expect(try host.contents().isEmpty)
  }

  @Test(
    "a severity is typed as people say it",
    arguments: [
      ("1", "SEV1"), ("SEV2", "SEV2"), ("sev3", "SEV3"), ("P4", "SEV4"), ("critical", "SEV1"), ("Major", "SEV2"),
      ("high", "SEV2"), ("medium", "SEV3"), ("LOW", "SEV4"), ("s1", "SEV1"), ("sev-1", "SEV1"),
    ])
  func severities(typed: String, label: String) throws {
    let outcome = try TestHost().run("declare", "T", "--severity", typed, "--json")
    guard outcome.status == 0 else {
      #expect(["s1", "sev-1"].contains(typed), "\(outcome.transcript)")
      return
    }
    #expect(try outcome.json()["severity"]?.string == label)
  }

  @Test("everything that can be said at once is on the record")
  func everything() throws {
    let host = try TestHost()
    let outcome = host.run(
      "declare", "T", "-s1", "--service", "a", "--service=b", "--service", "a", "--impact", "All", "--started", "22:40",
      "--detected", "22:45", "--commander", "kim", "--ack", "--by", "li", "--at", "22:46", "--json")
    let json = try outcome.json()
    #expect(json["services"] == ["a", "b"] && json["impact"] == "All" && json["status"] == "investigating")
    #expect(json["roles"]?["incidentCommander"] == ["kim"])
    let expected: JSON = [
      "started": "2026-11-20T22:40:00Z", "detected": "2026-11-20T22:45:00Z", "declared": "2026-11-20T22:46:00Z",
      "acknowledged": "2026-11-20T22:46:00Z",
    ]
    #expect(json["milestones"] == expected)
    #expect(json["events"]?.array?.allSatisfy { $0["by"] == "li" } == true)
  }

  @Test("a drill is marked, everywhere it is shown")
  func drill() throws {
    let host = try TestHost()
    let id = try host.declare("Region failover", "-s", "3", "--drill")
    #expect(try JSON.parse(try host.bytes(id + ".json"))["kind"] == "drill")
    for words in [["show"], ["status"], ["list"], ["comms", "-a", "internal"]] {
      #expect(host.run(words).output.lowercased().contains("drill"), "\(words)")
    }
  }

  @Test("incidents of one moment are two records")
  func twoAtOnce() throws {
    let host = try TestHost()
    let ids = try (0..<20).map { try host.declare("Number \($0)") }
    #expect(Set(ids).count == 20)
    #expect(try host.records().count == 20)
  }

  @Test("an id that is taken is not taken again")
  func takenID() throws {
    let first = try TestHost(seed: 5)
    let second = try TestHost(seed: 5)
    let id = try first.declare()
    try second.store(try first.bytes(id + ".json"), id + ".json")
    let other = try second.declare()
    #expect(other != id)
    #expect(try second.records().count == 2)
    #expect(try second.bytes(id + ".json") == first.bytes(id + ".json"))
  }

  @Test("a folder of that name that is no store is left alone")
  func taken() throws {
    let host = try TestHost()
    try host.store("let incidents = 1", "Incidents.swift")
    let before = try host.contents()
    let outcome = host.run("declare", "T", "-s", "2")
    #expect(outcome.status == 3 && outcome.error.contains("/repo/incidents"), "\(outcome.transcript)")
    #expect(try host.contents() == before)
  }
}
