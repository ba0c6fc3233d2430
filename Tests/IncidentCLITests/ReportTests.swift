import IncidentCore
import JSONTree
import Testing

@Suite struct ReportTests {
  /// Two incidents of October and one of November 2026, seen on the 20th of November.
  private func host() throws -> TestHost {
    let host = try TestHost(at: "2026-10-05T10:00:00Z")
    for minutes in [30, 60] {
      let id = try host.declare(
        "Slow after \(minutes)", "-s", "2", "--service", "payments", "--ack", "--commander", "dana")
      host.pass(minutes: minutes)
      host.run("resolve", "-m", "Well", "--cause", "connection-pool", id)
      host.pass(minutes: 24 * 60)
    }
    host.pass(minutes: 30 * 24 * 60)
    let id = try host.declare("Slow search", "-s", "3", "--service", "search")
    host.pass(minutes: 20)
    host.run("resolve", "-m", "Well", id)
    host.now = try #require(Timestamp(canonical: "2026-11-20T12:00:00Z"))
    return host
  }

  @Test("last month is what a report is about, where nothing else is said")
  func lastMonth() throws {
    let host = try host()
    let outcome = host.run("report")
    #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.transcript)")
    for part in [
      "# Incident report, October 2026\n", "- **Incidents**: 2; September 2026: none\n", "| Slow after 30 | payments |",
      "| connection-pool | payments | 2 |", "## Maturity: defined, level 2 of 5\n",
      "It rests on little: fewer than 5 incidents.\n",
      "- **not known**: error budgets kept, at the end of each month: no service has an objective\n",
    ] { #expect(outcome.output.contains(part), "\(part) in \(outcome.output)") }
    #expect(host.run("report", "--month", "2026-10").output == outcome.output)
    #expect(host.run("report", "--month", "last-month", "--format", "markdown").output == outcome.output)
  }

  @Test(
    "a month, a quarter, a year or any stretch is cut as it is named",
    arguments: [
      (["--month", "this-month"], "November 2026", 1), (["--quarter", "2026-Q4"], "Q4 2026", 3),
      (["--year", "2026"], "2026", 3), (["--since", "2026-10-06"], "6 October 2026 to 20 November 2026", 2),
      (["--since", "2026-10-06T00:00:00Z", "--until", "2026-11-01"], "6 October 2026 to 31 October 2026", 1),
      (["--since", "2026-10", "--until", "2026-10"], "October 2026", 2),
    ])
  func periods(words: [String], title: String, count: Int) throws {
    let outcome = try host().run(["report"] + words)
    #expect(outcome.status == 0, "\(outcome.transcript)")
    #expect(outcome.output.hasPrefix("# Incident report, \(title)"), "\(outcome.transcript)")
    #expect(outcome.output.contains("- **Incidents**: \(count); "), "\(outcome.transcript)")
    let isOngoing = words.contains("this-month") || words.contains("2026-Q4") || words.contains("2026")
    #expect(outcome.output.contains("; it is not over\n") == isOngoing, "\(outcome.transcript)")
  }

  @Test("a month begins and ends at the team's midnight, also where the clocks change in it")
  func zone() throws {
    let host = try TestHost(at: "2026-09-30T22:00:00Z")
    try host.store("{\"timeZone\": \"CET-1CEST,M3.5.0,M10.5.0/3\"}", "config.json")
    _ = try host.declare("First second of October", "-s", "2")
    host.now = try #require(.init(canonical: "2026-10-31T22:59:59Z"))
    _ = try host.declare("Last second of October", "-s", "2")
    host.pass(minutes: 1)
    _ = try host.declare("In November", "-s", "2")
    let json = try host.run("report", "--json").json()
    #expect(json["period"] == ["key": "2026-10", "from": "2026-09-30T22:00:00Z", "until": "2026-10-31T23:00:00Z"])
    #expect(
      json["incidents"]?.array?.map { $0["title"] } == ["First second of October", "Last second of October"])
  }

  @Test("a period that is none is a wrong command line, with one that is")
  func wrongPeriods() throws {
    let host = try host()
    for (words, part) in [
      (["--month", "2026-13"], "expected a month such as 2026-10, this-month or last-month"),
      (["--month", "2026-Q3"], "expected a month such as"),
      (["--quarter", "2026-10"], "expected a quarter such as 2026-Q3"), (["--year", "26"], "expected a year such as"),
      (["--month", "2026-10", "--year", "2026"], "`--month` and `--year` exclude each other"),
      (["--month", "2026-10", "--since", "90d"], "`--month` and `--since` exclude each other"),
      (["--until", "2026-10-01"], "needs `--since TIME`"), (["--month", "2027-01"], "which is to come"),
      (["--since", "2026-10-02", "--until", "2026-10-01"], "nothing is in it"),
      (["--format", "csv"], "markdown, json"), (["--format", "markdown", "--json"], "exclude each other"),
    ] {
      let outcome = host.run(["report"] + words)
      #expect(outcome.status == 2 && outcome.output.isEmpty, "\(outcome.transcript)")
      #expect(outcome.error.contains(part), "\(outcome.transcript)")
    }
  }

  @Test("a service that nothing hit is misspelt; one that was hit is all it is about")
  func services() throws {
    let host = try host()
    let outcome = host.run("report", "--service", "paymets")
    #expect(outcome.status == 1 && outcome.error.contains("Did you mean \"payments\"?"), "\(outcome.transcript)")
    let search = host.run("report", "--year", "2026", "--service", "search").output
    #expect(search.contains("- **Services**: search, no others\n") && !search.contains("payments"), "\(search)")
  }

  @Test("budgets are those of the settings, at the end of the period; --service leaves out others")
  func budgets() throws {
    let host = try host()
    try host.store(
      "{\"objectives\": {\"payments\": {\"objective\": 99.9, \"window\": \"month\"}, \"web\": {\"objective\": 99}}}",
      "config.json")
    let row = "| payments | 99.9 % | 2026-10 | 44 min 38 s | 45 min (100.8 %) | none, overspent by 22 s | 0 of 1 |\n"
    #expect(host.run("report").output.contains(row), "\(host.run("report").output)")
    let web = host.run("report", "--service", "web").output
    #expect(web.contains("| web | 99 % | 30 days | 432 min | 0 s (0.0 %) | 432 min | 1 of 1 |\n"), "\(web)")
    #expect(!web.contains("payments"))
    let kept = try host.run("report", "--quarter", "2026-Q4", "--json").json()["budgets"]?.array?.map { $0["kept"] }
    #expect(kept?.map { $0?["n"] } == [1, 2] && kept?.map { $0?["of"] } == [2, 2])
  }

  @Test("an empty period says so, with or without a store")
  func empty() throws {
    let outcome = try host().run("report", "--month", "2026-08")
    #expect(outcome.status == 0 && outcome.output.contains("\n**No incidents.**\n"), "\(outcome.transcript)")
    #expect(!outcome.output.contains("## Maturity") && !outcome.output.contains("mermaid"))
    // Nor does what was before it draw a chart.
    let later = try host()
    later.now = try #require(Timestamp(canonical: "2027-01-20T12:00:00Z"))
    #expect(!later.run("report").output.contains("mermaid"))
    let bare = try TestHost().run("report")
    #expect(bare.status == 0 && bare.error == "there is no incident store here yet\n")
    #expect(bare.output.contains("**No incidents.**"))
  }

  @Test("a broken record is told once and left out; --strict gives no report")
  func broken() throws {
    let host = try host()
    try host.store("{\"schema\": 1, oops", "INC-20261007-0000.json")
    for words in [["report"], ["report", "--json"]] {
      let outcome = host.run(words)
      #expect(outcome.status == 3, "\(outcome.transcript)")
      #expect(outcome.error.matches(of: /expected another key/).count == 1, "\(outcome.transcript)")
    }
    #expect(host.run("report").output.contains("- **Left out**: 1 record that cannot be read\n"))
    #expect(try host.run("report", "--json").json()["leftOut"]?["unreadable"] == 1)
    let strict = host.run("report", "--strict")
    #expect(strict.status == 3 && strict.output.isEmpty && strict.error.contains("INC-20261007-0000"))
  }

  @Test("an objective that cannot be read is told, and makes it exit 3; --strict gives no report")
  func brokenObjective() throws {
    let host = try host()
    try host.store("{\"objectives\": {\"payments\": {\"objective\": 150}}}", "config.json")
    let outcome = host.run("report")
    #expect(outcome.status == 3 && outcome.output.hasPrefix("# Incident report"), "\(outcome.transcript)")
    #expect(outcome.error.contains("config.json:1:"), "\(outcome.transcript)")
    let strict = host.run("report", "--strict")
    #expect(strict.status == 3 && strict.output.isEmpty && !strict.error.isEmpty, "\(strict.transcript)")
  }

  @Test("the team's own template shadows the built-in one; a fault in it names its line, and nothing is printed")
  func template() throws {
    let host = try host()
    try host.store("{{title}}: {{incidentCount}}{{#incidents}}, {{title}}{{/incidents}}\n", "templates/report.md")
    #expect(host.run("report").output == "October 2026: 2, Slow after 30, Slow after 60\n")
    #expect(host.run("template", "render", "report").output == host.run("report").output)
    try host.store("{{title}}\n{{#incidents}}\n", "templates/report.md")
    let outcome = host.run("report")
    #expect(outcome.status == 1 && outcome.output.isEmpty, "\(outcome.transcript)")
    #expect(outcome.error.contains("templates/report.md:2:"), "\(outcome.transcript)")
  }

  @Test("what the template is told of a period can be seen; it is told of no incident")
  func context() throws {
    let host = try host()
    let json = try host.run("template", "show", "report", "--context", "2026-10").json()
    #expect(json["title"] == "October 2026" && json["incidentCount"] == 2)
    let none = host.run("template", "show", "report", "--context", "7qk4")
    #expect(none.status == 2 && none.error.contains("no period is called \"7qk4\""), "\(none.transcript)")
    let incident = host.run("template", "render", "report", "--incident", "7qk4")
    #expect(incident.status == 2 && incident.error.contains("incident report --month"), "\(incident.transcript)")
  }

  @Test("JSON has the same content, figures as metrics has them")
  func json() throws {
    let host = try host()
    let json = try host.run("report", "--format", "json").json()
    let metrics = try host.run("metrics", "--since", "2026-10", "--until", "2026-10", "--json").json()
    #expect(json["figures"] == metrics["figures"] && json["leftOut"] == metrics["leftOut"])
    #expect(json["assessment"]?["level"] == "defined" && json["assessment"]?["isSmall"] == true)
    let levels = try #require(json["assessment"]?["levels"]?.array)
    #expect(levels.map { $0["name"] } == ["reactive", "defined", "managed", "proactive", "optimised"])
    #expect(levels.map { $0["isReached"] } == [true, true, false, false, false])
    let criteria = try #require(levels[1]["criteria"]?.array)
    #expect(criteria.count == 3 && criteria[0]["isMet"] != nil)
    #expect(try host.run("report", "--json").json() == json)
  }

  @Test("is the same whoever asks, and writes nothing")
  func pure() throws {
    let host = try host()
    let before = try host.contents()
    let first = host.run("report").output
    host.isTerminal = true
    #expect(host.run("report").output == first)
    #expect(try host.contents() == before)
  }
}
