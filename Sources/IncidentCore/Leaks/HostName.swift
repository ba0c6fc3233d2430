/// Names that only a company's own network knows.
enum HostName {
  /// Whether a name in lower case is one: `db-01`, `grafana.internal`, `payments-7d9f8b6c5-x2x4z`, `api.prod.example.com`.
  static func isInternal(_ name: String) -> Bool {
    let labels = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard
      labels.allSatisfy({ label in
        !label.isEmpty && label.utf8.allSatisfy { Bytes.isWord($0) || $0 == UInt8(ascii: "-") }
      })
    else { return false }
    if labels == ["localhost"] { return true }
    if labels.count == 1 { return isMachine(labels[0]) }
    // A version or a number is no host.
    guard let top = labels.last, top.utf8.allSatisfy(Bytes.isLetter), top.count > 1 else { return false }
    if privateTops.contains(top) { return true }
    return labels.dropLast().contains { privateLabels.contains($0) || isMachine($0) }
  }

  /// Whether one label names a machine, a pod or an environment.
  private static func isMachine(_ label: String) -> Bool {
    let parts = label.split { $0 == "-" || $0 == "_" }.map(String.init)
    if parts.count > 1, parts.contains(where: environments.contains) { return true }
    if isPod(parts) { return true }
    guard label.utf8.contains(where: Bytes.isDigit) else { return false }
    let words = parts.flatMap { $0.split { $0.isNumber } }.map(String.init)
    // Hosts end with their number: `db-01`, `web03`, `ip-10-0-0-1`.
    guard let last = label.utf8.last, Bytes.isDigit(last) || parts.count > 2 else { return false }
    return words.contains(where: machines.contains)
  }

  /// A pod of a Kubernetes deployment: a name, the hash of its template, and five characters by chance, in the alphabet
  /// that Kubernetes draws from (`k8s.io/apimachinery/pkg/util/rand`).
  private static func isPod(_ parts: [String]) -> Bool {
    guard parts.count >= 3, let suffix = parts.last, suffix.count == 5, suffix.utf8.allSatisfy(isDrawn),
      case let hash = parts[parts.count - 2], (8...10).contains(hash.count)
    else { return false }
    return hash.utf8.allSatisfy(isDrawn) && hash.utf8.contains(where: Bytes.isDigit)
  }

  private static func isDrawn(_ byte: UInt8) -> Bool {
    "bcdfghjklmnpqrstvwxz2456789".utf8.contains(byte)
  }

  /// Top-level names that no public resolver answers: RFC 6762, RFC 6761, ICANN's `internal`, and what networks use.
  private static let privateTops: Set<String> = [
    "internal", "intern", "intranet", "intra", "local", "localdomain", "localhost", "lan", "corp", "home", "private",
    "svc", "consul", "cluster", "priv", "prod", "stage", "staging",
  ]

  private static let privateLabels: Set<String> = [
    "internal", "intern", "intranet", "intra", "corp", "svc", "prod", "stage", "staging", "stg", "dev", "qa", "uat",
    "vpn", "priv", "compute", "ec2", "rds", "cluster", "k8s",
  ]

  private static let environments: Set<String> = ["prod", "stg", "stage", "staging", "uat", "preprod"]

  private static let machines: Set<String> = [
    "app", "api", "bastion", "broker", "cache", "core", "db", "dc", "disk", "dns", "ec", "edge", "elastic", "es",
    "etcd",
    "firewall", "fw", "gateway", "gw", "haproxy", "host", "ip", "jump", "kafka", "kube", "lb", "ldap", "mail", "master",
    "mongo", "mq", "mx", "mysql", "nas", "nfs", "nginx", "node", "ns", "pg", "pod", "postgres", "primary", "proxy",
    "queue", "rabbit", "rds", "redis", "replica", "router", "san", "secondary", "server", "shard", "smtp", "srv",
    "storage", "switch", "vault", "vm", "web", "worker",
  ]
}
