import IncidentCore
import Testing

@Suite struct LeakCheckTests {
  private func leaks(
    _ text: String, people: [String] = [], words: [String] = [], allowed: [String] = []
  ) -> [String] {
    LeakCheck(people: people, internalWords: words, allowed: allowed).leaks(in: text).map {
      "\($0.rule.rawValue) \($0.text)"
    }
  }

  @Test(
    "finds what customers are not to read, by its form",
    arguments: [
      ("we restarted db-01 at noon", ["host db-01"]), ("see https://grafana.internal/d/1", ["host grafana.internal"]),
      ("pod payments-7d9f8b6c5-x2x4z died", ["host payments-7d9f8b6c5-x2x4z"]),
      ("api.prod.example.com is slow", ["host api.prod.example.com"]), ("ip-10-0-3-7 is gone", ["host ip-10-0-3-7"]),
      ("on web03, and localhost:8080.", ["host web03", "host localhost"]),
      ("payments-prod is up", ["host payments-prod"]),
      ("kafka.svc.cluster.local:9092", ["host kafka.svc.cluster.local"]),
      ("from 10.1.2.3 and 192.168.0.1:443", ["address 10.1.2.3", "address 192.168.0.1"]),
      (
        "172.16.0.0/12, 172.31.255.1, 100.64.0.1", ["address 172.16.0.0", "address 172.31.255.1", "address 100.64.0.1"]
      ),
      ("at fd12:3456:789a::1 and ::1", ["address fd12:3456:789a::1", "address ::1"]),
      ("fe80::1ff:fe23:4567:890a%eth0", ["address fe80::1ff:fe23:4567:890a%eth0"]),
      ("ask dana.scully@example.com.", ["email dana.scully@example.com"]),
      ("mailto:ops@example.co.uk", ["email ops@example.co.uk"]),
      ("tracked as OPS-1234", ["ticket OPS-1234"]), ("INC0012345 is open", ["ticket INC0012345"]),
      ("see INC-20261120-7QK4", ["ticket INC-20261120-7QK4"]), ("in issue #482", ["ticket #482"]),
      ("shop#12 has it", ["ticket shop#12"]),
      ("a SEV1, then sev-2", ["severity SEV1", "severity sev-2"]), ("Severity 1 since noon", ["severity Severity 1"]),
      ("raised to P1", ["severity P1"]), ("priority 2", ["severity priority 2"]),
      ("token ghp_abcdefghijklmnopqrstuvwxyz0123456789 leaked", ["secret ghp_…"]),
    ])
  func found(text: String, expected: [String]) {
    #expect(leaks(text) == expected)
  }

  @Test(
    "passes what anybody may read",
    arguments: [
      "We are investigating a problem with payments, and hear from us by 23:15 UTC.",
      "UTF-8, SHA-256, ISO-8601, TLS-1 and CVE-2026-12345 are public.", "About 20 % of customers, up to 5.5 s.",
      "See https://status.example.com/incidents/42 for more.", "The API of version 2.14.3 answers from 8.8.8.8 again.",
      "We're #1 at this.", "Between 09:30:15 and 10:00, in eu-west-1.", "Log in at www.example.com, then try again!",
      "iPhone 15, HTTP/2, IPv6 and OAuth2 work; so do S3 and K8s.", "P50 is 80 ms, the p99 is 2 s.",
      "A long-running, well-known, self-inflicted problem.", "The year 2026-11-20; 3-4 minutes; 24/7; a 1:1 copy.",
      "step-3 of 10, part-2, top-10, level-1", "Customers of Germany, order 4711",
    ])
  func passed(text: String) {
    #expect(leaks(text, people: ["dana", "li"]).isEmpty)
  }

  @Test("finds people by whole names, by their parts, in any case, whatever stands around")
  func people() {
    #expect(leaks("Dana's team, and DANA.", people: ["dana"]) == ["person Dana", "person DANA"])
    #expect(leaks("thanks to Scully", people: ["Dana Scully"]) == ["person Scully"])
    #expect(leaks("thanks to dana scully", people: ["Dana Scully"]) == ["person dana scully"])
    #expect(leaks("@dana_k", people: ["dana"]) == ["person dana"])
    #expect(leaks("Bogdana and danas", people: ["dana"]).isEmpty)
    #expect(leaks("scully says", people: ["dana.scully@example.com"]) == ["person scully"])
    #expect(leaks("田中さんが対応中", people: ["田中"]) == ["person 田中"])
    #expect(leaks("Jose\u{301} said", people: ["José"]) == ["person Jose\u{301}"])
    #expect(leaks("da\u{200B}n\u{AD}a", people: ["dana"]) == ["person dana"])
    #expect(leaks("li is on it", people: ["li"]) == ["person li"])
  }

  @Test("a name that is a word as well counts with a capital, within a sentence")
  func commonWords() {
    #expect(leaks("We will tell you. Will it last? Ask Will.", people: ["will"]) == ["person Will"])
    #expect(leaks("- Mark this day", people: ["Mark"]).isEmpty)
    #expect(leaks("and Mark Lee did", people: ["Mark Lee"]) == ["person Mark Lee"])
  }

  @Test("finds the team's own words and phrases")
  func internalWords() {
    #expect(leaks("Project zorblax 2 is late", words: ["Zorblax 2"]) == ["internal-word zorblax 2"])
    #expect(leaks("zorblax2 is another", words: ["Zorblax"]).isEmpty)
    #expect(leaks("C++ and .net", words: ["c++", ".NET"]) == ["internal-word C++", "internal-word .net"])
  }

  @Test("says where, and keeps quiet about what was allowed")
  func places() throws {
    let text = "A problem.\r\nÄh: dana on db-01\n"
    let found = LeakCheck(people: ["dana"]).leaks(in: text)
    #expect(found.map(\.line) == [2, 2] && found.map(\.column) == [5, 13])
    #expect(leaks(text, people: ["dana"], allowed: ["DB-01", "Dana"]).isEmpty)
  }

  @Test("everybody whom a record names is known")
  func everybody() throws {
    let incident = try incident(
      .sample, event(2, "22:50", .assigned(Assigned(role: .scribe, name: "mo", from: "kim"))),
      event(3, "22:51", .released(Released(role: .scribe, name: "jo"))),
      event(4, "22:52", .actionAdded(ActionAdded(title: "Alert", owner: "ann"))))
    #expect(incident.people == ["dana", "mo", "kim", "jo", "ann"])
  }

  /// As status pages have them.
  private static let messages = [
    "We are currently investigating elevated error rates on checkout. Some customers may see failed payments.",
    "The issue has been identified and a fix is being implemented.",
    "A fix has been implemented and we are monitoring the results.",
    "This incident has been resolved. We apologize for the inconvenience.",
    "Between 14:02 and 15:17 UTC on May 12, about 3% of API requests returned HTTP 502 errors.",
    "On 12 March 2026 from 09:00 to 10:30 UTC, users in the EU-1 region could not log in.",
    "Customers may experience delays when paying by card. Bank transfers are not affected.",
    "May 3, 2026: we will replace our certificates. Will this affect you? No.",
    "If you use version 4.2.1 of our iOS app, please update to 4.2.2.",
    "We have rolled back a change to our load balancers. Error rates are back to normal.",
    "Webhooks are delayed by up to 20 minutes. No data has been lost; all events will be delivered.",
    "Search results may be incomplete. Our engineers are rebuilding the index.",
    "Dashboards on app.example.com show no data for the last hour.",
    "If you see error code PAY-1042, please wait five minutes and try again.",
    "SSO logins through Okta and Azure AD fail with error 500.",
    "Our upstream provider, AWS us-east-1, reports elevated latencies in S3 and EC2.",
    "Mail to Gmail addresses is delayed; others are fine. You can mark messages as read when you have them.",
    "Page loads are slow in the west of the US. Price updates are late.",
    "Bill payments and short-term plans are back. Grace periods are extended by 3 days.",
    "Long-running jobs may time out. Hope this helps!",
    "For help, contact support at https://support.example.com/hc/en-us/articles/360012345 or call +1 800 555 0100.",
    "The maintenance window is 22:00-23:00 CET (21:00-22:00 UTC), Sat 5 June.",
    "Read-only mode: you can view, but not edit, your documents. Best regards, the team",
    "Android users: clear the cache, then restart the app. iPhone 15 and Pixel 8 users need not do anything.",
    "TLS 1.2 and 1.3 work; SSLv3 doesn't. OAuth2 tokens issued before 10:00 must be renewed.",
    "A distributed denial-of-service attack on our DNS provider made www.example.com unreachable.",
    "Exports in CSV, XLSX and UTF-8 text are fixed. The PDF-2 export follows tomorrow.",
    "Phase 2 of the rollout starts on Monday; step 1/3 is complete.",
    "Order numbers such as 2026-11-20-0042 are not shown.",
    "Flights LH-441 and BA-12 show the wrong gate.",
    "We're sorry: you didn't get what you paid for. What's next? We'll refund you by Nov 30.",
    "The CVE-2026-1234 vulnerability (CVSS 9.8) doesn't affect us.",
    "Rich text editing and dark mode are unavailable. Key features still work.",
    "In April, June and August we saw similar problems. We have since doubled capacity.",
  ]

  @Test("passes good messages, where those who respond are called like words", arguments: messages)
  func good(message: String) {
    let people = [
      "Dana Okafor", "Will Page", "Grace Li", "Mark Banks", "May Chen", "Bill Short", "Jo Park", "An Nguyen",
      "Hope Rivers",
      "Rich Woods", "April Stone", "June Day", "Jan Long", "payments-oncall", "deploy-bot", "us",
    ]
    #expect(
      LeakCheck(people: people, services: ["payments", "checkout", "search"]).leaks(in: message).map(\.text) == [])
  }
}
