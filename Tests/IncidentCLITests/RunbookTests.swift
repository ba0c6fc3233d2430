import Foundation
import JSONTree
import Testing

@Suite("incident runbook")
struct RunbookCommandTests {
  private static let disk = """
    ---
    title: Queue backlog
    triggers:
      alerts: ["*Queue*", "*Bad[*"]
      labels: ["queue=pay*"]
    services: [payments]
    owner: dana
    reviewed: 2026-11-01
    ---

    # Queue backlog

    ## Quick checks

    1. Count what waits:

       ```sh
       queue depth "$QUEUE"
       ```

    2. Look at the consumers.

    ## Common fixes

    ### Add a consumer

    ```sh
    queue scale "$SERVICE"
    ```
    """

  private func host(isTerminal: Bool = false, columns: Int = 80) throws -> TestHost {
    let host = try TestHost()
    host.variables["NO_COLOR"] = "1"
    _ = try host.declare("Queue of payments grows", "--severity", "2", "--service", "payments")
    try host.store(Self.disk, "runbooks/queue-backlog.md")
    host.isTerminal = isTerminal
    host.columns = columns
    return host
  }

  @Test("the whole life of a runbook, on a wide and a narrow terminal", arguments: [80, 40])
  func story(columns: Int) throws {
    let host = try host(isTerminal: true, columns: columns)
    var text = ""
    for words in [
      ["show"], ["ack"], ["runbook", "suggest"], ["runbook", "start"], ["runbook", "start"], ["runbook", "step"],
      ["runbook", "step", "--done", "-m", "90,000"], ["runbook", "step", "1", "--done"],
      ["runbook", "step", "2", "--skip"],
      ["show"], ["runbook", "step", "3", "--done"], ["runbook", "step", "--done"],
      ["runbook", "review", "--helpful", "no", "-m", "Step 2 says nothing"], ["runbook", "show"], ["show"],
    ] {
      text += host.run(words).transcript
    }
    try expectSnapshot(text, "runbook-story-\(columns)-columns")
  }

  @Test("a program is told the steps, with what the incident knows")
  func json() throws {
    let host = try host()
    let started = try host.run("runbook", "start", "queue-backlog", "--json").json()
    #expect(started["runbook"]?["next"]?["title"]?.string == "Count what waits")
    #expect(started["event"]?["steps"]?.array?.count == 3)
    let done = try host.run("runbook", "step", "--done", "--json").json()
    #expect(done["runbook"]?["done"]?.int == 1)
    #expect(done["runbook"]?["next"]?["step"]?.int == 2)
    let third = try host.run("runbook", "step", "3", "--json").json()
    #expect(third["variables"]?.array?.compactMap(\.string) == ["export SERVICE='payments'"])
    #expect(third["commands"]?.array?.compactMap(\.string) == ["queue scale \"$SERVICE\""])
    let reviewed = try host.run("runbook", "review", "--helpful", "yes", "--json").json()
    #expect(reviewed["runbooks"]?.array?.first?["helpful"]?.bool == true)
    let suggested = try host.run("runbook", "suggest", "--alert", "QueueFull", "--json").json()
    #expect(suggested.array?.first?["name"]?.string == "queue-backlog")
    let shown = try host.run("runbook", "show", "queue-backlog", "--json").json()
    #expect(shown["problems"]?.array?.first?["line"]?.int == 4)
    #expect(try host.run("runbook", "list", "--json").json().array?.contains { $0["origin"]?.string == "team" } == true)
    let declared = try host.run("declare", "Queue full", "-s", "3", "--service", "payments", "--json").json()
    #expect(declared["runbook"]?["name"]?.string == "queue-backlog")
    #expect(declared["runbook"]?["reason"]?.string == "trigger `*Queue*` matches the title")
  }

  @Test(
    "says what is wrong, and what to type instead",
    arguments: [
      (["runbook", "show", "queue-backlok"], "Did you mean `queue-backlog`?", 1),
      (["runbook", "start", "high-latenzy"], "Did you mean `high-latency`?", 1),
      (["runbook", "step"], "no runbook is followed in", 1), (["runbook", "step", "x"], "a step's number", 2),
      (["runbook", "step", "1", "--done", "--skip"], "exclude each other", 2),
      (["runbook", "step", "--done", "--runbook", "nope"], "nobody started the runbook \"nope\"", 1),
      (["runbook", "review"], "needs `--helpful yes|no`", 2),
      (["runbook", "review", "--helpful", "yes"], "no runbook is followed", 1),
      (["runbook", "review", "--helpful", "perhaps"], "perhaps", 2), (["runbook", "new", "../x"], "a file's name", 2),
      (["runbook", "new", "queue-backlog"], "is there already", 1), (["runbook", "new", ""], "a file's name", 2),
      (["runbook", "suggest", "--label", "x"], "a label such as", 2),
      (["runbook", "suggest", "--alert", "Nothing"], "no runbook has", 1),
      (["runbook", "nonsense"], "has no command `nonsense`", 2), (["runbook", "list", "--by", "x"], "--by", 2),
      (["runbook", "show", "../../etc/passwd"], "no runbook is called", 1),
    ])
  func refusals(words: [String], sentence: String, status: Int32) throws {
    let host = try host()
    let before = try host.contents()
    let outcome = host.run(words)
    #expect(outcome.status == status, "\(outcome.transcript)")
    #expect(outcome.error.contains(sentence), "\(outcome.transcript)")
    #expect(try host.contents() == before)
  }

  @Test("a step that is not there, and words without a tick, are refused")
  func steps() throws {
    let host = try host()
    host.run("runbook", "start")
    #expect(host.run("runbook", "step", "4", "--done").error.contains("queue-backlog has 3 steps: there is no step 4"))
    #expect(host.run("runbook", "step", "0").error.contains("there is no step 0"))
    #expect(host.run("runbook", "step", "1", "-m", "x").status == 2)
    #expect(host.run("runbook", "step", "1", "--at", "22:40").status == 2)
    #expect(host.run("runbook", "step", "--done", "--runbook", "queue-backlog").status == 0)
  }

  @Test("the incident's reference may stand alone")
  func references() throws {
    let host = try host()
    let id = try host.declare("Payment latency", "-s", "3")
    let short = String(id.suffix(4)).lowercased()
    #expect(host.run("runbook", "start").error.contains("2 incidents are active"))
    #expect(host.run("runbook", "start", short).output.contains("high-latency"))
    #expect(host.run("runbook", "step", short).output.contains("Step 1/"))
    #expect(host.run("runbook", "step", "1", short, "--done").status == 0)
    #expect(host.run("runbook", "review", short, "--helpful", "yes").status == 0)
  }

  @Test("two at once are told apart by name")
  func several() throws {
    let host = try host()
    host.run("runbook", "start", "queue-backlog")
    host.run("runbook", "start", "high-latency")
    let outcome = host.run("runbook", "step", "--done")
    #expect(outcome.status == 1 && outcome.error.contains("--runbook high-latency"), "\(outcome.transcript)")
    let reference = try #require(host.run("list", "--json").json().array?.first?["id"]?.string)
    host.isTerminal = true
    let shown = host.run("runbook", "step", "3", "--runbook", "queue-backlog", reference)
    #expect(
      shown.error.contains("incident runbook step 3 --done --runbook queue-backlog \(reference)"), "\(shown.transcript)"
    )
    host.isTerminal = false
    #expect(host.run("runbook", "step", "--done", "--runbook", "high-latency").status == 0)
    #expect(host.run("runbook", "review", "--helpful", "yes").error.contains("say which"))
    #expect(host.run("show").output.contains("incident runbook step 1 --done --runbook queue-backlog"))
  }

  @Test("the command that comes after the last step names the incident that was named")
  func finished() throws {
    let host = try host()
    let reference = try #require(host.run("list", "--json").json().array?.first?["id"]?.string)
    host.run("runbook", "start", "queue-backlog")
    for _ in 1...3 { host.run("runbook", "step", "--done") }
    host.isTerminal = true
    let outcome = host.run("runbook", "step", "--done", reference)
    #expect(
      outcome.error.contains("incident runbook review queue-backlog --helpful yes \(reference.suffix(4).lowercased())"),
      "\(outcome.transcript)")
  }

  @Test("a new one is a skeleton, or a copy of the built-in one, and can be followed")
  func new() throws {
    let host = try TestHost()
    #expect(host.run("runbook", "new", "mail \"stuck\"").status == 0)
    let text = try host.text("runbooks/mail \"stuck\".md")
    #expect(text.contains("owner: \"dana\"") && text.contains("reviewed: 2026-11-20"))
    let json = try host.run("runbook", "show", "mail \"stuck\"", "--json").json()
    #expect(json["problems"] == nil && json["steps"]?.array?.count == 3, "\(json)")
    #expect(host.run("runbook", "new", "high-latency").output.contains("a copy of the built-in one"))
    #expect(try host.text("runbooks/high-latency.md").hasPrefix("---\ntitle: High latency"))
    #expect(try host.run("runbook", "show", "high-latency", "--json").json()["origin"]?.string == "team")
    host.run("declare", "Mail stuck", "-s", "3")
    #expect(host.run("runbook", "start").output.contains("started the runbook mail \"stuck\""))
  }

  @Test("what cannot be read is said, and nothing else stops working")
  func unreadable() throws {
    let host = try host()
    try host.store([0x23, 0x20, 0x41, 0x0A, 0xFF, 0xFE], "runbooks/high-latency.md")
    try host.store("", "runbooks/empty.md")
    try host.store("x", "runbooks/folder.md/x")
    try host.store("a", "outside")
    try FileManager.default.createSymbolicLink(
      atPath: host.stored("runbooks/link.md"), withDestinationPath: "/etc/passwd")
    let list = host.run("runbook", "list")
    #expect(list.status == 0)
    #expect(list.error.contains("/runbooks/high-latency.md:2: the runbook is not UTF-8 text"), "\(list.error)")
    for name in ["empty.md", "link.md", "folder.md"] { #expect(list.error.contains(name), "\(list.error)") }
    let start = host.run("runbook", "start", "high-latency")
    #expect(start.status == 3 && start.error.contains("not UTF-8"), "\(start.transcript)")
    let other = host.run("runbook", "start", "queue-backlog")
    #expect(other.status == 0)
    #expect(other.error.contains("queue-backlog.md:4:23: the trigger \"*Bad[*\" is no glob"), "\(other.error)")
    #expect(host.run("show").status == 0 && host.run("show").error.isEmpty)
    #expect(host.run("ack").status == 0)
  }

  @Test("a runbook that was changed or removed while it is followed goes on as it was started")
  func changed() throws {
    let host = try host()
    host.run("runbook", "start")
    try host.store(Self.disk.replacing("1. Count", with: "1. First.\n\n2. Count"), "runbooks/queue-backlog.md")
    let first = host.run("runbook", "step")
    #expect(
      first.output.contains("Step 1/3  Count what waits") && first.output.contains("queue depth"), "\(first.output)")
    try FileManager.default.removeItem(atPath: host.stored("runbooks/queue-backlog.md"))
    #expect(host.run("runbook", "step", "--done").output.contains("Step 2/3  Look at the consumers"))
  }

  @Test("a followed runbook that becomes unreadable is not taken for the built-in one of its name")
  func becomesUnreadable() throws {
    let host = try host()
    try host.store(Self.disk, "runbooks/disk-full.md")
    #expect(host.run("runbook", "start", "disk-full").status == 0)
    try host.store([0xFF], "runbooks/disk-full.md")
    let step = host.run("runbook", "step")
    #expect(
      step.status == 0 && step.error.contains("disk-full.md:1: the runbook is not UTF-8 text"), "\(step.transcript)")
    #expect(step.output == "Step 1/3  Count what waits\n", "\(step.transcript)")
    let done = host.run("runbook", "step", "--done")
    #expect(done.status == 0 && !done.output.contains("df -"), "\(done.transcript)")
    let suggested = host.run("runbook", "suggest", "--alert", "DiskFull")
    #expect(!suggested.output.contains("disk-full"), "\(suggested.transcript)")
  }

  @Test("customers never hear of runbooks")
  func external() throws {
    let host = try host()
    host.run("runbook", "start")
    host.run("runbook", "step", "--done", "-m", "secret words")
    host.run("runbook", "review", "--helpful", "no", "-m", "secret review")
    let text = host.run("comms", "--audience", "external").output.lowercased()
    for word in ["runbook", "backlog", "secret", "count what"] { #expect(!text.contains(word), "\(text)") }
  }

  @Test("hostile texts act on no terminal")
  func hostile() throws {
    let host = try host(isTerminal: true)
    try host.store(
      "---\ntitle: \"\u{1B}[2J\u{202E}\"\nowner: \"\u{7}\"\n---\n## Checks\n1. \u{1B}]0;x\u{7}\n   ```sh\n   echo \u{9B}31m\t$POD\n   ```\n",
      "runbooks/evil.md")
    for words in [
      ["runbook"], ["runbook", "show", "evil"], ["runbook", "start", "evil"], ["runbook", "step"], ["show"],
    ] {
      let outcome = host.run(words)
      #expect(outcome.status == 0, "\(outcome.transcript)")
      let bad = (outcome.output + outcome.error).unicodeScalars.filter {
        ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E
      }
      #expect(bad.isEmpty, "\(words): \(bad)")
    }
  }

  @Test("an alert's own link comes first, whether it leads to a runbook of ours or not")
  func alerts() throws {
    let host = try host()
    func payload(_ link: String, _ name: String) -> [UInt8] {
      Array(
        """
        {"version": "4", "groupKey": "\(name)", "status": "firing", "receiver": "r", "groupLabels": {}, "commonLabels":
        {"alertname": "\(name)", "severity": "critical", "pod": "p'1"}, "commonAnnotations": {"runbook_url": "\(link)"},
        "externalURL": "http://a.example", "alerts": [{"status": "firing", "labels": {"alertname": "\(name)"},
        "annotations": {}, "startsAt": "2026-11-20T22:40:00Z", "endsAt": "0001-01-01T00:00:00Z", "fingerprint": "\(name)"}]}
        """.utf8)
    }
    func declared(_ link: String, _ name: String) throws -> JSON {
      host.input = payload(link, name)
      let outcome = host.run("declare", "--from", "-", "--json")
      return try #require(try outcome.json()["results"]?.array?.first, "\(outcome.transcript)")
    }
    let ours = try declared("https://w.example.org/runbooks/disk-full.md#fixes", "HighLatency")
    #expect(ours["runbook"]?["name"]?.string == "disk-full", "\(ours)")
    #expect(ours["runbook"]?["reason"]?.string == "an alert links to it")
    let theirs = try declared("https://w.example.org/runbooks/elsewhere", "SlowThings")
    #expect(theirs["runbook"]?["name"] == nil)
    #expect(theirs["runbook"]?["url"]?.string == "https://w.example.org/runbooks/elsewhere")
    let id = try #require(ours["incident"]?.string)
    host.isTerminal = true
    let start = host.run("runbook", "start", id)
    #expect(start.output.contains("started the runbook disk-full"), "\(start.transcript)")
    let other = host.run("runbook", "start", try #require(theirs["incident"]?.string))
    #expect(
      other.status == 1 && other.error.contains("https://w.example.org/runbooks/elsewhere"), "\(other.transcript)")
  }
}
