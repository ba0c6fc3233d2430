import JSONTree
import Testing

@Suite struct CommsTests {
  @Test("customers read no names, no notes and no estimate that was not given for them")
  func external() throws {
    let host = try TestHost()
    _ = try host.declare(
      "Payment latency above 5 s", "-s", "2", "--service", "payments", "--impact", "Pool of 40 exhausted",
      "--public-impact", "Checkout is slow")
    host.run("assign", "ic", "zelda")
    host.run("note", "-m", "Suspect the new report")
    host.run("update", "-m", "Query plan regressed", "--status", "mitigating", "--eta", "25m")
    let text = host.run("comms", "-a", "external").output
    #expect(text.contains("Checkout is slow"))
    for secret in ["zelda", "dana", "Suspect", "Query plan", "23:12", "SEV2", "latency", "Pool"] {
      #expect(!text.contains(secret), "\(secret) in \(text)")
    }
    host.run("update", "-m", "We are rolling back", "--eta", "20m", "--public")
    let told = host.run("comms", "-a", "external").output
    #expect(told.contains("We are rolling back") && told.contains("23:07"), "\(told)")
    host.run(
      "update", "--public", "--impact", "Half of all checkouts fail", "--public-title", "Trouble at the checkout")
    let retold = host.run("comms", "-a", "external").output
    #expect(retold.contains("# Identified: Trouble at the checkout\n") && retold.contains("Half of all checkouts fail"))
  }

  @Test("each message is worded by what it is for: the first, progress, no change, the end")
  func kinds() throws {
    let host = try TestHost()
    _ = try host.declare("Slow", "-s", "2", "--service", "payments")
    func says(_ internals: String, _ external: String, _ executive: String) throws {
      for (audience, words) in [("internal", internals), ("external", external), ("executive", executive)] {
        let text = host.run("comms", "-a", audience).output
        #expect(text.contains(words), "\(audience): \(text)")
      }
    }
    try says(
      "This is the first message about it.", "We are aware of a problem with payments",
      "This is the first notice of it.")
    host.run("update", "-m", "Looking at the pool", "--status", "investigating")
    try says("The cause is being looked for.", "We are investigating the cause", "being investigated")
    let unchanged = host.run("update", "--no-change", "--next", "15m", "--json")
    #expect(try unchanged.json()["event"]?["message"] == "Still investigating; next update in 15 min")
    try says("No change: the cause is still", "We are still investigating the problem", "There is no change since")
    host.run("resolve", "-m", "Done")
    try says("Service is restored.", "# Resolved: the problem with payments", "service is restored")
    let late = host.run("update", "--no-change")
    #expect(late.status == 1 && late.output.isEmpty, "\(late.transcript)")
    let both = host.run("update", "--no-change", "--impact", "More")
    #expect(both.status == 2 && both.error.contains("--no-change"), "\(both.transcript)")
  }

  @Test("customers read the names of services that the settings have for them")
  func publicNames() throws {
    let host = try TestHost()
    _ = try host.declare("Slow", "-s", "2", "--service", "payments", "--service", "psp-gateway")
    try host.store(
      #"{"services": {"payments": {"publicName": "Checkout"}, "psp-gateway": {"publicName": "Checkout"}}}"#,
      "config.json")
    let text = host.run("comms", "-a", "external").output
    #expect(text.contains("a problem with Checkout\n") && !text.contains("psp"), "\(text)")
    try host.store(#"{"services": {"payments": {"publicName": 7}}}"#, "config.json")
    #expect(host.run("status").error.contains("a name that customers know"))
  }

  @Test("the company reads severity, impact, status, estimate, commander and next update")
  func inside() throws {
    let host = try TestHost()
    _ = try host.declare("Payment latency above 5 s", "-s", "2", "--impact", "Checkout is slow", "--commander", "zelda")
    host.run("update", "-m", "Query plan regressed", "--status", "mitigating", "--eta", "25m", "--next", "15m")
    let text = host.run("comms", "-a", "internal").output
    for fact in ["Payment latency", "SEV2", "Checkout is slow", "mitigating", "23:12", "zelda", "23:02"] {
      #expect(text.lowercased().contains(fact.lowercased()), "\(fact) not in \(text)")
    }
  }

  @Test("a message to customers that holds what is not theirs is refused, each with its place, and nothing is printed")
  func leaks() throws {
    let host = try TestHost()
    _ = try host.declare("Slow", "-s", "2", "--service", "payments", "--commander", "zelda")
    try host.store(#"{"internalWords": ["Project Heron"]}"#, "config.json")
    let told = host.run(
      "update", "--public", "-m", "Zelda restarted db-07 (10.0.0.7), see OPS-12. Project heron is SEV2.")
    #expect(
      told.status == 0 && told.error.contains("customers would read \"Zelda\", a person's name"), "\(told.transcript)")
    for format in ["markdown", "text", "email", "slack", "teams", "statuspage"] {
      let outcome = host.run("comms", "-a", "external", "-f", format)
      #expect(outcome.status == 1 && outcome.output.isEmpty, "\(outcome.transcript)")
      for finding in [
        "\"Zelda\" is a person's name", "\"db-07\" is an internal host name", "\"10.0.0.7\" is a private address",
        "\"OPS-12\" is a ticket key", "\"Project heron\" is an internal word", "\"SEV2\" is a severity",
        "6 things that are not theirs to read: nothing was printed",
      ] { #expect(outcome.error.contains(finding), "\(outcome.transcript)") }
      #expect(outcome.error.contains("message:11:18: \"Zelda\""), "\(outcome.transcript)")
    }
    let allowed = ["zelda", "DB-07", "10.0.0.7", "ops-12", "project heron", "sev2"].flatMap { ["--allow", $0] }
    #expect(host.run(["comms", "-a", "external"] + allowed).status == 0)
    #expect(host.run("comms", "-a", "internal").status == 0)
    let json = host.run("comms", "-a", "external", "--json")
    #expect(
      json.error.contains(#"{"leak": "person", "text": "Zelda", "line": 11, "column": 18}"#), "\(json.transcript)")
    host.run("retract", "last")
    #expect(host.run("comms", "-a", "external").status == 0)
  }

  @Test("a credential is allowed by all of it alone, and no hint offers to")
  func leaksOfCredentials() throws {
    let host = try TestHost()
    _ = try host.declare("Slow", "-s", "2", "--commander", "Dana Okafor")
    let token = "ghp_" + "abcdefghijklmnopqrstuvwxyz0123456789"
    let said = "We use \(token) and\nDana\nOkafor."
    #expect(host.run("update", "--public", "--allow-secret", "-m", said).status == 0)
    let both = host.run("comms", "-a", "external")
    #expect(both.status == 1 && both.output.isEmpty && both.error.contains("\"ghp_…\" is a credential"))
    #expect(both.error.contains("--allow 'Dana Okafor'") && both.error.contains("redact"), "\(both.transcript)")
    let one = host.run("comms", "-a", "external", "--allow", "dana okafor", "--allow", "ghp_…", "--allow", "ghp_")
    #expect(one.status == 1 && one.output.isEmpty && !one.error.contains("--allow"), "\(one.transcript)")
    #expect(!one.error.contains(token), "\(one.transcript)")
    let none = host.run("comms", "-a", "external", "--allow", "Dana Okafor", "--allow", token)
    #expect(none.status == 0 && none.output.contains(token), "\(none.transcript)")
  }

  @Test("hosts of the team's services and names that customers do not know are refused")
  func leaksOfServices() throws {
    let host = try TestHost()
    _ = try host.declare("Slow", "-s", "2", "--service", "ledger", "--service", "checkout")
    try host.store(
      #"{"services": {"ledger": {"publicName": "Card payments"}, "carts": {}}}"#, "config.json")
    let fair = host.run("comms", "-a", "external")
    #expect(fair.status == 0 && fair.output.contains("Card payments and checkout"), "\(fair.transcript)")
    host.run("update", "--public", "-m", "The ledger, carts-07 and checkout-db are back.")
    let refused = host.run("comms", "-a", "external")
    #expect(refused.status == 1 && refused.output.isEmpty)
    for finding in [
      "\"ledger\" is an internal word", "\"carts-07\" is an internal host name",
      "\"checkout-db\" is an internal host name",
      "3 things",
    ] { #expect(refused.error.contains(finding), "\(refused.transcript)") }
  }

  @Test("a team's own template for customers is held against the same")
  func leaksOfTemplates() throws {
    let host = try TestHost()
    _ = try host.declare("Slow", "-s", "2", "--commander", "zelda")
    try host.store("<!-- {{incidentCommander}} -->{{severity}}\n", "templates/comms-external.md")
    let outcome = host.run("comms", "-a", "external")
    #expect(
      outcome.status == 1 && outcome.output.isEmpty && outcome.error.contains("\"zelda\" is"), "\(outcome.transcript)")
  }

  @Test("what was sent is noted word for word, with to whom, and a refused message is not")
  func record() throws {
    let host = try TestHost()
    let id = try host.declare("Slow", "-s", "2", "--service", "payments")
    let sent = host.run("comms", "-a", "external", "-f", "text", "--record", "--to", "#status")
    #expect(sent.status == 0 && sent.error.contains("told customers through #status"), "\(sent.transcript)")
    let timeline = try JSON.parse(try host.text("\(id).json"))["timeline"]?.array
    let event = try #require(timeline?.last)
    #expect(event["type"] == "communicated" && event["audience"] == "external" && event["format"] == "text")
    #expect(event["to"] == "#status" && event["message"]?.string == sent.output)
    let slack = host.run("comms", "-a", "internal", "-f", "slack", "--record", "--json")
    #expect(try slack.json()["event"]?["message"]?.string?.hasPrefix("SEV2 declared: Slow\n") == true)
    #expect(try slack.json()["changed"] == true && slack.json()["message"]?["blocks"] != nil)
    let count = try host.text("\(id).json").split(separator: "\n").count
    host.run("update", "--public", "-m", "dana is on it")
    #expect(host.run("comms", "-a", "external", "--record").status == 1)
    #expect(try host.text("\(id).json").split(separator: "\n").count == count + 1)
    #expect(host.run("show").output.contains("told the company — SEV2 declared: Slow"))
    for words in [["--to", "x"], ["--by", "x"], ["--record", "--to", " "]] {
      #expect(host.run(["comms", "-a", "internal"] + words).status == 2)
    }
  }

  @Test("an audience may be typed in any case, and the answer as JSON says which")
  func json() throws {
    let host = try TestHost()
    _ = try host.declare()
    let json = try host.run("comms", "-a", "Executive", "--json").json()
    #expect(json["audience"] == "executive" && json["format"] == "markdown")
    #expect(json["text"]?.string == host.run("comms", "--audience=executive").output)
  }
}
