import JSONTree
import Testing

/// Error budgets as they are asked for: what is shown, what a gate says, what is refused.
@Suite struct BudgetTests {
  /// An hour's outage of payments, over for a day, under a promise that allows 432 min a month and another of web.
  private func host(_ percent: String = "99", spent hours: Int = 1) throws -> TestHost {
    let host = try TestHost(at: "2026-11-20T10:00:00Z")
    let id = try host.declare("Payments are down", "-s", "1", "--service", "payments")
    host.pass(minutes: 60 * hours)
    host.run("resolve", id)
    host.pass(minutes: 24 * 60)
    try host.store(
      """
      {"services": {"search": {}, "web": {}},
       "objectives": {"Payments": {"objective": \(percent)}, "web": {"objective": 99.9, "window": "month"}}}
      """, "config.json")
    return host
  }

  @Test("a page has every objective, in the order of the settings")
  func page() throws {
    let outcome = try host().run("budget")
    #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.transcript)")
    #expect(outcome.output.contains("Payments  99 % over 30 days\nAllowed  432 min\nSpent    60 min  13.9 %"))
    #expect(outcome.output.contains("\n\nweb  99.9 % over 2026-11\nAllowed  43 min 12 s\nSpent    0 s  0.0 %"))
  }

  @Test("a program gets whole seconds and who spent them")
  func json() throws {
    let host = try host()
    let json = try host.run("budget", "--json", "--service", "PAYMENTS").json()
    #expect(json["at"] == "2026-11-21T11:00:00Z" && json["timeZone"] == "UTC")
    let services = try #require(json["services"]?.array)
    #expect(services.count == 1)
    let budget = try #require(services.first?.object)
    let keys = [
      "service", "objective", "window", "from", "until", "allowedSeconds", "spentSeconds", "leftSeconds",
      "spentPercent", "isSpent", "incidents", "burn",
    ]
    #expect(budget.map(\.key) == keys)
    #expect(budget["objective"] == .number(JSONNumber(99)) && budget["window"] == "30d")
    #expect(budget["from"] == "2026-10-22T11:00:00Z" && budget["until"] == "2026-11-21T11:00:00Z")
    #expect(budget["allowedSeconds"] == 25_920 && budget["spentSeconds"] == 3_600 && budget["leftSeconds"] == 22_320)
    #expect(budget["isSpent"] == false && budget["spentPercent"]?.inlineText() == "13.9")
    let incident = try #require(budget["incidents"]?.array?.first?.object)
    #expect(
      incident.map(\.key) == [
        "id", "title", "severity", "seconds", "countedSeconds", "weight", "spentSeconds", "stretches",
      ])
    #expect(incident["seconds"] == 3_600 && incident["weight"] == 100 && incident["spentSeconds"] == 3_600)
    #expect(budget["burn"]?.array?.count == 30)
    #expect(host.run("budget", "--format", "json").output == host.run("budget", "--json").output)
  }

  @Test(
    "a gate is shut where nothing is left, or would be",
    arguments: [
      (["--gate"], 1, 0), (["--gate", "--what-if", "371m59s", "--service", "payments"], 1, 0),
      (["--gate", "--what-if", "6h12m"], 1, 1),
      (["--what-if", "6h12m"], 1, 0), (["--gate"], 8, 1), ([], 8, 0), (["--gate", "--service", "web"], 8, 0),
      (["--gate", "--what-if=44m", "--service", "web"], 1, 1), (["--gate", "--json"], 8, 1),
    ])
  func gate(options: [String], hours: Int, status: Int32) throws {
    let outcome = try host(spent: hours).run(["budget"] + options)
    #expect(outcome.status == status && !outcome.output.isEmpty, "\(outcome.transcript)")
    #expect(outcome.error.isEmpty == (status == 0))
    if status == 1, !options.contains("--service") {
      #expect(outcome.error.contains("the gate is shut: the error budget"), "\(outcome.error)")
    }
    if options.contains("--json") { #expect(try outcome.jsonError()["exitStatus"] == 1) }
  }

  @Test("several spent budgets are named, and what an outage would leave is in the document")
  func several() throws {
    let host = try host()
    let outcome = host.run("budget", "--gate", "--what-if", "8h", "--json")
    #expect(
      try outcome.jsonError()["message"]
        == "the gate is shut: the error budgets of Payments and web would be spent with 480 min more")
    let after = try outcome.json()["services"]?.array?.first?["whatIf"]
    #expect(after?["seconds"] == 28_800 && after?["spentSeconds"] == 32_400 && after?["leftSeconds"] == -6_480)
    #expect(after?["isSpent"] == true && after?["spentPercent"]?.inlineText() == "125.0")
  }

  @Test("an open incident spends until now")
  func open() throws {
    let host = try host()
    _ = try host.declare("The site is slow", "-s", "2", "--service", "WEB")
    host.pass(minutes: 30)
    let budget = try host.run("budget", "--service", "web", "--json").json()["services"]?.array?.first
    #expect(budget?["spentSeconds"] == 900 && budget?["until"] == "2026-12-01T00:00:00Z")
    host.run("update", "-m", "Only a few see it", "--impact-percent", "10")
    let less = try host.run("budget", "--service", "web", "--json").json()["services"]?.array?.first
    #expect(less?["spentSeconds"] == 180)
  }

  @Test(
    "a service that is not known has a nearest one, and one without an objective says how to set it",
    arguments: [
      ("paymnts", "no service is called \"paymnts\". Did you mean \"Payments\"?"),
      ("zzz", "no service is called \"zzz\""), ("SEARCH", "\"search\" has no objective"),
      ("\u{1B}[2J", "no service is called"),
    ])
  func unknown(service: String, sentence: String) throws {
    let outcome = try host().run("budget", "--service", "web", "--service", service)
    #expect(outcome.status == 1 && outcome.output.isEmpty && outcome.error.contains(sentence), "\(outcome.transcript)")
    #expect(!outcome.error.contains("\u{1B}"))
    if service == "SEARCH" { #expect(outcome.error.contains("\"objectives\": {\"search\": {\"objective\": 99.9")) }
  }

  @Test("without an objective there is no budget, and no gate is open", arguments: [[], ["--gate"], ["--json"]])
  func none(options: [String]) throws {
    let host = try TestHost()
    let nowhere = host.run(["budget"] + options)
    #expect(nowhere.status == 1 && nowhere.output.isEmpty && nowhere.error.contains("no incident store"))
    _ = try host.declare("Slow", "-s", "2", "--service", "checkout")
    let outcome = host.run(["budget"] + options)
    #expect(outcome.status == 1 && outcome.output.isEmpty, "\(outcome.transcript)")
    #expect(outcome.error.contains("no service has an objective") && outcome.error.contains("checkout"))
  }

  @Test("a record that cannot be read is told once and left out, and stands above the gate")
  func broken() throws {
    let host = try host(spent: 8)
    try host.store("{\"schema\": 1,", "INC-20261120-BADR.json")
    for options in [[], ["--gate"]] {
      let outcome = host.run(["budget"] + options)
      #expect(outcome.status == 3 && outcome.output.contains("SPENT"), "\(outcome.transcript)")
      #expect(outcome.error.split(separator: "INC-20261120-BADR.json:").count == 2)
    }
    let strict = host.run("budget", "--strict", "--gate")
    #expect(strict.status == 3 && strict.output.isEmpty && strict.error.contains("BADR"), "\(strict.transcript)")
    #expect(try self.host().run("budget", "--strict").status == 0)
  }

  @Test(
    "settings that cannot be taken are no reason to open a gate",
    arguments: [
      "{\"objectives\": {\"web\": {\"objective\": 99.9}, \"payments\": {\"objective\": \"99,9\"}}}",
      "{\"objectives\": {\"web\": {\"objective\": 99.9, \"windw\": \"7d\"}}}",
      "{\"objectives\": {\"web\": {\"objective\": 99.9}}, \"policy\": {\"SEV1\": {\"impactWeight\": 101}}}",
      "{\"objectives\": {\"web\": {\"objective\": 99.9}}, \"timeZone\": 1}",
    ])
  func settings(text: String) throws {
    let host = try host()
    try host.store(text, "config.json")
    let outcome = host.run("budget", "--gate")
    #expect(outcome.status == 3 && outcome.output.contains("web"), "\(outcome.transcript)")
    let strict = host.run("budget", "--gate", "--strict")
    #expect(strict.status == 3 && strict.output.isEmpty)
  }

  @Test("where no objective can be read the settings are what cannot")
  func noneReadable() throws {
    let host = try host()
    try host.store("{\"objectives\": {\"web\": {\"objective\": 100}}}", "config.json")
    let outcome = host.run("budget", "--gate")
    #expect(outcome.status == 3 && outcome.output.isEmpty && outcome.error.contains("no objective can be read"))
    #expect(outcome.error.contains("such as 99.9; the service has no error budget"), "\(outcome.transcript)")
    try host.store("{\"objectives\": {", "config.json")
    for options in [[], ["--service", "payments"]] {
      let broken = host.run(["budget", "--gate"] + options)
      #expect(broken.status == 3 && broken.output.isEmpty, "\(broken.transcript)")
      #expect(broken.error.contains("no objective can be read"))
    }
  }

  @Test(
    "a service whose only objective cannot be read is known, and its gate is not open", arguments: [[], ["--gate"]])
  func oneUnreadable(options: [String]) throws {
    let host = try host()
    try host.store(
      "{\"services\": {\"web\": {}}, \"objectives\": {\"web\": {\"objective\": 99}, \"Api\": {\"objective\": 100}}}",
      "config.json")
    let outcome = host.run(["budget", "--service", "api"] + options)
    #expect(outcome.status == 3 && outcome.output.isEmpty, "\(outcome.transcript)")
    #expect(outcome.error.contains("the objective of \"Api\" cannot be read, so that it has no error budget"))
  }

  @Test("a window that cannot be read has a default, and the exit status says so")
  func window() throws {
    let host = try host()
    try host.store("{\"objectives\": {\"payments\": {\"objective\": 99, \"window\": \"1y\"}}}", "config.json")
    let outcome = host.run("budget")
    #expect(outcome.status == 3 && outcome.output.contains("99 % over 30 days"), "\(outcome.transcript)")
    #expect(outcome.error.contains("or \"month\"; the default is taken"))
  }

  @Test("an objective of a service that nobody knows is probably misspelt, and answered all the same")
  func misspelt() throws {
    let host = try host()
    try host.store(
      "{\"objectives\": {\"paymnts\": {\"objective\": 99.9}, \"PAYMENTS\": {\"objective\": 99}}}", "config.json")
    let outcome = host.run("budget")
    #expect(outcome.status == 0 && outcome.output.contains("paymnts  99.9 %"), "\(outcome.transcript)")
    #expect(
      outcome.error
        == "warning: no incident and no setting knows the service \"paymnts\" of an objective. Did you mean \"payments\"?\n"
    )
    #expect(host.run("budget", "--service", "payments").error.isEmpty)
  }

  @Test("an objective without a service's name is a setting that cannot be used")
  func nameless() throws {
    let host = try host()
    try host.store(
      "{\"objectives\": {\"\": {\"objective\": 99.9}, \"payments\": {\"objective\": 99}}}", "config.json")
    let outcome = host.run("budget", "--gate")
    #expect(outcome.status == 3, "\(outcome.transcript)")
    #expect(outcome.error.contains("empty one; the objective is left out"))
    #expect(outcome.output.contains("payments"))
  }

  @Test("a gate names an outage to the second")
  func exactOutage() throws {
    let outcome = try host().run("budget", "--what-if", "43m12s", "--gate", "--service", "web")
    #expect(outcome.error.contains("would be spent with 43 min 12 s more"), "\(outcome.transcript)")
  }

  @Test("a severity that was lowered weighs only from then on")
  func lowered() throws {
    let host = try host()
    let id = try host.declare("The site is down", "-s", "1", "--service", "web")
    host.pass(minutes: 60)
    host.run("severity", "4", id)
    host.pass(minutes: 10)
    host.run("resolve", id)
    let budget = try host.run("budget", "--service", "web", "--json").json()["services"]?.array?.first
    #expect(budget?["spentSeconds"] == 3_600)
    let incident = try #require(budget?["incidents"]?.array?.first)
    #expect(incident["seconds"] == 4_200 && incident["countedSeconds"] == 4_200 && incident["counted"] == nil)
    #expect(incident["stretches"]?.array?.map { $0["weight"] } == [100, 0])
  }

  @Test("settings that budgets do not rest on are said, and change nothing")
  func otherSettings() throws {
    let host = try host()
    try host.store("{\"objectives\": {\"web\": {\"objective\": 99.9}}, \"comit\": \"each\"}", "config.json")
    let outcome = host.run("budget", "--gate", "--strict")
    #expect(outcome.status == 0 && outcome.error.contains("comit"), "\(outcome.transcript)")
  }

  @Test(
    "wrong words are a wrong command line",
    arguments: [
      ["--what-if", "20"], ["--what-if", "0m"], ["--what-if", "-5m"], ["--format", "xml"],
      ["--format", "csv", "--json"], ["--at", "10:00"], ["payments"],
      ["--service", " "],
    ])
  func usage(options: [String]) throws {
    let outcome = try host().run(["budget"] + options)
    #expect(outcome.status == 2 && outcome.output.isEmpty, "\(outcome.transcript)")
  }

  @Test("each format is for its reader")
  func formats() throws {
    let host = try host()
    #expect(host.run("budget", "--format", "csv").output.hasPrefix("row,service,objective,window,"))
    let markdown = host.run("budget", "--format", "markdown", "--what-if", "20m").output
    #expect(markdown.hasPrefix("| Service | Objective | Window | Allowed | Spent | Left | Left after 20 min more |\n"))
    #expect(markdown.contains("| Payments | 99 % | 30 days | 432 min | 60 min (13.9 %) | 372 min (86.1 %) | 352 min"))
  }
}
