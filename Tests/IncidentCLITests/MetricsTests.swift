import JSONTree
import Testing

@Suite struct MetricsTests {
  /// Three incidents of October and two of November 2026, one of them a false alarm.
  private func host() throws -> TestHost {
    let host = try TestHost(at: "2026-10-01T10:00:00Z")
    for (number, minutes) in [30, 60, 90].enumerated() {
      let id = try host.declare("Slow \(number)", "-s", "2", "--service", "payments", "--ack", "--commander", "dana")
      host.pass(minutes: minutes)
      host.run("resolve", "-m", "Well", "--cause", "connection-pool", id)
      host.pass(minutes: 24 * 60)
    }
    host.pass(minutes: 31 * 24 * 60)
    let id = try host.declare("Slow again", "-s", "1", "--service", "search")
    host.pass(minutes: 20)
    host.run("ack", id)
    host.run("resolve", "-m", "Well", id)
    let none = try host.declare("Nothing", "-s", "3")
    host.run("cancel", "-m", "None", none)
    return host
  }

  @Test("a table, bars and facts; what is left out is said")
  func page() throws {
    let outcome = try host().run("metrics")
    #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.transcript)")
    for part in [
      "4 incidents of all time (UTC)\nleft out: 1 false alarm\n", "resolve      4  45 min  50 min  1 h 30 min  20 min",
      "SEVERITY  INCIDENTS (AS LAST)                            TIME RESPONDED\n",
      "SEV2      3                    ████████████████████████  3 h\n", "  payments  3   ",
      "Acknowledged in target  3 of 4 (75.0 %)\n",
      "  3 × connection-pool on payments, INC-", "\nLoad on people\n", "dana  4          ",
    ] { #expect(outcome.output.contains(part), "\(part) in \(outcome.output)") }
  }

  @Test("an empty period says so and shows no zeros, in every form")
  func empty() throws {
    let host = try host()
    #expect(
      host.run("metrics", "--since", "2026-12").output == "no incidents declared since 1 December 2026 (UTC)\n")
    let json = try host.run("metrics", "--since", "2026-12", "--json").json()
    #expect(json["incidents"] == 0 && json["figures"] == nil)
    #expect(
      host.run("metrics", "--since", "2026-12", "--format", "markdown").output
        == "# Metrics\n\nNo incidents declared since 1 December 2026 (UTC).\n")
    #expect(
      host.run("metrics", "--since", "2026-12", "--format", "csv").output
        == "group,figure,subject,statistic,value\r\n")
    let bare = try TestHost()
    let outcome = bare.run("metrics")
    #expect(outcome.status == 0 && outcome.error == "there is no incident store here yet\n")
    #expect(outcome.output == "no incidents of all time (UTC)\n")
  }

  @Test("JSON has the figures of all and of each group")
  func json() throws {
    let json = try host().run("metrics", "--by", "month", "--json").json()
    #expect(
      json["figures"]?["timeToResolve"] == [
        "n": 4, "meanSeconds": 3_000, "medianSeconds": 2_700, "p90Seconds": 5_400, "minSeconds": 1_200,
        "maxSeconds": 5_400,
      ])
    #expect(json["figures"]?["acknowledgedInTarget"] == ["n": 3, "of": 4, "percent": .number(try number("75.0"))])
    #expect(json["leftOut"] == ["drills": 0, "cancelled": 1, "unreadable": 0])
    #expect(json["groups"]?.array?.map { $0["key"] } == ["2026-10", "2026-11"])
    #expect(json["groups"]?.array?.map { $0["incidents"] } == [3, 1])
    #expect(json["groups"]?.array?[0]["figures"]?["repeats"]?.array?.count == 1)
    #expect(json["timeZone"] == "UTC" && json["filter"] == nil && json["explain"] == nil)
  }

  private func number(_ text: String) throws -> JSONNumber { try #require(JSONNumber(text)) }

  @Test("--explain has the formula of each figure, each incident's share, and why others are left out")
  func explain() throws {
    let host = try host()
    let explained = try host.run("metrics", "--explain", "--json").json()["explain"]?.array ?? []
    let acknowledge = try #require(explained.first { $0["figure"] == "timeToAcknowledge" })
    #expect(acknowledge["formula"]?.string?.hasPrefix("acknowledged − detected.") == true)
    let last = try #require(acknowledge["incidents"]?.array?.last)
    #expect(last["seconds"] == 1_200 && last["from"] == "declared" && last["start"] == "2026-11-04T13:00:00Z")
    #expect(last["notes"] == ["no detected: declared stands in"])
    let detect = try #require(explained.first { $0["figure"] == "timeToDetect" })
    #expect(detect["leftOut"]?.array?.count == 4 && detect["incidents"] == [])
    let text = host.run("metrics", "--explain").output
    #expect(text.contains("  1200 s  declared 2026-11-04T13:00:00Z → acknowledged 2026-11-04T13:20:00Z"), "\(text)")
  }

  @Test("a period is held against an earlier one, honestly")
  func compare() throws {
    let host = try host()
    let outcome = host.run("metrics", "--compare", "last-month", "--json")
    let compare = try #require(try outcome.json()["compare"], "\(outcome.transcript)")
    let explained = try host.run("metrics", "--compare", "last-month", "--json", "--explain").json()["explainBefore"]
    #expect(explained?.array?.last?["incidents"]?.array?.map { $0["seconds"] } == [1_800, 3_600, 5_400])
    #expect(
      host.run("metrics", "--compare", "last-month", "--explain").output.contains("resolve, in the earlier period\n"))
    #expect(compare["seed"] == 20_261_120 && compare["before"]?["incidents"] == 3)
    let resolve = try #require(compare["measures"]?["timeToResolve"])
    #expect(
      resolve["n"] == [3, 1] && resolve["medianSeconds"] == [3_600, 1_200] && resolve["changeSeconds"] == -2_400)
    #expect(resolve["sentence"] == "too few to compare (n = 3 and 1)." && resolve["pValue"] == nil)
    let text = host.run("metrics", "--since", "2026-11", "--until", "2026-11", "--compare", "before").output
    #expect(text.contains("Against 2 incidents declared from 2 October 2026 to 31 October 2026"), "\(text)")
    for words in [["--compare", "before"], ["--compare", "yesteryear"], ["--compare", "2026-13"]] {
      #expect(host.run(["metrics"] + words).status == 2)
    }
  }

  @Test("CSV has all that a comparison says; what is below zero stays a number")
  func compareTable() throws {
    let csv = try host().run("metrics", "--compare", "last-month", "--format", "csv").output
    for line in [
      ",compare,before,since,2026-10-01T00:00:00Z", ",compare,before,until,2026-11-01T00:00:00Z",
      ",compare,before,incidents,3", ",compare,after,incidents,1", ",compare,,seed,20261120",
      ",timeToResolve,before,n,3", ",timeToResolve,before,medianSeconds,3600", ",timeToResolve,after,n,1",
      ",timeToResolve,change,changeSeconds,-2400", ",timeToDetect,before,n,0", ",timeToDetect,after,n,0",
      ",timeToResolve,change,sentence,too few to compare (n = 3 and 1).", ",leftOut,,falseAlarms,1",
    ] { #expect(csv.contains("\r\n\(line)\r\n"), "\(line) in \(csv)") }
  }

  @Test("an empty period is compared in every form")
  func compareEmpty() throws {
    let host = try host()
    let words = ["metrics", "--since", "2026-10-10", "--until", "2026-10-20", "--compare", "before"]
    let text = host.run(words).output
    #expect(
      text.hasPrefix("no incidents declared from 10 October 2026 to 19 October 2026 (UTC)\n\nAgainst 3 "), "\(text)")
    #expect(text.contains("Bootstrap and permutation"))
    #expect(host.run(words + ["--format", "markdown"]).output.contains("\n## Against 3 incidents declared from"))
    let csv = host.run(words + ["--format", "csv"]).output
    #expect(csv.contains("\r\n,timeToResolve,before,medianSeconds,3600\r\n,timeToResolve,after,n,0\r\n"), "\(csv)")
    #expect(!csv.contains("incidents,,count") && csv.contains("\r\n,compare,after,incidents,0\r\n"))
  }

  @Test("a severity that no incident ended with keeps its time")
  func severityLeft() throws {
    let host = try TestHost()
    let id = try host.declare("Falling", "-s", "1")
    host.pass(minutes: 10)
    host.run("severity", "3", "-m", "Better", id)
    host.pass(minutes: 5)
    host.run("resolve", "-m", "Well", id)
    let text = host.run("metrics").output
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("SEV") }
    #expect(rows.first?.hasPrefix("SEVERITY  INCIDENTS (AS LAST)") == true && rows.count == 3, "\(text)")
    #expect(
      rows.dropFirst().first?.hasPrefix("SEV1      0 ") == true && rows.dropFirst().first?.hasSuffix("  10 min") == true
    )
    #expect(
      host.run("metrics", "--format", "markdown").output.contains("\n| SEV1 | 0 | 10 min |\n| SEV3 | 1 | 5 min |\n"))
  }

  @Test(
    "tables by group say that times are medians, and CSV has each period's ends and the incidents of a repeated cause")
  func groups() throws {
    let host = try host()
    let text = host.run("metrics", "--by", "month").output
    #expect(text.contains("\nBy month, times are medians\n") && text.contains("  DETECT  ACKNOWLEDGE  "), "\(text)")
    let csv = host.run("metrics", "--by", "month", "--format", "csv").output
    #expect(
      csv.contains("\r\n2026-10,period,,from,2026-10-01T00:00:00Z\r\n2026-10,period,,until,2026-11-01T00:00:00Z\r\n"))
    #expect(
      csv.split(separator: "\r\n").count { $0.hasPrefix(",repeats,connection-pool on payments,incident,INC-") } == 3,
      "\(csv)")
  }

  @Test("less than a minute is told by the second")
  func seconds() throws {
    let words = ["metrics", "--since", "2026-10-01T11:00:00Z", "--until", "2026-10-01T11:00:01Z"]
    let text = try host().run(words).output
    #expect(text == "no incidents declared from 1 October 2026 11:00:00 to 1 October 2026 11:00:01 (UTC)\n", "\(text)")
  }

  @Test("an impossible time is listed in every form, and counts nowhere")
  func impossible() throws {
    let host = try TestHost()
    let id = try host.declare("Slow", "-s", "2")
    host.pass(minutes: 10)
    host.run("resolve", "-m", "Well", id)
    let record = try host.text("\(id).json")
    // A clock that went wrong: by hand, since no command records it.
    try host.store(
      record.replacing(
        #""SEV2", "nextUpdateDue""#, with: #""SEV2", "started": "2027-01-01T00:00:00Z", "nextUpdateDue""#), "\(id).json"
    )
    host.run("check", "--fix")
    let outcome = host.run("metrics")
    #expect(outcome.output.contains("left out: \(id) time to resolve: impossible: "), "\(outcome.transcript)")
    let json = try host.run("metrics", "--json").json()
    #expect(json["figures"]?["timeToResolve"] == nil && json["impossible"]?.array?.last?["id"] == .string(id))
    #expect(host.run("metrics", "--format", "markdown").output.contains("- Left out: \(id) time to resolve"))
    #expect(host.run("metrics", "--format", "csv").output.contains("\r\n,impossible,\(id),timeToResolve,"))
  }

  @Test("what no incident has offers the nearest; what cannot be is refused")
  func refused() throws {
    let host = try host()
    let service = host.run("metrics", "--service", "paymnts")
    #expect(service.status == 1 && service.output.isEmpty && service.error.contains("Did you mean \"payments\"?"))
    let cause = host.run("metrics", "--cause", "conection pool")
    #expect(cause.status == 1 && cause.error.contains("Did you mean \"connection-pool\"?"), "\(cause.transcript)")
    #expect(host.run("metrics", "--cause", "Connection pool").output.hasPrefix("3 incidents"))
    for words in [
      ["--by", "mont"], ["--format", "xml"], ["--json", "--format", "csv"], ["--since", "soon"], ["--service", " "],
      ["--since", "2026-11", "--until", "2026-10"], ["--severity", "9"],
    ] { #expect(host.run(["metrics"] + words).status == 2, "\(words)") }
    #expect(host.run("metrics", "--by", "mont").error.contains("Did you mean `month`?"))
  }

  @Test("a record that cannot be read is told once and left out, with status 3; --strict answers nothing")
  func broken() throws {
    let host = try host()
    try host.store("{", "INC-20261001-AAAA.json")
    let outcome = host.run("metrics")
    #expect(outcome.status == 3 && outcome.output.contains("1 record that cannot be read"), "\(outcome.transcript)")
    #expect(outcome.error.split(separator: "INC-20261001-AAAA.json:").count == 2)
    let strict = host.run("metrics", "--strict")
    #expect(strict.status == 3 && strict.output.isEmpty && !strict.error.isEmpty)
  }

  @Test(
    "settings that cannot be read make it exit 3, and --strict answers nothing; a check finds a zone that is not known")
  func settings() throws {
    let host = try host()
    for config in ["{\"timeZone\":", "{\"timeZone\": 5}", "{\"workingHours\": {\"from\": \"25:00\"}}"] {
      try host.store(config, "config.json")
      #expect(host.run("metrics").status == 3 && !host.run("metrics").output.isEmpty, "\(config)")
      let strict = host.run("metrics", "--strict")
      #expect(strict.status == 3 && strict.output.isEmpty, "\(strict.transcript)")
    }
    try host.store("{\"timeZone\": \"Nowhere/At-all\"}", "config.json")
    let check = host.run("check", "--only", "config")
    #expect(check.status == 1 && check.output.contains("Nowhere/At-all"), "\(check.transcript)")
  }

  @Test("a record of a version before metrics is read whole, so that its figures are the same")
  func older() throws {
    let host = try host()
    let before = try host.run("metrics", "--json").json()["figures"]
    for path in try host.contents().keys where path.contains("INC-") {
      let name = String(path.split(separator: "/").last ?? "")
      let lines = try host.text(name).split(separator: "\n", omittingEmptySubsequences: false)
      let kept = lines.filter { line in
        !["  \"duty\"", "  \"updates\"", "  \"responded\""].contains { line.hasPrefix($0) }
      }
      try host.store(kept.joined(separator: "\n"), name)
    }
    let outcome = host.run("metrics", "--json")
    #expect(try outcome.json()["figures"] == before && outcome.status == 0)
    #expect(outcome.error.contains("4 records were written before metrics"), "\(outcome.transcript)")
  }

  @Test("periods that share a day are not compared, nor one that has not begun")
  func overlapping() throws {
    let host = try host()
    for words in [
      ["--since", "2026", "--compare", "last-month"], ["--since", "2026-10", "--compare", "2026-11"],
      ["--compare", "this-month"], ["--since", "90d", "--compare", "last-quarter"],
    ] {
      let outcome = host.run(["metrics"] + words)
      #expect(outcome.status == 2 && outcome.output.isEmpty, "\(outcome.transcript)")
    }
    #expect(
      host.run("metrics", "--compare", "2026-10", "--until", "2026-11-10").output.hasPrefix("1 incident declared from"))
  }

  @Test("a period that is mistyped offers the right one")
  func mistypedPeriod() throws {
    let outcome = try host().run("metrics", "--compare", "last-quater")
    #expect(outcome.status == 2 && outcome.error.contains("Did you mean `last-quarter`?"), "\(outcome.transcript)")
  }

  @Test("a date by itself begins at midnight of the team's zone")
  func dates() throws {
    let host = try TestHost(at: "2026-10-31T23:30:00Z")
    _ = try host.declare("Late", "-s", "3")
    try host.store(#"{"timeZone": "CET-1CEST,M3.5.0,M10.5.0/3"}"#, "config.json")
    #expect(try host.run("metrics", "--since", "2026-11-01", "--json").json()["incidents"] == 1)
    #expect(try host.run("metrics", "--until", "2026-11-01", "--json").json()["incidents"] == 0)
  }

  @Test("months are cut in the team's zone; one that is unknown is no reason to cut by another")
  func zone() throws {
    let host = try TestHost(at: "2026-10-31T23:30:00Z")
    _ = try host.declare("Late", "-s", "3")
    #expect(try host.run("metrics", "--by", "month", "--json").json()["groups"]?.array?.first?["key"] == "2026-10")
    try host.store(#"{"timeZone": "CET-1CEST,M3.5.0,M10.5.0/3"}"#, "config.json")
    #expect(try host.run("metrics", "--by", "month", "--json").json()["groups"]?.array?.first?["key"] == "2026-11")
    #expect(
      host.run("metrics", "--since", "2026-11", "--until", "2026-11").output.hasPrefix("1 incident declared from"))
    try host.store(#"{"timeZone": "Europe/Berlni"}"#, "config.json")
    let unknown = host.run("metrics")
    #expect(unknown.status == 3 && unknown.output.isEmpty, "\(unknown.transcript)")
  }

  @Test("hostile names from records stay what they are in every form")
  func hostile() throws {
    let host = try TestHost()
    let id = try host.declare("x", "-s", "2", "--service", "=1+1|`a\n# b", "--ack", "--commander", "<b>|\u{1B}[2J")
    host.run("resolve", "-m", "x", "--cause", "@here\n## c", id)
    let csv = host.run("metrics", "--format", "csv").output
    #expect(csv.contains("\"'=1+1|`a\n# b\",count,1\r\n"), "\(csv)")
    let markdown = host.run("metrics", "--format", "markdown", "--by", "cause").output
    #expect(!markdown.contains("\n## c") && !markdown.contains("<b>") && markdown.contains("\\|"), "\(markdown)")
    let text = host.run("metrics").output
    #expect(!text.contains("\u{1B}") && !text.contains("\n# b"), "\(text)")
  }
}
