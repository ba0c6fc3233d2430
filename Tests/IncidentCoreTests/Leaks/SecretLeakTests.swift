import IncidentCore
import Testing

/// Credentials in a message for customers.
@Suite struct SecretLeakTests {
  private static let token = "ghp_" + "abcdefghijklmnopqrstuvwxyz0123456789"

  @Test("finds a credential that nobody sees to be cut in pieces, and shows only how it begins")
  func hidden() {
    for text in [Self.token, "ghp\u{200B}_" + Self.token.dropFirst(4), "gh\u{AD}p" + Self.token.dropFirst(3)] {
      let leaks = LeakCheck(people: []).leaks(in: "with \(text), sorry")
      #expect(leaks.map(\.rule) == [.secret] && leaks.map(\.text) == ["ghp_…"] && leaks.map(\.column) == [6])
    }
    #expect(LeakCheck(people: []).leaks(in: "password=hunter2").map(\.text) == ["h…"])
  }

  @Test("is allowed by all of it alone")
  func allowed() {
    func leaks(_ allowed: String, in text: String = "with \(Self.token), sorry") -> [LeakRule] {
      LeakCheck(people: [], allowed: [allowed]).leaks(in: text).map(\.rule)
    }
    for part in ["ghp_…", "ghp_", "ghp", String(Self.token.dropLast()), Self.token.uppercased(), "…", ""] {
      #expect(leaks(part) == [.secret])
    }
    #expect(leaks(Self.token) == [])
    #expect(leaks("hunter2", in: "password=hunter2, again") == [])
    #expect(leaks("h…", in: "password=hunter2") == [.secret])
  }

  @Test("what stands around a credential is found too, and what stands in it is not told")
  func around() {
    let check = LeakCheck(people: ["dana"])
    let leaks = check.leaks(in: "postgres://app:dana-10.0.0.1@db.internal:5432/shop by Dana")
    #expect(leaks.map(\.rule) == [.secret, .host, .person])
    let key = "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA\n-----END RSA PRIVATE KEY-----\nDana"
    #expect(check.leaks(in: key).map(\.rule) == [.secret, .person])
    #expect(check.leaks(in: "-----BEGIN PRIVATE KEY-----\nDana").map(\.rule) == [.secret, .person])
  }
}
