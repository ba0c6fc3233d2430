import Foundation
import IncidentCore
import IncidentStore
import JSONTree
import Testing

/// What a command that was run comes to on a timeline; the command itself is made up.
@Suite struct RunTests {
  /// A host with an incident, and a command that writes `output` and ends as told.
  private func host(
    _ ending: CommandRun.Ending = .exited(0), seconds: Int = 12, output: String = "", declares: Bool = true
  ) throws -> (host: TestHost, ran: Ran) {
    let host = try TestHost()
    if declares { _ = try host.declare() }
    let ran = Ran()
    host.runCommand = { words in
      ran.words.append(words)
      var tail = OutputTail(capacity: 1 << 16)
      Array(output.utf8).withUnsafeBytes { tail.append($0) }
      return CommandRun(ending: ending, milliseconds: seconds * 1_000 + 300, tail: tail)
    }
    return (host, ran)
  }

  /// What was run.
  private final class Ran {
    var words: [[String]] = []
  }

  private func event(_ host: TestHost) throws -> JSONObject {
    let timeline = try JSON.parse(host.bytes(try #require(host.records().first)))["timeline"]?.array ?? []
    let event = try #require(timeline.last?.object)
    #expect(event["type"] == "ran")
    return event
  }

  @Test("the words are the command's as they are, and its line, status, duration and output are recorded")
  func records() throws {
    let (host, ran) = try host(.exited(3), output: "one\ntwo\n")
    let outcome = host.run("run", "-m", "Why not", "--", "kubectl", "get", "--json", "it's", "-m", "x")
    #expect(ran.words == [["kubectl", "get", "--json", "it's", "-m", "x"]])
    #expect(outcome.status == 3 && outcome.output.isEmpty && outcome.error.isEmpty, "\(outcome.transcript)")
    let event = try event(host)
    #expect(event["command"] == #"kubectl get --json 'it'"'"'s' -m x"#)
    #expect(event["status"]?.int == 3 && event["signal"] == nil && event["seconds"]?.int == 12)
    #expect(event["output"] == "one\ntwo" && event["cut"] == nil && event["message"] == "Why not")
    #expect(event["by"] == "dana" && event["at"] == "2026-11-20T22:47:09Z")
  }

  @Test("stands where it began, recorded when it ended, and is not logged late for having taken long")
  func moments() throws {
    let (host, _) = try host(seconds: 3_600)
    #expect(host.run("run", "sleep", "3600").status == 0)
    let id = try #require(EventID(try event(host)["id"]?.string ?? ""))
    #expect(id.milliseconds == UInt64(host.now.seconds + 3_600) * 1_000 + 300)
    #expect(try event(host)["at"] == "2026-11-20T22:47:09Z")
    host.pass(minutes: 61)
    let page = host.run("show").output
    #expect(page.contains("ran sleep 3600: exit 0 after 1 h") && !page.contains("logged late"))
  }

  static let endings: [(CommandRun.Ending, status: Int32, recorded: Int?, signal: String?, says: String)] = [
    (.exited(0), 0, 0, nil, ""), (.exited(255), 255, 255, nil, ""), (.exited(2), 2, 2, nil, ""),
    (.signalled(SIGKILL), 137, nil, "SIGKILL", ""), (.signalled(SIGTERM), 143, nil, "SIGTERM", ""),
    (.signalled(SIGINT), 130, nil, "SIGINT", ""), (.signalled(40), 168, nil, "signal 40", ""),
    (.notStarted(ENOENT), 127, 127, nil, "incident: tool: command not found\n"),
    (.notStarted(EACCES), 126, 126, nil, "incident: tool: permission denied: it cannot be executed\n"),
    (.notStarted(ENOEXEC), 126, 126, nil, "runs as sh FILE"), (.notStarted(E2BIG), 126, 126, nil, "incident: tool: "),
  ]

  @Test("ends as the command did, and the timeline says so", arguments: endings)
  func ends(
    _ ending: CommandRun.Ending, status: Int32, recorded: Int?, signal: String?, says: String
  ) throws {
    let (host, _) = try host(ending)
    let outcome = host.run("run", "tool")
    #expect(outcome.status == status && outcome.output.isEmpty, "\(outcome.transcript)")
    #expect(says.isEmpty ? outcome.error.isEmpty : outcome.error.contains(says), "\(outcome.transcript)")
    let event = try event(host)
    #expect(event["status"]?.int == recorded && event["signal"]?.string == signal)
  }

  @Test("with nothing to record it on, it is run all the same, and says so")
  func nowhere() throws {
    func check(_ host: TestHost, _ reason: String) throws {
      let before = try host.contents()
      let outcome = host.run("run", "tool")
      #expect(outcome.status == 7 && outcome.output.isEmpty, "\(outcome.transcript)")
      #expect(outcome.error == "nothing was recorded: \(reason)\n")
      #expect(try host.contents() == before)
      let note = try JSON.parse(host.run("run", "--json", "tool").errorBytes)
      #expect(note["note"]?.string == outcome.error.dropLast().description.replacing("/repo", with: host.directory))
    }
    let (none, _) = try host(.exited(7), declares: false)
    try check(none, "there is no incident store in /repo or above it")
    let (over, ran) = try host(.exited(7))
    over.variables["INCIDENT"] = "zzzz"
    try check(over, "$INCIDENT: no incident is called \"zzzz\"")
    over.variables["INCIDENT"] = nil
    over.run("resolve", "-m", "x")
    try check(over, "no incident is active")
    #expect(ran.words.count == 4)
    let (several, _) = try host(.exited(7))
    _ = try several.declare("Another")
    try check(several, "2 incidents are active: --incident or $INCIDENT says which")
  }

  @Test("a record that cannot be read is named, with its place", arguments: [false, true])
  func unreadable(isNamed: Bool) throws {
    let (host, _) = try host(.exited(7))
    let name = try #require(host.records().first)
    try host.store("[]\n", name)
    if isNamed { host.variables["INCIDENT"] = String(name.dropLast(5)) }
    let error = host.run("run", "tool").error
    #expect(error.contains("\(name):1:1: "), "\(error)")
    #expect(error.contains(isNamed ? "is not on the timeline" : "; incident check says more"), "\(error)")
  }

  @Test(
    "what could not be begun is told with its word, and why",
    arguments: [(ENOENT, "exit 127 (not found) after"), (EACCES, "exit 126 (cannot be executed) after")])
  func notBegun(code: Int32, shown: String) throws {
    let (host, _) = try host(.notStarted(code))
    #expect(host.run("run", "--", "").error.hasPrefix("incident: '': "))
    #expect(host.run("show").output.contains(shown))
  }

  @Test("a reference that names one is taken, resolved or not; one that names none is refused, and nothing is run")
  func references() throws {
    let (host, ran) = try host()
    let first = try #require(host.records().first).dropLast(5)
    host.run("resolve", "-m", "x")
    _ = try host.declare("Another")
    #expect(host.run("run", "--incident", String(first.suffix(4)), "tool").status == 0)
    #expect(try JSON.parse(host.bytes("\(first).json"))["timeline"]?.array?.last?["type"] == "ran")
    host.variables["INCIDENT"] = String(first)
    #expect(host.run("run", "tool").error.isEmpty)
    #expect(ran.words.count == 2)
    for reference in ["zzzz", "INC-20200101-0000", "", "INC"] {
      let outcome = host.run("run", "--incident", reference, "tool")
      #expect(outcome.status == 1 && outcome.output.isEmpty, "\(outcome.transcript)")
    }
    #expect(ran.words.count == 2)
  }

  @Test(
    "a wrong command line is refused before anything is run",
    arguments: [
      (["run"], 2, "needs COMMAND"), (["run", "--"], 2, "needs COMMAND"),
      (["run", "-m", "-", "x"], 2, "standard input"),
      (["run", "-m", " ", "x"], 2, "some text"), (["run", "--by", " ", "x"], 2, "some text"),
      (["run", "--at", "22:00", "x"], 2, "--at"), (["run", "--mesage", "x", "y"], 2, "`--message`"),
      (["run", "-m", "password=hunter2hunter", "x"], 1, "nothing was run"),
    ] as [([String], Int32, String)])
  func refused(words: [String], status: Int32, says: String) throws {
    let (host, ran) = try host()
    let before = try host.contents()
    let outcome = host.run(words)
    #expect(outcome.status == status && outcome.error.contains(says), "\(outcome.transcript)")
    #expect(ran.words.isEmpty && !outcome.error.contains("hunter2"))
    #expect(try host.contents() == before)
  }

  @Test("what looks like a credential is masked in the line and the output, and kept from no command")
  func secrets() throws {
    let token = "ghp_" + String(repeating: "a1B2", count: 9)
    let (host, ran) = try host(output: "token \(token)\npassword=hunter2hunter\n")
    let words = ["curl", "-H", "Authorization: Bearer \(token)", "--password", "geheim", "-d", "api_token=a", "u"]
    #expect(host.run(["run", "--"] + words).status == 0)
    #expect(ran.words == [words])
    let record = try host.text(try #require(host.records().first))
    for secret in ["a1B2", "hunter2", "geheim", "api_token=a"] { #expect(!record.contains(secret)) }
    #expect(
      try event(host)["command"]
        == "curl -H 'Authorization: Bearer [secret]' --password [secret] -d api_token=[secret] u")
    #expect(try event(host)["output"] == "token [secret]\npassword=[secret]")
    #expect(host.run("check").status == 0)
  }

  @Test("a line of any length is bounded, and a hostile one is shown as text")
  func bounded() throws {
    let (host, _) = try host(output: "\u{1B}[2J\u{202E}evil\n")
    #expect(host.run("run", "echo", String(repeating: "x", count: 5_000)).status == 0)
    #expect(try event(host)["command"]?.string?.count == 1_000)
    #expect(host.run("run", "echo", "\u{1B}[31m\u{202E}\n").status == 0)
    host.isTerminal = true
    #expect(!host.run("show").output.replacing("\u{1B}[", with: "").contains("\u{202E}"))
  }

  @Test("a store that cannot be written is said, and the command's status stays")
  func unrecorded() throws {
    let (host, ran) = try host(.exited(5))
    try host.store("{", try #require(host.records().first))
    let outcome = host.run("run", "--incident", try String(#require(host.records().first).dropLast(5)), "tool")
    #expect(outcome.status == 5 && ran.words.count == 1, "\(outcome.transcript)")
    #expect(outcome.error.contains("the command was run, and is not on the timeline: "))
  }

  @Test("on a terminal one line says what was recorded, on a line of its own")
  func terminal() throws {
    let (host, _) = try host(.exited(1), output: "^C")
    host.isTerminal = true
    host.variables["NO_COLOR"] = "1"
    let id = try #require(host.records().first).dropLast(5)
    let outcome = host.run("run", "tool")
    #expect(outcome.error == "\nrecorded on \(id): exit 1 after 12 s\n" && outcome.output.isEmpty)
  }

  @Test("with --json standard output is the command's, and standard error ends in one document")
  func json() throws {
    let (host, _) = try host(.exited(1))
    let outcome = host.run("run", "--json", "tool")
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    let json = try JSON.parse(outcome.errorBytes)
    #expect(json["event"]?["type"] == "ran" && json["changed"] == true && json["title"] == "Payment latency above 5 s")
    #expect(outcome.error.filter { $0 == "\n" }.count == 1)
  }

  @Test("the same command twice is two events")
  func twice() throws {
    let (host, _) = try host(seconds: 0)
    for _ in 0..<2 { host.run("run", "tool") }
    let timeline = try JSON.parse(host.bytes(try #require(host.records().first)))["timeline"]?.array ?? []
    #expect(timeline.filter { $0["type"] == "ran" }.count == 2)
  }
}
