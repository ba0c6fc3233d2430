import JSONTree
import Testing

@Suite struct CommsTests {
  @Test("customers read no names, no notes and no estimate that was not given for them")
  func external() throws {
    let host = try TestHost()
    _ = try host.declare(
      "Payment latency above 5 s", "-s", "2", "--service", "payments", "--impact", "Checkout is slow")
    host.run("assign", "ic", "zelda")
    host.run("note", "-m", "Suspect the new report")
    host.run("update", "-m", "Query plan regressed", "--status", "mitigating", "--eta", "25m")
    let text = host.run("comms", "-a", "external").output
    #expect(text.contains("Checkout is slow"))
    for secret in ["zelda", "dana", "Suspect", "Query plan", "23:12", "SEV2"] {
      #expect(!text.contains(secret), "\(secret) in \(text)")
    }
    host.run("update", "-m", "We are rolling back", "--eta", "20m", "--public")
    let told = host.run("comms", "-a", "external").output
    #expect(told.contains("We are rolling back") && told.contains("23:07"), "\(told)")
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
