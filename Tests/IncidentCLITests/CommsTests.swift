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

  @Test("an audience may be typed in any case, and the answer as JSON says which")
  func json() throws {
    let host = try TestHost()
    _ = try host.declare()
    let json = try host.run("comms", "-a", "Executive", "--json").json()
    #expect(json["audience"] == "executive" && json["format"] == "markdown")
    #expect(json["text"]?.string == host.run("comms", "--audience=executive").output)
  }
}
