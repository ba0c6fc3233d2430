import JSONTree
import Testing

/// Follow-ups across incidents: who is late, and for which tracker.
@Suite struct ActionListTests {
  /// Two incidents with three actions, the first of them due in five days.
  private func host() throws -> (TestHost, first: String, second: String) {
    let host = try TestHost(at: "2026-11-20T10:00:00Z")
    let first = try host.declare("One", "-s", "2")
    let second = try host.declare("Two", "-s", "2")
    host.run("action", "add", "Alert on saturation", first, "--owner", "li", "--due", "2026-11-25", "--kind", "detect")
    host.run("action", "add", "Bound the queue", second, "--owner", "Li", "--kind", "prevent", "--link", "OPS-1")
    host.run("action", "add", "Write it down", second)
    return (host, first, second)
  }

  @Test("the check is quiet until a day has passed, then lists what is late and fails")
  func check() throws {
    let (host, first, _) = try host()
    let before = host.run("action", "list", "--check")
    #expect(before.status == 0 && before.output.isEmpty && before.error.isEmpty, "\(before.transcript)")
    host.pass(minutes: 6 * 24 * 60)
    let late = host.run("action", "list", "--check")
    #expect(late.status == 1 && late.output.contains(first) && late.output.contains("OVERDUE"), "\(late.transcript)")
    #expect(!late.output.contains("Bound the queue"))
    #expect(host.run("action", "list", "--check", "--owner", "kim").status == 0)
    #expect(host.run("action", "done", "A1", first).status == 0)
    #expect(host.run("action", "list", "--check", "--json").status == 0)
  }

  @Test("headings by owner put one person's ways of writing together, and by kind come in the order of the kinds")
  func groups() throws {
    let (host, _, _) = try host()
    host.pass(minutes: 6 * 24 * 60)
    let byOwner = host.run("action", "list", "--group", "owner").output
    #expect(byOwner.hasPrefix("li  2  1 OVERDUE\n") && byOwner.contains("\n\nno owner  1\n"), "\(byOwner)")
    let byKind = host.run("action", "list", "--group", "kind").output
    let headings = byKind.split(separator: "\n").filter {
      $0.hasPrefix("prevent") || $0.hasPrefix("detect") || $0.hasPrefix("no kind")
    }
    #expect(headings == ["prevent  1", "detect  1  1 OVERDUE", "no kind  1"])
    #expect(host.run("action", "list", "--group", "ownr").error.contains("Did you mean `owner`?"))
  }

  @Test("each format is for its reader")
  func formats() throws {
    let (host, first, _) = try host()
    #expect(host.run("action", "list", "--format", "csv").output.hasPrefix("incident,id,title,"))
    let issues = host.run("action", "list", "--format", "github", "--unlinked").output.split(separator: "\n")
    #expect(issues.count == 2)
    let issue = try JSON.parse(String(issues[0]))
    #expect(issue["title"] == "Alert on saturation")
    #expect(issue["body"]?.string?.contains("incident action verify A1 \(first.suffix(4).lowercased())") == true)
    let jira = try host.run("action", "list", "--format", "jira", "--project", "OPS").json()
    #expect(jira["issueUpdates"]?.array?.count == 3)
    let json = host.run("action", "list", "--format", "json").output
    #expect(json == host.run("action", "list", "--json").output)
    for words in [
      ["--format", "jira"], ["--format", "jira", "--project", "O-1"], ["--project", "OPS"],
      ["--format", "csv", "--json"], ["--format", "xml"],
    ] {
      let outcome = host.run(["action", "list"] + words)
      #expect(outcome.status == 2 && outcome.output.isEmpty, "\(outcome.transcript)")
    }
  }
}
