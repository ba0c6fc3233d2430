import JSONTree
import Testing

@Suite("incident action")
struct ActionTests {
  /// A host with two incidents that are over: the first with A1 and A2, the second with A1.
  private func host() throws -> (TestHost, first: String, second: String) {
    let host = try TestHost()
    let first = try host.declare()
    host.run("action", "add", "Alert on pool saturation", "--owner", "dana", "--due", "2w", "--kind", "detect")
    host.run("action", "add", "Bound the retry queue", "--priority", "p1")
    host.run("resolve", "-m", "m")
    host.run("close", "--force", "-m", "m")
    host.pass(minutes: 60)
    let second = try host.declare("Search is down")
    host.run("action", "add", "Drain before a deploy", "--owner", "Li", "--due", "2026-11-22")
    host.run("cancel")
    return (host, String(first.suffix(4)), String(second.suffix(4)))
  }

  @Test("the whole life of a follow-up, in a terminal")
  func story() throws {
    let host = try TestHost()
    host.isTerminal = true
    host.variables["NO_COLOR"] = "1"
    host.run("declare", "Payment latency above 5 s", "--severity", "2")
    var text = ""
    for words in [
      ["action", "add", "Alert on pool saturation"],
      ["action", "edit", "A1", "--owner", "dana", "--due", "2w", "--kind", "detect", "--priority", "high"],
      ["action", "verify", "A1"], ["action", "start", "A1"], ["action", "done", "A1", "-m", "Merged as 4f2a"],
      ["action", "done", "A1"], ["action"], ["action", "verify", "A1", "-m", "It rang in the drill"],
      ["action", "drop", "A1"], ["action"], ["action", "list", "--all"], ["show"],
    ] {
      text += host.run(words).transcript
    }
    try expectSnapshot(text, "actions-story")
  }

  @Test(
    "the list has what is unfinished in every incident, first due first, and fits the terminal",
    arguments: [40, 80, 120])
  func list(columns: Int) throws {
    let (host, first, second) = try host()
    host.pass(minutes: 3 * 24 * 60)
    host.run("action", "add", "\u{1B}[2J| =cmd()\u{202E}", "--owner", String(repeating: "長", count: 30), second)
    host.run("action", "drop", "A2", first)
    host.isTerminal = true
    host.columns = columns
    host.variables["NO_COLOR"] = "1"
    let text = host.run("action", "list").output
    try expectSnapshot(text, "actions-\(columns)-columns")
    #expect(text.contains("OVERDUE") && !text.contains("Bound the retry"))
  }

  @Test("its filters, and the list for a program")
  func filters() throws {
    let (host, first, second) = try host()
    func titles(_ words: String...) throws -> [String] {
      let outcome = host.run(["action", "list", "--json"] + words)
      #expect(outcome.status == 0, "\(outcome.transcript)")
      return try outcome.json().array?.compactMap { $0["title"]?.string } ?? []
    }
    let all = ["Drain before a deploy", "Alert on pool saturation", "Bound the retry queue"]
    #expect(try titles() == all)
    #expect(try titles("--owner", "li") == [all[0]])
    #expect(try titles("--owner", "li", "--owner", "dana") == [all[0], all[1]])
    #expect(try titles("--kind", "detection") == [all[1]])
    #expect(try titles("--overdue") == [])
    #expect(try titles(first) == [all[1], all[2]])
    host.run("action", "done", "A1", second)
    #expect(try titles("--status", "done") == [all[0]])
    host.pass(minutes: 30 * 24 * 60)
    #expect(try titles("--overdue") == [all[1]])
    let overdue = host.run("action", "list", "--overdue", "--json")
    // Due on 4 December; 30 days and an hour later it is 23:47:09 on 20 December.
    #expect(try overdue.json().array?.first?["overdueBySeconds"] == .number(JSONNumber(15 * 86_400 + 85_629)))
    let entry = try #require(try overdue.json().array?.first?.object)
    #expect(entry.keys == ["incident", "id", "title", "kind", "owner", "due", "status", "event", "overdueBySeconds"])
    for words in [["--status", "closed"], ["--kind", "bug"], ["--by", "dana"]] {
      #expect(host.run(["action", "list"] + words).status == 2)
    }
    #expect(host.run("action", "--at", "-1m").status == 2)
  }

  @Test("without a store there is nothing to list")
  func noStore() throws {
    let host = try TestHost()
    #expect(host.run("action").status == 0)
    #expect(try host.run("action", "list", "--json").json() == [])
    #expect(host.run("action", "done", "A1").status == 1)
  }

  @Test("which incident is meant: the named one, the active one that has it, the only one that has it")
  func references() throws {
    let (host, first, second) = try host()
    let both = host.run("action", "start", "A1")
    #expect(both.status == 1 && both.error.contains("2 incidents have an action A1"), "\(both.transcript)")
    for reference in [first, second] {
      #expect(both.error.contains("incident action start A1 \(reference.lowercased())"), "\(both.error)")
    }
    #expect(host.run("action", "start", "A2").output.contains(first))
    #expect(host.run("action", "start", "1", second.lowercased()).output.contains("A1 started"))
    host.run("action", "drop", "A1", second)
    #expect(host.run("action", "done", "A1").output.contains(first))
    host.variables["INCIDENT"] = second
    #expect(host.run("action", "start", "a1").output.contains(second))
    host.variables["INCIDENT"] = nil
    let third = try host.declare("Another")
    host.run("action", "add", "Third", String(third.suffix(4)))
    #expect(host.run("action", "done", "A1").output.contains(third))
    let missing = host.run("action", "done", "A9")
    #expect(missing.status == 1 && missing.error.contains("incident action list"))
    let named = host.run("action", "done", "A9", first)
    #expect(named.status == 1 && named.error.contains("it has A1 to A2"))
    #expect(host.run("action", "done", first, "A1").status == 2)
  }

  @Test("a record that cannot be read keeps nobody from naming another, and is never guessed past")
  func unreadable() throws {
    let (host, first, _) = try host()
    try host.store("{", "INC-20261101-AAAA.json")
    let unsaid = host.run("action", "start", "A2")
    #expect(
      unsaid.status == 3 && unsaid.error.contains("incident action start A2 \(first.lowercased())"), "\(unsaid.error)")
    #expect(host.run("action", "start", "A2", first).status == 0)
    let list = host.run("action", "list")
    #expect(list.status == 3 && list.output.contains("Bound the retry queue"))
  }

  @Test(
    "wrong words are refused with the right ones",
    arguments: [
      (["add", "x", "--kind", "detct"], "Did you mean `detect`"), (["add", "x", "--due", "2026-11-31"], "2026-12-04"),
      (["add", "x", "--due", "soon"], "2w"), (["add", " "], "some words"), (["add"], "TITLE"),
      (["add", "x", "--priority", "9"], "high, medium, low"), (["edit", "A1"], "--owner"),
      (["finish", "A1"], "no command"),
    ])
  func wrongWords(words: [String], expected: String) throws {
    let (host, _, _) = try host()
    let before = try host.contents()
    let outcome = host.run(["action"] + words)
    #expect(outcome.status == 2 && outcome.error.contains(expected), "\(outcome.transcript)")
    #expect(try host.contents() == before)
  }

  @Test(
    "a due date in any of its forms",
    arguments: [
      ("2026-12-04", "2026-12-04"), ("2w", "2026-12-04"), ("+14d", "2026-12-04"), ("in 2 weeks", "2026-12-04"),
      ("today", "2026-11-20"), ("Tomorrow", "2026-11-21"), ("3 days", "2026-11-23"),
    ])
  func due(typed: String, date: String) throws {
    let host = try TestHost()
    _ = try host.declare()
    let added = host.run("action", "add", "x", "--due", typed, "--json")
    #expect(try added.json()["actions"]?.array?.first?["due"] == .string(date), "\(added.transcript)")
    #expect(try added.json()["event"]?["id"] == added.json()["actions"]?.array?.first?["event"])
  }

  @Test("typed again, every step says so and succeeds")
  func repetition() throws {
    let (host, first, _) = try host()
    for step in ["start", "done", "verify"] {
      #expect(host.run("action", step, "A1", first).status == 0)
      let before = try host.contents()
      let again = host.run("action", step, "A1", first)
      #expect(again.status == 0 && again.output.contains("already"), "\(again.transcript)")
      #expect(try host.contents() == before)
    }
    #expect(host.run("check").status == 0)
  }

  @Test("the postmortem's table is made from the record, and says the same later")
  func postmortem() throws {
    let (host, first, _) = try host()
    host.run("postmortem", first)
    let file = "INC-20261120-\(first).postmortem.md"
    let row = "| A1 | Alert on pool saturation | dana | 2026-12-04 | detect |"
    #expect(try host.text(file).contains(row + " open |"))
    host.run("action", "done", "A1", first)
    host.run("action", "edit", "A2", first, "--title", "a | b\n| c |", "--link", "https://x.example/")
    host.run("postmortem", first)
    let text = try host.text(file)
    #expect(text.contains(row + " done |") && !text.contains(row + " open |"))
    #expect(text.contains("| A2 | a \\| b \\| c \\| ("), "\(text)")
  }
}
