import JSONTree
import Testing

/// What the incident or the store says no to: exit status 1, the next command, and not a byte written.
@Suite struct RefusalTests {
  /// What was done before, what is tried, what the answer names.
  static let refusals: [(before: [[String]], words: [String], says: String)] = [
    ([], ["close"], "incident resolve"),
    ([], ["reopen"], "nothing to reopen"),
    ([], ["show", "zzzz"], "incident list"),
    ([], ["show", "not an id"], "incident list"),
    ([], ["ack", "INC-20200101-0000"], "incident list"),
    ([], ["update", "-m", "x", "--status", "resolved"], "incident resolve"),
    ([], ["update", "-m", "x", "--status", "closed"], "incident close"),
    ([], ["update", "-m", "x", "--status", "cancelled"], "incident cancel"),
    ([], ["ack", "--at", "2027-01-01T00:00:00Z"], "has not come yet"),
    (
      [], ["declare", "T", "-s", "2", "--started", "2026-11-20T22:46:00Z", "--detected", "22:40"], "cannot come before"
    ),
    ([], ["retract", "zzzzzz"], "no event"),
    ([], ["retract", "last"], "no event to retract"),
    ([], ["cancel", "--duplicate-of", "zzzz"], "incident list"),
    ([], ["postmortem", "publish"], "incident postmortem"),
    ([["resolve"]], ["close"], "incident postmortem"),
    ([["resolve"], ["postmortem"]], ["close"], "incident postmortem publish"),
    ([["resolve"]], ["update", "-m", "x", "--eta", "30m"], "incident reopen"),
    ([["cancel"]], ["resolve"], "incident reopen"),
    ([["cancel"]], ["ack"], "incident reopen"),
    ([["cancel"]], ["mitigate"], "incident reopen"),
    ([["cancel"]], ["close"], "incident reopen"),
    ([["cancel"]], ["severity", "1"], "incident reopen"),
    ([["resolve"], ["close", "--force", "-m", "x"]], ["mitigate"], "incident reopen"),
  ]

  @Test("is refused with the next command, and writes nothing", arguments: refusals)
  func refused(before: [[String]], words: [String], says: String) throws {
    let (host, line) = try host(after: before, typing: words)
    let contents = try host.contents()
    let outcome = host.run(line)
    #expect(outcome.status == 1, "\(outcome.transcript)")
    #expect(outcome.output.isEmpty && outcome.error.contains(says), "\(outcome.transcript)")
    #expect(try host.contents() == contents)
    let error = try host.run(line + ["--json"]).jsonError()
    #expect(error["kind"] == "refused" && error["exitStatus"]?.int == 1)
  }

  @Test("are as recorded")
  func gallery() throws {
    var transcript = ""
    for (before, words, _) in Self.refusals {
      let (host, line) = try host(after: before, typing: words)
      let story = before.map { $0.joined(separator: " ") }.joined(separator: ", ")
      transcript += "# \(story.isEmpty ? "declared" : story)\n" + host.run(line).transcript
    }
    try expectSnapshot(transcript, "refusals")
  }

  /// A host on which an incident was declared and this done, and the words with its id where nothing is active any more.
  private func host(after before: [[String]], typing words: [String]) throws -> (TestHost, [String]) {
    let host = try TestHost()
    let id = try host.declare()
    for command in before {
      host.pass(minutes: 1)
      #expect(host.run(command).status == 0)
    }
    let isOver = before.contains { $0[0] == "cancel" || $0[0] == "close" }
    return (host, words + (isOver ? [id] : []))
  }

  @Test("without a store, reading commands that need one say how it is made")
  func noStore() throws {
    let host = try TestHost()
    for words in [["show"], ["ack"], ["check"], ["comms", "-a", "internal"], ["postmortem"]] {
      let outcome = host.run(words)
      #expect(outcome.status == 1 && outcome.error.contains("incident declare"), "\(outcome.transcript)")
    }
    #expect(host.run("status").status == 0 && host.run("list").status == 0 && host.run("config", "show").status == 0)
    #expect(host.run("list", "--json").output == "[]\n")
    #expect(try host.contents().isEmpty)
  }
}
