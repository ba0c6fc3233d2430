import JSONTree
import Testing

/// A wrong command line: exit status 2, the nearest right word, and not a byte written.
@Suite struct UsageTests {
  static let wrong: [(words: [String], says: String)] = [
    (["decalre", "T"], "`declare`"),
    (["lst"], "`list`"),
    (["template", "shwo", "postmortem"], "`show`"),
    (["config", "shwo"], "`show`"),
    (["list", "--stauts", "active"], "`--status`"),
    (["update", "--messsage", "x"], "`--message`"),
    (["list", "-x"], "-x"),
    (["declare", "T", "--severity", "5"], "SEV1"),
    (["declare", "T", "--severity", "majr"], "`major`"),
    (["declare", "T", "--severity", ""], "SEV1"),
    (["severity", "critcal"], "`critical`"),
    (["assign", "scribbe", "dana"], "`scribe`"),
    (["assign", "captain", "dana"], "scribe"),
    (["assign", "ic"], "NAME"),
    (["assign", "ic", "  "], "a name"),
    (["update", "--status", "investigatin"], "`investigating`"),
    (["list", "--status", "actve"], "`active`"),
    (["list", "--limit", "0"], "whole number"),
    (["list", "--since", "yesterdaay"], "22:47"),
    (["ack", "--at", "25:99"], "22:47"),
    (["ack", "--at", "2026-02-30T00:00:00Z"], "22:47"),
    (["declare", "T", "-s", "2", "--started", "soon"], "22:47"),
    (["update", "-m", "x", "--eta", "later"], "15m"),
    (["comms", "--audience", "extrnal"], "`external`"),
    (["comms"], "--audience"),
    (["comms", "--format", "email"], "--audience"),
    (["comms", "-a", "internal", "--format", "slak"], "`slack`"),
    (["comms", "-f", "statuspage", "-a", "internal"], "customers read a status page"),
    (["comms", "-a", "internal", "-f", "email", "--from", "ops"], "`ops` is no mail address"),
    (["comms", "-a", "internal", "-f", "email", "--from", "a@b.example, c@d.example"], "one address"),
    (["comms", "-a", "internal", "-f", "email", "--to", "a@b.example, #status"], "`#status` is no mail address"),
    (["comms", "-a", "internal", "-f", "email", "--to", "a@b.example; c@d.example"], "semicolon"),
    (["comms", "-a", "internal", "-f", "email", "--to", "dana@bücher.example"], "not ASCII"),
    (["comms", "-a", "internal", "-f", "email", "--to", "a@b.example,"], "missing"),
    (["comms", "-a", "internal", "-f", "email", "--record", "--to", "#status"], "--format text --record"),
    (["comms", "-a", "external", "-f", "email"], "-f email --from support@example.com"),
    (["comms", "-a", "custmers"], "`customers`"),
    (["comms", "-f", "slack", "-a", "Extrenal"], "`external`"),
    (["comms", "-f", "statuspage", "-a", "custmers"], "`customers`"),
    (["template", "render", "comms-external"], "--incident"),
    (["update", "-m", "x", "--next", "-5m"], "--next 15m"),
    (["update", "--no-change", "--next", "2026-11-20T22:47:09Z"], "has to come after"),
    (["comms", "-a", "internal", "--from", "ops@example.org"], "--format email"),
    (["template", "show", "postmortm"], "`postmortem`"),
    (["template", "render", "handof"], "`handoff`"),
    (["completions", "bsh"], "`bash`"),
    (["list", "--color", "allways"], "`always`"),
    (["list", "--csv", "--json"], "exclude each other"),
    (["template", "render", "postmortem", "--data", "a", "--incident", "b"], "exclude each other"),
    (["declare"], "TITLE"),
    (["declare", "T"], "--severity"),
    (["declare", "--severity", "2"], "TITLE"),
    (["declare", " \n ", "--severity", "2"], "in a line"),
    (["declare", "T", "-s", "2", "--service", " "], "a name"),
    (["declare", "T", "-s", "2", "--impact", ""], "some text"),
    (["declare", "T", "-s", "2", "--by", " "], "some text"),
    (["declare", "Two", "words", "-s", "2"], "quotes"),
    (["note"], "--message"),
    (["update"], "--message"),
    (["note", "-m", " \n"], "some text"),
    (["close", "--force"], "--message"),
    (["retract"], "EVENT"),
    (["ack", "--json=yes"], "takes no value"),
    (["ack", "-m"], "needs a value"),
    (["ack", "-m", "a", "-m", "b"], "only once"),
    (["init", "here"], "here"),
    (["template"], "needs a command"),
    (["config"], "needs a command"),
  ]

  @Test("is refused with what is right, and writes nothing", arguments: wrong)
  func refused(words: [String], says: String) throws {
    let host = try TestHost()
    _ = try host.declare()
    let before = try host.contents()
    let outcome = host.run(words)
    #expect(outcome.status == 2, "\(outcome.transcript)")
    #expect(outcome.output.isEmpty, "\(outcome.transcript)")
    if !words.contains("--json") { #expect(outcome.error.hasPrefix("incident: "), "\(outcome.transcript)") }
    #expect(outcome.error.contains(says), "\(outcome.transcript)")
    #expect(try host.contents() == before)

    let asJSON = host.run(["--json"] + words.filter { $0 != "--json=yes" })
    guard asJSON.status != 0 else { return }
    let error = try asJSON.jsonError()
    #expect(error["kind"] == "usage" && error["exitStatus"]?.int == 2 && asJSON.output.isEmpty)
    #expect(error["message"]?.string?.isEmpty == false)
  }

  @Test("makes no store where there is none", arguments: wrong)
  func noStore(words: [String], says: String) throws {
    let host = try TestHost()
    let outcome = host.run(words)
    #expect(outcome.status == 2 || outcome.status == 1, "\(outcome.transcript)")
    #expect(try host.contents().isEmpty)
  }

  @Test("is as recorded")
  func gallery() throws {
    let host = try TestHost()
    _ = try host.declare()
    try expectSnapshot(Self.wrong.map { host.run($0.words).transcript }.joined(), "usage-errors")
  }

  @Test(
    "a command that records nothing takes no time and no author",
    arguments: [
      ["list"], ["show"], ["status"], ["comms", "-a", "internal"], ["template", "list"], ["check"], ["config", "show"],
      ["completions", "bash"], ["init"],
    ])
  func readersTakeNoAuthor(words: [String]) throws {
    let host = try TestHost()
    _ = try host.declare()
    for option in [["--at", "22:00"], ["--by", "li"]] {
      for line in [option + words, words + option] {
        let outcome = host.run(line)
        #expect(outcome.status == 2 && outcome.error.contains(option[0]), "\(outcome.transcript)")
      }
    }
  }
}
