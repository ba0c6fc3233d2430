import JSONTree
import Testing

/// From the first alert to the closed incident, without an id being typed once.
@Suite struct StoryTests {
  static let story: [(minutes: Int, words: [String])] = [
    (
      0,
      [
        "declare", "Payment latency above 5 s", "--severity", "2", "--service", "payments", "--started", "-6m",
        "--impact", "About 20 % of customers cannot check out",
      ]
    ),
    (1, ["ack"]),
    (1, ["assign", "ic", "dana"]),
    (1, ["assign", "comms", "li"]),
    (2, ["update", "-m", "Database load is up; looking at queries", "--status", "mitigating", "--eta", "30m"]),
    (0, ["status"]),
    (3, ["severity", "1", "-m", "Checkout is down for all"]),
    (2, ["assign", "ic", "kim"]),
    (5, ["mitigate", "-m", "Read replica scaled up"]),
    (1, ["note", "-m", "Pool at 60 % and falling"]),
    (0, ["show"]),
    (10, ["resolve", "-m", "Query rewritten; latency back to normal", "--cause", "slow-query"]),
    (1, ["show"]),
    (0, ["close"]),
    (5, ["postmortem"]),
    (0, ["postmortem"]),
    (1, ["postmortem", "review"]),
    (1, ["postmortem", "publish"]),
    (1, ["close", "-m", "All actions are planned"]),
    (0, ["status"]),
    (0, ["list"]),
  ]

  @Test("tells the whole story, to a pipe and to a terminal", arguments: [false, true])
  func story(isTerminal: Bool) throws {
    let host = try TestHost()
    host.isTerminal = isTerminal
    var transcript = ""
    for step in Self.story {
      host.pass(minutes: step.minutes)
      let outcome = host.run(step.words)
      #expect(outcome.status == (step.words == ["close"] ? 1 : 0), "\(outcome.transcript)")
      transcript += outcome.transcript
    }
    try expectSnapshot(transcript, isTerminal ? "story-terminal" : "story-piped")
    let record = try #require(try host.records().first)
    try expectSnapshot(try host.text(record), "story-record")
    #expect(try host.records().count == 1)
  }

  @Test("tells it as JSON, one document a command")
  func json() throws {
    let host = try TestHost()
    var transcript = ""
    for step in Self.story {
      host.pass(minutes: step.minutes)
      let outcome = host.run(step.words + ["--json"])
      if outcome.status == 0 { _ = try outcome.json() } else { _ = try outcome.jsonError() }
      transcript += outcome.transcript
    }
    try expectSnapshot(transcript, "story-json")
  }
}
