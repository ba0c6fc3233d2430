import Foundation
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
    let unheard = host.run("update", "--no-change", "--next", "15m", "--json")
    #expect(try unheard.json()["event"]?["message"] == "No news yet; next update in 15 min")
    try says("No news yet.", "There is no news yet about the problem", "There is no news yet.")
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
      let sender = format == "email" ? ["--from", "support@example.com"] : []
      let outcome = host.run(["comms", "-a", "external", "-f", format] + sender)
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

  @Test(
    "a team's own template for customers is told nothing internal, and what it says itself is held against the same")
  func leaksOfTemplates() throws {
    let host = try TestHost()
    let id = try host.declare("Slow", "-s", "2", "--commander", "zelda", "--public-impact", "Pages load slowly")
    try host.store(
      "{{! all }}{{incidentCommander}}{{severity}}{{title}}{{#timeline}}{{by}}{{/timeline}}{{id}}{{publicImpact}} {{status}}\n",
      "templates/comms-external.md")
    for words in [["comms", "-a", "external"], ["template", "render", "comms-external", "--incident", id]] {
      let outcome = host.run(words)
      #expect(outcome.status == 0 && outcome.output == "Pages load slowly declared\n", "\(outcome.transcript)")
    }
    for words in [
      ["template", "render", "incidents/templates/comms-external.md", "--incident", id],
      ["template", "show", "comms-external.md", "--context", id],
    ] {
      let outcome = host.run(words)
      #expect(outcome.status == 0 && outcome.output.contains("Pages load slowly"), "\(outcome.transcript)")
      for secret in ["zelda", "SEV2", "Slow", id] { #expect(!outcome.output.contains(secret), "\(outcome.transcript)") }
    }
    #expect(host.run("template", "show", "comms-internal", "--context", id).output.contains("zelda"))
    try host.store("Ask zelda about {{publicImpact}}\n", "templates/comms-external.md")
    let outcome = host.run("comms", "-a", "external")
    #expect(
      outcome.status == 1 && outcome.output.isEmpty && outcome.error.contains("\"zelda\" is"), "\(outcome.transcript)")
  }

  @Test(
    "while the internal words are not known, customers are written nothing, and the company is",
    arguments: [
      "{", "", "[]", "\u{FEFF}{}", #"{"internalwords": ["Heron"]}"#, #"{"internalWords": "Heron"}"#,
      #"{"internalWords": ["Heron", 7]}"#, #"{"services": ["payments"]}"#,
      #"{"policy": {"SEV9": {}}, "services": {"payments": {"publicName": 7}}}"#,
      #"{"internalWords": [], "internalWords": []}"#,
    ])
  func unknownInternalWords(config: String) throws {
    let host = try TestHost()
    let id = try host.declare("Slow", "-s", "2", "--public-impact", "Heron is slow")
    try host.store(config, "config.json")
    let before = try host.text("\(id).json")
    for words in [
      ["-a", "external"], ["-f", "statuspage"], ["-a", "external", "--record"], ["-a", "ext", "--json"],
    ] {
      let outcome = host.run(["comms"] + words)
      #expect(outcome.status == 3 && outcome.output.isEmpty, "\(outcome.transcript)")
      #expect(outcome.error.contains("internal words of the settings are not known"), "\(outcome.transcript)")
      #expect(outcome.error.contains("incident check") && outcome.error.contains("config.json:1:"))
    }
    #expect(try host.text("\(id).json") == before)
    for audience in ["internal", "executive"] {
      let outcome = host.run("comms", "-a", audience)
      #expect(outcome.status == 0 && !outcome.output.isEmpty, "\(outcome.transcript)")
      #expect(outcome.error.hasPrefix("warning: /repo/incidents/config.json:1:"), "\(outcome.transcript)")
    }
  }

  @Test("a file of settings that cannot be read is the same; another fault in it only warns")
  func otherFaults() throws {
    let host = try TestHost()
    _ = try host.declare("Slow", "-s", "2")
    try host.store(#"{"policy": {"SEV1": {"updateEvry": "5m"}}, "commit": "maybe", "objectives": 7}"#, "config.json")
    let warned = host.run("comms", "-a", "external")
    #expect(warned.status == 0 && !warned.output.isEmpty && warned.error.contains("warning: "), "\(warned.transcript)")
    try FileManager.default.removeItem(atPath: host.stored("config.json"))
    try FileManager.default.createSymbolicLink(atPath: host.stored("config.json"), withDestinationPath: "/etc/hostname")
    let refused = host.run("comms", "-a", "external")
    #expect(refused.status == 3 && refused.output.isEmpty, "\(refused.transcript)")
    #expect(refused.error.contains("config.json: the internal words"), "\(refused.transcript)")
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
    let count = try JSON.parse(try host.text("\(id).json"))["timeline"]?.array?.count ?? 0
    host.run("update", "--public", "-m", "dana is on it")
    #expect(host.run("comms", "-a", "external", "--record").status == 1)
    #expect(try JSON.parse(try host.text("\(id).json"))["timeline"]?.array?.count == count + 1)
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
