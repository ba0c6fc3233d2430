import Foundation
import IncidentCore
import IncidentReports
import IncidentStore
import JSONTree
import Testing

/// `incident runbook check`, and what `check`, `report` and `postmortem` say of runbooks.
@Suite struct RunbookCheckTests {
  private let sound = """
    ---
    title: Slow
    triggers: {alerts: ["*Latency*", "*Slow*"]}
    owner: sre
    reviewed: 2026-11-01
    ---
    # Slow
    ## Symptoms
    - Slow.
    ## Quick checks
    1. Look at [the other](other.md#checks).
    ## Common fixes
    ### Restart it
    Now.
    ## Escalation
    Call the owner.

    """

  /// A store with two runbooks, the one of which links to the other.
  private func host() throws -> TestHost {
    let host = try TestHost()
    _ = try host.declare()
    try host.store(sound, "runbooks/slow.md")
    try host.store(sound.replacing("other.md#checks", with: "slow.md") + "\n## Checks\n", "runbooks/other.md")
    return host
  }

  @Test("what is sound is said to be, and a store without runbooks has none to check")
  func ok() throws {
    let outcome = try host().run("runbook", "check")
    #expect(outcome.status == 0 && outcome.output == "ok: 2 runbooks, nothing to mend\n", "\(outcome.transcript)")
    let empty = try TestHost().run("runbook", "check")
    #expect(empty.status == 0 && empty.error.contains("the team has no runbook of its own"), "\(empty.transcript)")
    #expect(try TestHost().run("runbook", "check", "--json").json() == ["runbooks": 0, "findings": []])
  }

  @Test(
    "a copy of a built-in one links to built-in ones, and is sound as it begins", arguments: RunbookLibrary.builtInNames
  )
  func copies(name: String) throws {
    let host = try TestHost()
    #expect(host.run("runbook", "new", name).status == 0)
    let outcome = host.run("runbook", "check", name)
    #expect(outcome.status == 0 && !outcome.output.contains("dead-link"), "\(outcome.transcript)")
  }

  @Test("what is broken is named with its place, and the others are checked all the same")
  func broken() throws {
    let host = try host()
    try host.store(
      sound.replacing("\"*Slow*\"", with: "\"[Slow\"").replacing("#checks", with: "#nowhere").replacing(
        "owner: sre\n", with: ""),
      "runbooks/broken.md")
    try host.store([0xFF, 0xFE, 0x23], "runbooks/utf16.md")
    try host.store("", "runbooks/empty.md")
    try host.store(sound.replacing("2026-11-01", with: "2026-01-01"), "runbooks/old.md")
    let outcome = host.run("runbook", "check")
    #expect(outcome.status == 1 && outcome.error.contains("5 errors, 1 warning in 6 runbooks"), "\(outcome.transcript)")
    for part in [
      "incidents/runbooks/broken.md:1:1: error: nobody owns it  (no-owner)\n",
      "incidents/runbooks/broken.md:3:34: error: the trigger \"[Slow\" is no glob",
      "incidents/runbooks/broken.md:10:24: error: no heading of runbooks/other.md has the anchor #nowhere",
      "incidents/runbooks/utf16.md:1: error: the runbook is not UTF-8 text  (unreadable)",
      "incidents/runbooks/empty.md: error: the runbook is empty  (unreadable)",
      "incidents/runbooks/old.md:5:1: warning: nobody has reviewed it for ",
    ] { #expect(outcome.output.contains(part), "\(part) in \(outcome.transcript)") }
    let json = try host.run("runbook", "check", "--json", "broken").json()
    #expect(json["runbooks"] == 1 && json["findings"]?.array?.count == 3)
    #expect(json["findings"]?[0]?["rule"] == "no-owner" && json["findings"]?[0]?["gravity"] == "error")
    let annotations = host.run("runbook", "check", "--format", "github", "broken")
    #expect(
      annotations.output.hasPrefix(
        "::error file=incidents/runbooks/broken.md,line=1,col=1,title=incident runbook check"),
      "\(annotations.transcript)")
  }

  @Test("a warning fails with --strict, what --only names fails whatever it weighs, --skip leaves out")
  func gravity() throws {
    let host = try host()
    try host.store(sound.replacing("2026-11-01", with: "2026-01-01"), "runbooks/old.md")
    #expect(host.run("runbook", "check").status == 0)
    #expect(host.run("runbook", "check", "--strict").status == 1)
    #expect(host.run("runbook", "check", "--only", "stale-review").status == 1)
    #expect(host.run("runbook", "check", "--strict", "--skip", "stale-review").status == 0)
    let unknown = host.run("runbook", "check", "--only", "stale-reviw")
    #expect(unknown.status == 2 && unknown.error.contains("stale-review"), "\(unknown.transcript)")
  }

  @Test("a name, a built-in one, a path and what is none of them")
  func operands() throws {
    let host = try host()
    #expect(host.run("runbook", "check", "slow", "high-latency").output == "ok: 2 runbooks, nothing to mend\n")
    try Data("# Nothing\n".utf8).write(to: URL(filePath: host.directory + "/dns.md"))
    let file = host.run("runbook", "check", "dns.md", "./dns.md")
    #expect(file.status == 1 && file.output.hasPrefix("dns.md: error: there is nothing to do"), "\(file.transcript)")
    #expect(file.error.contains("in 1 runbook\n"))
    let wrong = host.run("runbook", "check", "slwo")
    #expect(wrong.status == 1 && wrong.error.contains("Did you mean `slow`?"), "\(wrong.transcript)")
    let gone = host.run("runbook", "check", "docs/gone.md")
    #expect(gone.status == 1 && gone.error.contains("there is no file docs/gone.md"), "\(gone.transcript)")
    let folder = host.run("runbook", "check", "./incidents")
    #expect(folder.status == 1 && folder.output.contains("is a directory"), "\(folder.transcript)")
  }

  @Test("the alerts of the store tell which triggers never matched, and which alerts no runbook is for")
  func alerts() throws {
    let host = try host()
    let name = try #require(try host.records().first)
    let id = try #require(IncidentID(String(name.dropLast(5))))
    var incident = try RecordCodec.decode(try host.bytes(name), named: id)
    var random = SplitMix64(seed: 1)
    for (place, alert) in ["ApiLatencyHigh", "Unheard\u{1B}[2J"].enumerated() {
      var notice = AlertNotice(source: .alertmanager, change: .fired, key: "k\(place)", title: "Slow")
      notice.name = alert
      let event = EventID(
        milliseconds: UInt64(host.now.seconds) * 1_000, after: incident.events.last?.id, random: &random)
      incident = try incident.adding([
        Event(id: event, at: host.now, by: "dana", body: .alerted(try #require(Alerted(notice, payload: nil))))
      ])
    }
    try host.store(RecordCodec.encode(incident), name)
    let outcome = host.run("runbook", "check")
    #expect(outcome.status == 0 && outcome.error == "3 notices in 2 runbooks\n", "\(outcome.transcript)")
    #expect(
      outcome.output.contains("slow.md:3:34: notice: no alert in the store ever matched the trigger \"*Slow*\""),
      "\(outcome.transcript)")
    #expect(
      outcome.output.contains("\(name): notice: no runbook is for the alert Unheard\\u{1b}[2J of \(id)"),
      "\(outcome.transcript)")
    #expect(host.run("runbook", "check", "--strict").status == 0)
    #expect(host.run("runbook", "check", "--only", "unmatched-alert").status == 1)
    #expect(host.run("runbook", "check", "--skip", "unmatched-trigger,unmatched-alert").output.hasPrefix("ok: 2"))
  }

  @Test("check and report count what was used, did not help, and was never used")
  func counts() throws {
    let host = try host()
    host.run("runbook", "start", "slow")
    host.run("runbook", "step", "--done")
    host.run("runbook", "review", "slow", "--helpful", "no", "-m", "The link is dead")
    let check = host.run("check")
    #expect(check.transcript.contains("1 runbook used, 1 unhelpful, 1 never used"), "\(check.transcript)")
    let json = try host.run("check", "--json").json()
    #expect(json["runbooks"]?["used"]?[0]?["unhelpful"] == 1 && json["runbooks"]?["neverUsed"] == ["other"])
    let report = host.run("report", "--month", "this-month")
    #expect(report.output.contains("| slow | 1 |") && report.output.contains("Never used: other."), "\(report.output)")
    host.pass(minutes: 5)
    host.run("resolve", "-m", "Well")
    let postmortem = host.run("postmortem", "--stdout")
    #expect(
      postmortem.output.contains("- **slow** (Slow): 1 of 2 steps done; it did not help\n  - The link is dead\n"),
      "\(postmortem.transcript)")
    let handoff = host.run("handoff")
    #expect(
      handoff.output.contains("slow: 1 of 2 steps done; it did not help. The link is dead"), "\(handoff.transcript)")
  }
}
