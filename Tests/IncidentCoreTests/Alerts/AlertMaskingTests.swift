import IncidentCore
import Testing

@Suite struct AlertMaskingTests {
  static let token = "ghp_" + "0123456789abcdefghijABCDEFGHIJ012345"

  @Test("a credential is masked wherever it stands, and the key stays the same each time")
  func everywhere() {
    let secret = "token \(Self.token)"
    var notice = AlertNotice(source: .generic, change: .noted(secret), key: secret, title: secret)
    notice.fingerprints = [secret]
    notice.name = secret
    notice.summary = secret
    notice.severity = secret
    notice.service = secret
    notice.labels = [AlertLabel(name: secret, value: "x"), AlertLabel(name: "x", value: secret)]
    notice.links = [AlertLink(kind: .source, url: "https://example.org/?t=\(Self.token)")]
    notice.by = secret
    let masked = notice.masked
    #expect(!"\(masked)".contains(Self.token), "\(masked)")
    #expect(masked.title == "token [secret]" && masked.key == notice.masked.key)
    #expect(masked.masked == masked)
  }

  @Test("a label whose name says that it is a password is masked by its name")
  func labels() {
    let notice = AlertNotice.sample().with(("password", "hunter2-Xk29dLqP"), ("service", "payments"))
    #expect(notice.masked.labels.map(\.value) == ["[secret]", "payments"])
  }

  @Test(
    "who is named in an address before the host is left out",
    arguments: [
      ("https://dana:hunter2@example.org/d/1?a=b@c", "https://example.org/d/1?a=b@c"),
      ("https://dana@example.org", "https://example.org"), ("https://example.org/@dana", "https://example.org/@dana"),
      ("http://a:b@c:d@example.org#x", "http://example.org#x"),
    ])
  func links(url: String, expected: String) {
    var notice = AlertNotice.sample()
    notice.links = [AlertLink(kind: .dashboard, url: url), AlertLink(kind: .dashboard, url: "https://second.example")]
    #expect(notice.masked.links == [AlertLink(kind: .dashboard, url: expected)])
  }

  @Test("nothing else is changed")
  func rest() {
    var notice = AlertNotice.sample(.resolved, fingerprints: ["f1", "f2"], at: "22:56", by: "li")
    notice.links = [AlertLink(kind: .runbook, url: "https://wiki.example.org/latency")]
    notice.labels = [AlertLabel(name: "severity", value: "page")]
    #expect(notice.masked == notice)
  }
}
