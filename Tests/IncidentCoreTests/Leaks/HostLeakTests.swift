import IncidentCore
import Testing

/// Names of machines and networks, with a team's services and without.
@Suite struct HostLeakTests {
  private let check = LeakCheck(people: [], services: ["payments", "checkout", "card-vault", "search-api", "stock-db"])

  @Test(
    "finds a host",
    arguments: [
      "db-01", "db1", "node3", "web1", "web03", "api12", "es-1", "ns-2", "app-2", "ip-10-0-3-7", "localhost",
      // A service's.
      "payments-07", "checkout-3", "payments3", "payments_2", "payments-db", "checkout-redis", "payments-db-1",
      "vault-primary", "card-vault-2",
      // Nothing but machines.
      "pg-primary", "db-replica", "redis-cache", "mysql-master", "kafka-broker", "lb-edge", "web-db",
      // Names of networks.
      "grafana.internal", "grafana.corp", "printer.lan", "kafka.svc.cluster.local", "shop.svc", "box.local",
      "api.prod.example.com", "x.corp.example.com", "db-01.eu.example.com", "node1.example.com", "web03.example.com",
      "payments-prod", "payments-7d9f8b6c5-x2x4z", "PG-Primary", "db\u{2011}01", "ｄｂ-01", "d\u{200B}b-01",
    ])
  func finds(host: String) {
    let leaks = check.leaks(in: "We restarted \(host), and all is well.")
    #expect(leaks.map(\.rule) == [.host])
  }

  @Test(
    "passes a public name",
    arguments: [
      "api2.example.com", "ns1.example.com", "status.example.com", "mx2.example.com", "www.example.com", "dev.to",
      "mail1.example.co.uk", "web1.example.com", "node.js", "es6", "es2015", "ec2", "ns1", "api2", "core2", "app1",
      "S3",
      "api-v2", "web-v3", "v2.14.3", "K8s", "OAuth2", "IPv6", "HTTP/2", "web-app", "mail-server", "api-gateway",
      "app-store", "es-ES", "web-based", "well-known", "step-3", "top-10", "level-1", "part-2", "payments-v2", "mp3",
      // Services as customers know them.
      "payments", "checkout", "search-api", "stock-db", "payments-page", "checkout-flow", "payments-2026-11",
    ])
  func passes(name: String) {
    #expect(check.leaks(in: "You can use \(name), as before.").map(\.text) == [])
  }

  @Test("what customers have another name for is an internal word, unless a name they read has it")
  func publicNames() {
    let check = LeakCheck(
      people: [], services: ["ledger", "carts"],
      publicNames: [
        "ledger": "Card payments", "Carts": "Carts", "mail": "E-mail", "pay": "Pay by card", "update": "News",
      ])
    #expect(check.leaks(in: "The ledger is slow").map(\.rule) == [.internalWord])
    #expect(check.leaks(in: "Card payments, carts, E-mail, pay by card: next update soon").map(\.text) == [])
    #expect(check.leaks(in: "Ledgers, a ledgerless book").isEmpty)
  }
}
