import Foundation
import JSONTree
import Testing

/// `comms --format`: one message for every channel.
@Suite struct CommsFormatTests {
  private func host() throws -> TestHost {
    let host = try TestHost()
    _ = try host.declare(
      "Payment <!here> *latency*", "-s", "2", "--service", "payments", "--impact", "Checkout is slow\n@channel",
      "--public-title", "Slow <b>payments</b>")
    return host
  }

  @Test("the bare body is one document on one line, ready to be piped on", arguments: ["slack", "teams", "statuspage"])
  func document(format: String) throws {
    let host = try host()
    let outcome = host.run("comms", "-a", "external", "--format", format)
    #expect(outcome.status == 0 && outcome.error.isEmpty)
    #expect(outcome.output.hasSuffix("}\n") && outcome.output.filter(\.isNewline).count == 1)
    let around = try host.run("comms", "-a", "external", "--format", format, "--json").json()
    #expect(around["format"]?.string == format && around["audience"] == "external")
    #expect(try outcome.json() == around["message"])
    host.isTerminal = true
    #expect(try host.run("comms", "-a", "external", "--format", format).json() == around["message"])
  }

  @Test("a chat is the company's, a status page the customers'; what may go anywhere has to be told")
  func audiences() throws {
    let host = try host()
    for (format, audience) in [("slack", "internal"), ("teams", "internal"), ("statuspage", "external")] {
      #expect(try host.run("comms", "-f", format, "--json").json()["audience"]?.string == audience)
    }
    for format in ["markdown", "text", "email"] { #expect(host.run("comms", "-f", format).status == 2) }
  }

  @Test("text and mail are text, as JSON too", arguments: ["text", "email", "markdown"])
  func text(format: String) throws {
    let host = try host()
    host.gitUserEmail = "dana@example.org"
    let outcome = host.run("comms", "-a", "internal", "-f", format)
    #expect(outcome.status == 0 && outcome.error.isEmpty)
    let around = try host.run("comms", "-a", "internal", "-f", format, "--json").json()
    #expect(around["format"]?.string == format)
    #expect(around["text"]?.string?.unicodeScalars.elementsEqual(outcome.output.unicodeScalars) == true)
  }

  @Test("text reads as it is")
  func plain() throws {
    let lines = try host().run("comms", "-a", "internal", "-f", "text").output.split(separator: "\n")
    #expect(lines.first == "SEV2 declared: Payment <!here> *latency*")
    #expect(lines.contains("- Impact: Checkout is slow") && lines.contains("  @channel"))
  }

  @Test("a mail says who sends it, and is to the addresses that are some")
  func mail() throws {
    let host = try host()
    func field(_ name: String, _ words: String...) -> String? {
      let head = host.run(["comms", "-a", "internal", "-f", "email"] + words).output
        .components(separatedBy: "\r\n\r\n").first
      return head?.components(separatedBy: "\r\n").first { $0.hasPrefix(name + ": ") }
    }
    #expect(field("From") == "From: incident@localhost" && field("To") == "To: undisclosed-recipients:;")
    host.gitUserEmail = "dana@example.org"
    #expect(field("From") == "From: dana@example.org")
    #expect(field("From", "--from", "Ops <ops@example.org>") == "From: Ops <ops@example.org>")
    #expect(field("To", "--to", "a@b.example, C <c@d.example>") == "To: a@b.example, C <c@d.example>")
    #expect(
      field("To", "--to", "\"Okafor, Dana\" <dana@example.com>, li@example.com")
        == "To: \"Okafor, Dana\" <dana@example.com>, li@example.com")
    #expect(field("Subject") == "Subject: SEV2 declared: Payment <!here> *latency*")
    host.gitUserEmail = "not an address"
    #expect(field("From") == "From: incident@localhost")
  }

  @Test("a mail to customers says who sends it, and never takes Git's address for it")
  func mailOutside() throws {
    let host = try host()
    host.gitUserEmail = "dana@example.org"
    let refused = host.run("comms", "-a", "external", "-f", "email", "--to", "all@example.com")
    #expect(refused.status == 2 && refused.output.isEmpty && !refused.error.contains("dana@"), "\(refused.transcript)")
    let sent = host.run("comms", "-a", "external", "-f", "email", "--from", "Support <support@example.com>")
    #expect(sent.status == 0 && sent.output.contains("From: Support <support@example.com>\r\n"))
    #expect(!sent.output.contains("dana@"))
    #expect(host.run("comms", "-a", "executive", "-f", "email").output.contains("From: dana@example.org\r\n"))
  }

  @Test("a drill goes to no status page, and is not noted as if it had")
  func drillOutside() throws {
    let host = try TestHost()
    let id = try host.declare("Exercise", "-s", "1", "--drill")
    let before = try host.text("\(id).json")
    for words in [[], ["--record"], ["--json"], ["--allow", "x"]] {
      let refused = host.run(["comms", "-f", "statuspage"] + words)
      #expect(refused.status == 1 && refused.output.isEmpty, "\(refused.transcript)")
      #expect(refused.error.contains("is a drill, and a status page is public"), "\(refused.transcript)")
    }
    #expect(try host.text("\(id).json") == before)
    let words = host.run("comms", "-a", "external", "-f", "text", id)
    #expect(words.status == 0 && words.output.hasPrefix("DRILL: "), "\(words.transcript)")
  }

  @Test("a status page is for customers without saying so")
  func statuspage() throws {
    let host = try host()
    let json = try host.run("comms", "-f", "statuspage").json()
    #expect(json["incident"]?["status"] == "investigating")
    #expect(json["incident"]?["name"]?.string?.contains("<\u{2060}b>payments") == true)
    #expect(json == (try host.run("comms", "-f", "statuspage", "-a", "customers").json()))
    host.run("update", "--status", "mitigating", "-m", "x")
    #expect(try host.run("comms", "-f", "statuspage").json()["incident"]?["status"] == "identified")
  }

  @Test("what a channel has no room for is cut, and said so on standard error, too")
  func cut() throws {
    let host = try host()
    host.run("update", "-m", String(repeating: "many words ", count: 4_000), "--public")
    for format in ["slack", "teams", "statuspage"] {
      let outcome = host.run("comms", "-a", "external", "-f", format)
      #expect(outcome.status == 0 && outcome.error.contains("longer than \(format) takes"), "\(format)")
      #expect(outcome.output.contains("[Cut here:"))
    }
    #expect(host.run("comms", "-a", "external", "-f", "text").error.isEmpty)
  }

  @Test("a team's template carries to every format, unless it is HTML or says nothing")
  func templates() throws {
    let host = try host()
    try host.store("# Ours: {{title}}\n\n- [Page](https://status.example.com)\n", "templates/comms-internal.md")
    let slack = host.run("comms", "-a", "internal", "-f", "slack").output
    #expect(slack.contains("Ours: Payment &lt;!here&gt;") && slack.contains("\"url\": \"https://status.example.com\""))
    try host.store("# {{#title}}", "templates/comms-internal.md")
    for format in ["markdown", "slack"] {
      let outcome = host.run("comms", "-a", "internal", "-f", format)
      #expect(outcome.status == 1 && outcome.output.isEmpty && outcome.error.contains("comms-internal.md:1:3"))
    }
    try host.store("{{! nothing }}\n", "templates/comms-internal.md")
    #expect(host.run("comms", "-a", "internal", "-f", "teams").status == 1)
    try FileManager.default.removeItem(atPath: host.stored("templates/comms-internal.md"))
    try host.store("<h1>{{title}}</h1>", "templates/comms-internal.html")
    #expect(host.run("comms", "-a", "internal").output.hasPrefix("<h1>Payment &lt;!here&gt;"))
    let refused = host.run("comms", "-a", "internal", "-f", "slack")
    #expect(refused.status == 1 && refused.output.isEmpty && refused.error.contains("is HTML"))
  }
}
