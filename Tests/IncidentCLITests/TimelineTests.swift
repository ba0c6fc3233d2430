import JSONTree
import Testing

/// Roles, retractions and back-filled times.
@Suite struct TimelineTests {
  private func events(_ host: TestHost) throws -> [JSON] {
    try #require(try host.run("show", "--json").json()["timeline"]?.array)
  }

  @Test("a handover has both names")
  func handover() throws {
    let host = try TestHost()
    _ = try host.declare()
    host.run("assign", "ic", "dana")
    let outcome = host.run("assign", "ic", "kim", "--json")
    let event = try #require(try outcome.json()["event"])
    #expect(event["name"] == "kim" && event["from"] == "dana" && event["role"] == "incidentCommander")
    #expect(try outcome.json()["roles"]?["incidentCommander"] == ["kim"])
    #expect(host.run("show").output.contains("kim took over as incident commander from dana"))
    #expect(host.run("assign", "ic", "--release").status == 0)
    #expect(try host.run("show", "--json").json()["roles"] == nil)
  }

  @Test(
    "a role is typed as people say it",
    arguments: [
      ("ic", "incidentCommander"), ("comms", "communicationsLead"), ("tech", "technicalLead"), ("scribe", "scribe"),
      ("sme", "subjectMatterExpert"), ("responder", "responder"), ("sponsor", "executiveSponsor"),
      ("commander", "incidentCommander"), ("IC", "incidentCommander"),
    ])
  func roles(typed: String, role: String) throws {
    let host = try TestHost()
    _ = try host.declare()
    #expect(try host.run("assign", typed, "dana", "--json").json()["roles"]?[role] == ["dana"])
  }

  @Test("several may be experts or responders; one releases only oneself")
  func several() throws {
    let host = try TestHost()
    _ = try host.declare()
    host.run("assign", "sme", "dana")
    #expect(try host.run("assign", "sme", "li", "--json").json()["roles"]?["subjectMatterExpert"] == ["dana", "li"])
    #expect(
      try host.run("assign", "sme", "dana", "--release", "--json").json()["roles"]?["subjectMatterExpert"] == ["li"])
  }

  @Test("one person who commands and communicates is said out loud")
  func bothRoles() throws {
    let host = try TestHost()
    _ = try host.declare()
    host.run("assign", "ic", "dana")
    let outcome = host.run("assign", "comms", "dana")
    #expect(outcome.status == 0 && outcome.error.contains("both incident commander and communications lead"))
  }

  @Test("an event is retracted by its handle, by last, and stays in the record")
  func retract() throws {
    let host = try TestHost()
    let id = try host.declare()
    for note in ["First", "Second", "Third"] {
      host.pass(minutes: 1)
      host.run("note", "-m", note)
    }
    #expect(host.run("retract", "last", "-m", "Wrong window").status == 0)
    let second = try #require(try events(host).first { $0["message"] == "Second" }?["id"]?.string)
    let handle = second.suffix(6).lowercased()
    #expect(host.run("show", "--ids").output.lowercased().contains(handle))
    let outcome = host.run("retract", handle, id, "--json")
    #expect(try outcome.json()["event"]?["event"]?.string == second)
    #expect(try events(host).count == 6 && events(host).contains { $0["message"] == "Third" })
    let list = host.run("retract")
    #expect(list.status == 2 && list.error.contains("First") && !list.error.contains("Second"), "\(list.transcript)")
    #expect(host.run("retract", second).output.contains("already retracted"))
  }

  @Test("a retracted milestone is gone, and one that others rest on is refused")
  func retractMilestone() throws {
    let host = try TestHost()
    _ = try host.declare()
    host.run("ack")
    host.run("mitigate")
    #expect(host.run("retract", "last").status == 0)
    let snapshot = try host.run("show", "--json").json()
    #expect(snapshot["milestones"]?["mitigated"] == nil && snapshot["status"] == "investigating")
  }

  @Test("an earlier time goes where it belongs, and is marked")
  func backfilled() throws {
    let host = try TestHost()
    _ = try host.declare()
    host.pass(minutes: 60)
    host.run("ack", "--at", "22:50")
    host.run("note", "-m", "Later", "--at", "23:10")
    host.run("note", "-m", "Earlier", "--at", "23:00")
    let times = try events(host).map { $0["at"]?.string ?? "" }
    #expect(times == times.sorted())
    #expect(host.run("show").output.contains("logged late"))
  }

  @Test("the published example, replayed, gives exactly its facts")
  func example() throws {
    let host = try TestHost(at: "2024-03-05T18:00:00Z")
    for words in [
      [
        "declare", "API latency spike", "-s", "2", "--service", "api", "--at", "2024-03-05T14:00:00Z", "--started",
        "2024-03-05T14:00:00Z", "--detected", "2024-03-05T14:00:00Z", "--impact",
        "500 % increase in response times, 20 % of customers",
      ],
      [
        "update", "-m", "Increased database load from inefficient queries", "--status", "investigating", "--at",
        "14:05",
      ],
      ["mitigate", "-m", "Read replica scaled up and query optimised", "--at", "14:15"],
      ["resolve", "-m", "Latency back to normal", "--cause", "inefficient-query", "--at", "14:45"],
      ["postmortem"],
    ] {
      let outcome = host.run(words)
      #expect(outcome.status == 0, "\(outcome.transcript)")
    }
    let record = try #require(try host.records().first)
    #expect(record.hasPrefix("INC-20240305-"))
    let file = String(record.dropLast(5)) + ".postmortem.md"
    let text = try host.text(file)
    for fact in [
      "API latency spike", "14:00", "14:05", "14:15", "14:45", "45 min", "20 % of customers", "inefficient-query",
    ] {
      #expect(text.contains(fact), "\(fact)")
    }
    let show = host.run("show").output
    #expect(show.contains(/time to resolve +45 min/), "\(show)")
    try expectSnapshot(text, "example-postmortem")
    // Prose that people write survives the second run, with the facts brought up to date.
    let written = text.replacing("## Lessons", with: "Scale before the sale.\n\n## Lessons")
    #expect(written != text)
    try host.store(written, file)
    host.run("note", "-m", "One more fact", "--at", "14:30")
    #expect(host.run("postmortem").status == 0)
    #expect(try host.text(file).contains("Scale before the sale.") && host.text(file).contains("One more fact"))
  }
}
