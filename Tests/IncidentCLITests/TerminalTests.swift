import Testing

/// A pipe, a narrow terminal, one without colour: the same facts, sensibly.
@Suite struct TerminalTests {
  /// Three incidents: one at work on, one resolved, one that was none; with wide and combining characters.
  private func host() throws -> TestHost {
    let host = try TestHost(seed: 3)
    _ = try host.declare(
      "Payment latency above 5 s", "-s", "2", "--service", "payments", "--service", "checkout", "--started", "-6m",
      "--impact", "About 20 % of customers cannot check out, and those who can wait for more than five seconds",
      "--commander", "dana")
    host.pass(minutes: 2)
    host.variables["INCIDENT"] = try host.declare("支払い遅延: café e\u{301}tat 👩‍👩‍👧", "-s", "1", "--service", "決済")
    host.run("ack")
    host.pass(minutes: 30)
    host.run("resolve", "-m", "Restarted")
    host.variables["INCIDENT"] = try host.declare("Probe is red", "-s", "4")
    host.run("cancel", "-m", "False alarm")
    host.variables["INCIDENT"] = nil
    host.run("ack", "--at", "-25m", "-m", "Looking")
    host.run(
      "update", "-m",
      "Database load is up; the slow query log names one query of the new report that reads the whole table every time")
    host.pass(minutes: 45)
    return host
  }

  static let pages = [["show"], ["status"], ["list"], ["check"], ["template", "list"]]

  @Test("pages are as recorded, at 80 and at 40 columns and into a pipe", arguments: [80, 40, nil] as [Int?])
  func pages(columns: Int?) throws {
    let host = try host()
    host.isTerminal = columns != nil
    host.columns = columns
    host.variables["NO_COLOR"] = "1"
    try expectSnapshot(
      Self.pages.map { host.run($0).transcript }.joined(), "pages-\(columns.map { "\($0)-columns" } ?? "piped")")
  }

  @Test("pages with colour are as recorded")
  func colored() throws {
    let host = try host()
    host.isTerminal = true
    try expectSnapshot(Self.pages.map { host.run($0).transcript }.joined(), "pages-colored")
  }

  @Test("documents are as recorded")
  func documents() throws {
    let host = try host()
    let commands = Self.pages + [["config", "show"], ["comms", "-a", "executive"], ["init"]]
    try expectSnapshot(commands.map { host.run($0 + ["--json"]).transcript }.joined(), "documents-json")
    let csv = host.run("list", "--csv")
    #expect(csv.output.contains("\r\n"))
    try expectSnapshot(csv.transcript.replacing("\r\n", with: "␍\n"), "list-csv")
  }

  @Test(
    "colour is for a terminal that has it, unless it is asked for or forbidden",
    arguments: [
      (true, [:], [], true), (false, [:], [], false), (true, ["NO_COLOR": "1"], [], false),
      (true, ["NO_COLOR": ""], [], true), (true, ["TERM": "dumb"], [], false),
      (true, [:], ["--color", "never"], false),
      (false, [:], ["--color", "always"], true), (true, ["NO_COLOR": "1"], ["--color=always"], true),
      (true, ["TERM": "dumb"], ["--color=always"], true), (false, ["NO_COLOR": "1"], ["--color=auto"], false),
    ] as [(Bool, [String: String], [String], Bool)])
  func color(isTerminal: Bool, variables: [String: String], options: [String], isColored: Bool) throws {
    let host = try TestHost()
    _ = try host.declare()
    host.isTerminal = isTerminal
    host.variables.merge(variables) { $1 }
    for words in [["show"], ["status"], ["list"]] {
      #expect(host.run(words + options).output.contains("\u{1B}[") == isColored, "\(words)")
    }
    #expect(host.run(["show", "zzzz"] + options).error.contains("\u{1B}[") == isColored)
  }

  @Test("a document has no colour, whatever is asked for")
  func documentsHaveNoColor() throws {
    let host = try TestHost()
    _ = try host.declare()
    host.isTerminal = true
    for words in [["show", "--json"], ["list", "--json"], ["comms", "-a", "internal"], ["list", "--csv"]] {
      #expect(!host.run(words + ["--color", "always"]).output.contains("\u{1B}"), "\(words)")
    }
  }

  @Test("$COLUMNS is what a person set", arguments: [40, 60, 120])
  func columns(width: Int) throws {
    let host = try host()
    host.isTerminal = true
    host.columns = 200
    host.variables["COLUMNS"] = "\(width)"
    host.variables["NO_COLOR"] = "1"
    for words in [["show"], ["status"], ["list"]] {
      let lines = host.run(words).output.split(separator: "\n")
      let long = lines.filter { $0.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E80 ? 2 : 1) } > width + 4 }
      #expect(long.isEmpty, "\(words)")
    }
  }

  @Test("nonsense in $COLUMNS does no harm", arguments: ["", "0", "-1", "wide", "99999999999999999999", "1"])
  func oddColumns(value: String) throws {
    let host = try host()
    host.isTerminal = true
    host.variables["COLUMNS"] = value
    for words in Self.pages { #expect(host.run(words).status == 0) }
  }

  @Test("the next command is suggested to a person, and to nobody else")
  func suggestions() throws {
    let host = try TestHost()
    _ = try host.declare()
    #expect(host.run("note", "-m", "x").error.isEmpty)
    host.isTerminal = true
    #expect(host.run("note", "-m", "x").error.contains("incident ack"))
    #expect(host.run("note", "-m", "x", "--json").error.isEmpty)
  }
}
