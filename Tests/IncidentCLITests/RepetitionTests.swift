import JSONTree
import Testing

/// A retried CI job does no harm: the second time succeeds, says so, and writes nothing.
@Suite struct RepetitionTests {
  static let repeated: [(before: [[String]], words: [String])] = [
    ([], ["ack"]),
    ([], ["severity", "1"]),
    ([], ["severity", "2"]),
    ([], ["assign", "ic", "dana"]),
    ([["assign", "ic", "dana"]], ["assign", "ic", "--release"]),
    ([], ["assign", "scribe", "--release"]),
    ([], ["mitigate", "-m", "Rolled back"]),
    ([], ["resolve", "-m", "Back to normal", "--cause", "deploy"]),
    ([], ["cancel", "-m", "Probe was misconfigured"]),
    ([["resolve"]], ["reopen", "-m", "It is back"]),
    ([["resolve"]], ["close", "--force", "-m", "Known"]),
    ([["resolve"]], ["postmortem"]),
    ([["resolve"], ["postmortem"]], ["postmortem", "review"]),
    ([["resolve"], ["postmortem"]], ["postmortem", "publish"]),
    ([["ack"]], ["note", "-m", "Seen earlier", "--at", "22:47:30"]),
    ([["ack"]], ["update", "-m", "Said earlier", "--at", "22:47:30"]),
    ([], ["init"]),
  ]

  @Test("the second time changes nothing and says so", arguments: repeated)
  func twice(before: [[String]], words: [String]) throws {
    let host = try TestHost()
    let id = try host.declare()
    host.variables["INCIDENT"] = id
    for command in before {
      host.pass(minutes: 1)
      #expect(host.run(command).status == 0)
    }
    host.pass(minutes: 1)
    let first = host.run(words + ["--json"])
    #expect(first.status == 0, "\(first.transcript)")
    let changesOnce = ![["severity", "2"], ["assign", "scribe", "--release"], ["init"]].contains(words)
    #expect(try first.json()["changed"] == .bool(changesOnce))
    #expect(try first.json()["path"]?.string?.hasPrefix(host.directory + "/incidents") == true)
    if words != ["init"] { #expect(try (first.json()["event"] != nil) == changesOnce) }
    host.pass(minutes: 3)
    let contents = try host.contents()
    let second = host.run(words + ["--json"])
    #expect(second.status == 0, "\(second.transcript)")
    let repeated = try second.json()
    #expect(repeated["changed"] == false && repeated["event"] == nil)
    #expect(try host.contents() == contents)
    let spoken = host.run(words)
    #expect(spoken.status == 0 && spoken.error.isEmpty, "\(spoken.transcript)")
    let saysSo = ["already", "nobody to release", "up to date", "nothing to do"].contains(where: spoken.output.contains)
    #expect(saysSo, "\(spoken.transcript)")
    #expect(try host.contents() == contents)
  }

  @Test("a declaration of an earlier moment, retried, is one record; another one is warned about")
  func declaration() throws {
    let host = try TestHost()
    let words = ["declare", "Latency", "-s", "2", "--at", "22:40", "--json"]
    let first = try host.run(words).json()
    host.pass(minutes: 1)
    let second = try host.run(words).json()
    #expect(second["id"] == first["id"] && second["changed"] == false && second["event"] == nil)
    #expect(try host.records().count == 1)
    let other = host.run("declare", "Latency", "-s", "2")
    #expect(other.status == 0 && other.error.contains("has the same title"), "\(other.transcript)")
    #expect(try host.records().count == 2)
  }

  @Test("new words of a repeated command are kept as a note, once")
  func newWords() throws {
    let host = try TestHost()
    _ = try host.declare()
    host.run("resolve", "-m", "Pool doubled")
    let second = host.run("resolve", "-m", "And the query rewritten", "--json")
    let document = try second.json()
    #expect(document["changed"] == true && document["event"]?["type"] == "noted")
    #expect(try host.run("resolve", "-m", "And the query rewritten", "--json").json()["changed"] == false)
    #expect(host.run("resolve", "-m", "One more").output.contains("added: note"))
  }

  @Test("every write has the record's path, whether it changed, and the event; every document is one JSON text")
  func documents() throws {
    let host = try TestHost()
    let declared = try host.run("declare", "T", "-s", "3", "--ack", "--commander", "dana", "--json").json()
    let id = try #require(declared["id"]?.string)
    #expect(declared["path"]?.string == host.stored(id + ".json") && declared["changed"] == true)
    #expect(declared["event"]?["type"] == "declared" && declared["events"]?.array?.count == 3)
    #expect(declared["timeline"] == nil)
    for words in [
      ["list"], ["show"], ["status"], ["check"], ["config", "show"], ["template", "list"],
      ["template", "show", "postmortem"], ["template", "show", "postmortem", "--context", id],
      ["template", "render", "comms-internal", "--incident", id], ["template", "render", "handoff"],
      ["comms", "-a", "external"], ["postmortem", "--stdout"], ["init"],
    ] {
      let outcome = host.run(words + ["--json"])
      #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.transcript)")
      #expect(throws: Never.self, "\(words)") { try outcome.json() }
      #expect(outcome.outputBytes.last == UInt8(ascii: "\n"))
    }
    #expect(try host.bytes(id + ".json") == host.run("show", "--json").outputBytes)
  }
}
