import Foundation
import JSONTree
import Testing

/// `incident declare --from`, in process.
@Suite struct AlertIntakeTests {
  private let firing = AlertPayloads.alertmanager([("f1", "22:41", nil), ("f2", "22:42", nil)])
  private let partly = AlertPayloads.alertmanager([("f1", "22:41", "22:50"), ("f2", "22:42", nil)])
  private let over = AlertPayloads.alertmanager([("f1", "22:41", "22:50"), ("f2", "22:42", "22:52")])

  @Test("an alert that fires, repeats, is partly and then wholly over is one incident with its milestones")
  func story() throws {
    let host = try TestHost()
    var transcript = host.take(firing).transcript
    host.pass(minutes: 1)
    transcript += host.take(firing).transcript
    host.pass(minutes: 4)
    transcript += host.take(partly, "--auto-resolve").transcript
    host.pass(minutes: 1)
    transcript += host.take(over, "--auto-resolve").transcript
    transcript += host.take(over, "--auto-resolve").transcript
    transcript += host.run("show").transcript
    try expectSnapshot(transcript, "alert-story")
    let record = try host.onlyRecord()
    let milestones: JSON = [
      "started": "2026-11-20T22:41:00Z", "declared": "2026-11-20T22:47:09Z", "resolved": "2026-11-20T22:53:09Z",
    ]
    #expect(record["milestones"] == milestones)
    #expect(record["severity"] == "SEV1" && record["services"] == ["payments"])
    #expect(host.run("check").status == 0)
  }

  @Test("an end is when the alert says, where nothing has happened since")
  func end() throws {
    let host = try TestHost()
    host.take(firing)
    host.pass(minutes: 10)
    #expect(try host.outcomes(over, "--auto-resolve") == ["resolved: alerted resolved"])
    #expect(try host.onlyRecord()["milestones"]?["resolved"] == "2026-11-20T22:52:00Z")
  }

  @Test("what is over without having fired makes nothing, not even a store")
  func neverFired() throws {
    let host = try TestHost()
    let outcome = host.take(over, "--auto-resolve")
    #expect(outcome.status == 0 && outcome.output.contains("nothing to resolve"), "\(outcome.transcript)")
    #expect(try host.contents().isEmpty)
  }

  @Test("without --auto-resolve the command that resolves is said")
  func hint() throws {
    let host = try TestHost()
    host.take(firing)
    let outcome = host.take(over)
    #expect(outcome.error.contains("incident resolve ") && outcome.status == 0, "\(outcome.transcript)")
    #expect(try host.onlyRecord()["status"] == "declared")
    #expect(try host.outcomes(over, "--auto-resolve") == ["resolved: resolved"])
  }

  @Test("what fires on after people resolved it is said loudly; what fires anew is another incident")
  func afterResolution() throws {
    let host = try TestHost()
    host.take(firing)
    host.pass(minutes: 2)
    #expect(host.run("resolve").status == 0)
    host.pass(minutes: 2)
    let still = host.take(partly)
    #expect(still.error.contains("STILL FIRES") && still.error.contains("incident reopen "), "\(still.transcript)")
    host.pass(minutes: 5)
    let anew = host.take(AlertPayloads.alertmanager([("f1", "22:55", nil)]))
    #expect(anew.error.contains("follows INC-"), "\(anew.transcript)")
    #expect(try host.records().count == 2)
    host.pass(minutes: 1)
    #expect(host.run("close", "--force", "-m", "Known", try host.records()[0].prefix(17).description).status < 2)
    #expect(try host.outcomes(AlertPayloads.alertmanager([("f1", "22:55", nil)])) == ["already"])
  }

  @Test("what is typed counts more than what the alert says")
  func typed() throws {
    let host = try TestHost()
    let outcome = host.take(
      firing, "Checkout is slow", "-s", "3", "--service", "web", "--impact", "Slow", "--commander", "kim", "--ack",
      "--drill", "--started", "22:30", "--by", "ci", "--at", "22:45")
    #expect(outcome.status == 0, "\(outcome.transcript)")
    let record = try host.onlyRecord()
    #expect(record["title"] == "Checkout is slow" && record["severity"] == "SEV3" && record["services"] == ["web"])
    #expect(record["kind"] == "drill" && record["impact"] == "Slow" && record["status"] == "investigating")
    #expect(record["roles"]?["incidentCommander"] == ["kim"])
    #expect(record["milestones"]?["started"] == "2026-11-20T22:30:00Z")
    #expect(record["milestones"]?["declared"] == "2026-11-20T22:45:00Z")
    let authors = record["timeline"]?.array?.compactMap { $0["by"]?.string } ?? []
    #expect(Set(authors) == ["ci"])
  }

  @Test("the team's settings say what labels mean")
  func settings() throws {
    let host = try TestHost()
    let settings = """
      {"services": {"payments": {}}, "alerts": {"severities": {"page": "SEV4"}, "services": {"pay-*": "payments"}}}
      """
    try host.store(settings, "config.json")
    let outcome = host.take(AlertPayloads.alertmanager([("f1", "22:41", nil)], service: "PAY-api"))
    #expect(outcome.error == "SEV4 by its label severity \"page\"\n", "\(outcome.transcript)")
    #expect(try host.onlyRecord()["services"] == ["payments"])
    let worse = host.take(AlertPayloads.alertmanager([("f1", "22:41", nil)], severity: "critical"))
    #expect(worse.error.contains("incident severity 1 "), "\(worse.transcript)")
    #expect(try host.onlyRecord()["severity"] == "SEV4")
  }

  @Test("what people do in PagerDuty is on the timeline at its time, in their name, once")
  func pagerDuty() throws {
    let host = try TestHost(at: "2026-11-20T23:30:00Z")
    let story: [(event: String, at: String, more: JSONObject, expected: String)] = [
      ("triggered", "22:41:02", [:], "declared: declared alerted"),
      ("acknowledged", "22:43:00", [:], "added: acknowledged"),
      ("priority_updated", "22:44:00", ["priority": ["summary": "P1"]], "added: severityChanged"),
      ("resolved", "23:10:00", [:], "resolved: alerted resolved"),
      ("reopened", "23:15:00", [:], "added: reopened alerted"),
      ("resolved", "23:20:00", [:], "resolved: alerted resolved"),
    ]
    for each in story {
      let payload = AlertPayloads.pagerDuty(each.event, at: each.at, more: each.more)
      #expect(try host.outcomes(payload) == [each.expected], "\(each.event)")
      let again = try host.outcomes(payload)
      #expect(again == ["already"] || again == ["ignored"], "\(each.event): \(again)")
    }
    let record = try host.onlyRecord()
    let milestones: JSON = [
      "started": "2026-11-20T22:41:00Z", "declared": "2026-11-20T22:41:02Z",
      "acknowledged": "2026-11-20T22:43:00Z", "resolved": "2026-11-20T23:20:00Z",
    ]
    #expect(record["milestones"] == milestones)
    #expect(record["timeline"]?.array?.last?["by"] == "Li Wei" && record["severity"] == "SEV1")
    #expect(host.run("check").status == 0)
  }

  @Test("what PagerDuty reopened goes on, though the end before that comes later")
  func lateEndOfPagerDuty() throws {
    let host = try TestHost(at: "2026-11-20T23:30:00Z")
    let story: [(event: String, at: String, expected: String)] = [
      ("triggered", "22:41:02", "declared: declared alerted"), ("reopened", "23:15:00", "added: alerted"),
      ("reopened", "23:15:00", "already"), ("triggered", "22:41:02", "already"), ("resolved", "23:10:00", "ignored"),
      ("resolved", "23:20:00", "resolved: alerted resolved"),
    ]
    for each in story {
      let outcomes = try host.outcomes(AlertPayloads.pagerDuty(each.event, at: each.at))
      #expect(outcomes == [each.expected], "\(each.event) at \(each.at)")
    }
    #expect(host.run("check").status == 0)
  }

  @Test("an acknowledgement of what nobody knows declares it, where it tells of the whole incident")
  func acknowledgedFirst() throws {
    let host = try TestHost()
    let payload = AlertPayloads.pagerDuty("acknowledged", at: "22:43:00")
    #expect(try host.outcomes(payload) == ["declared: declared alerted acknowledged"])
    #expect(try host.outcomes(payload) == ["already"])
    #expect(try host.outcomes(AlertPayloads.pagerDuty("triggered", at: "22:41:02")) == ["already"])
  }

  @Test("what an incident does not allow is said, and no webhook is to try it again")
  func refused() throws {
    let host = try TestHost()
    host.take(AlertPayloads.pagerDuty("triggered", at: "22:41:02"))
    #expect(host.run("resolve", "--at", "22:42").status == 0)
    host.input = AlertPayloads.pagerDuty("acknowledged", at: "22:43:00")
    let outcome = host.run("declare", "--from", "-", "--json")
    #expect(outcome.status == 0 && outcome.error.contains("nothing left to acknowledge"), "\(outcome.transcript)")
    #expect(try outcome.json()["results"]?.array?.first?["outcome"] == "refused")
  }

  @Test("several alerts of one payload are taken in in their order, each told by itself")
  func several() throws {
    let host = try TestHost()
    let incidents: [JSON] = ["A", "B"].map { id in
      [
        "id": .string(id), "type": "incident", "incident_number": 7, "title": .string("Trouble \(id)"),
        "status": "triggered", "urgency": "high", "created_at": "2026-11-20T22:41:00Z",
      ]
    }
    let payload = Array(JSON.object(["incidents": .array(incidents)]).inlineText().utf8)
    #expect(try host.outcomes(payload) == ["declared: declared alerted", "declared: declared alerted"])
    #expect(try host.outcomes(payload) == ["already", "already"])
    #expect(try host.records().count == 2)
  }

  @Test("a credential in an alert is masked, and keeps nobody from declaring")
  func secrets() throws {
    let host = try TestHost()
    let token = "ghp_" + "0123456789abcdefghijABCDEFGHIJ012345"
    let payload = AlertPayloads.alertmanager([("f1", "22:41", nil)], key: token, summary: "Token \(token) is refused")
    #expect(host.take(payload).status == 0)
    #expect(try host.outcomes(payload) == ["already"])
    #expect(try host.onlyRecord()["title"] == "Token [secret] is refused")
    #expect(try !host.contents().values.contains { String(decoding: $0, as: UTF8.self).contains(token) })
  }

  @Test("customers never hear of an alert")
  func audiences() throws {
    let host = try TestHost()
    host.take(AlertPayloads.alertmanager([("f1", "22:41", nil)], service: "payments", summary: "Zorblax saturated"))
    let external = host.run("comms", "-a", "external")
    for word in ["Zorblax", "HighLatency", "wiki.example.org", "Alertmanager", "alertmanager"] {
      #expect(!external.output.contains(word), "\(external.transcript)")
    }
    #expect(host.run("comms", "-a", "internal").output.contains("Zorblax"))
    #expect(host.run("show").output.contains("Alertmanager: HighLatency fires"))
  }

  @Test(
    "what is no alert is refused with its place, and makes nothing",
    arguments: [
      ("", "empty"), ("{", "cut off"), ("[]", "expected"), (#"{"a": 1}"#, "not an alert"),
      ("\u{FEFF}{}", "byte order mark"),
      ("<html>", "HTML"),
    ])
  func noAlert(text: String, says: String) throws {
    let host = try TestHost()
    let outcome = host.take(Array(text.utf8))
    #expect(outcome.status == 1 && outcome.error.contains(says) && outcome.error.contains("standard input"))
    #expect(outcome.output.isEmpty)
    #expect(try host.contents().isEmpty)
  }

  @Test("the words of the command line are looked at before anything is written")
  func wrongWords() throws {
    let host = try TestHost()
    let wrong: [([String], Int32)] = [
      (["--auto-resolve"], 2), (["--from", ""], 2), (["--from", "-", "-s", "purple"], 2),
      (["--from", "-", "--service", " "], 2),
      (["--from", "-", "--at", "tomorrow"], 2),
      (["--from", "-", " "], 2), (["--from", "none.json"], 3),
      (["--from", "/"], 3), (["--from", "-", "--at", "2027-01-01T00:00:00Z"], 1),
      (["--from", "-", "--detected", "2027-01-01T00:00:00Z"], 1),
    ]
    for (words, status) in wrong {
      host.input = firing
      let outcome = host.run(["declare"] + words)
      #expect(outcome.status == status, "\(outcome.transcript)")
      #expect(try host.contents().isEmpty, "\(words)")
    }
  }

  @Test("nobody is asked anything")
  func noQuestions() throws {
    let host = try TestHost()
    host.isTerminal = true
    host.typedLines = ["a", "b"]
    #expect(host.take(Array(#"{"title": "Nightly export failed"}"#.utf8)).status == 0)
    #expect(host.typedLines.count == 2)
    #expect(try host.onlyRecord()["severity"] == "SEV3")
  }

  @Test("a file is read from where the command was typed")
  func file() throws {
    let host = try TestHost()
    try Data(firing).write(to: URL(filePath: host.directory + "/alert.json"))
    #expect(host.run("declare", "--from", "alert.json").status == 0)
    #expect(try host.records().count == 1)
  }
}
