/// Words in the names of machines and networks.
enum MachineWords {
  /// Words that beside one digit name a machine: `db1`, `node3`.
  static let clear: Set<String> = [
    "bastion", "broker", "cache", "db", "elastic", "etcd", "firewall", "fw", "haproxy", "host", "jump", "kafka",
    "kube", "lb", "ldap", "master", "mongo", "mq", "mysql", "nas", "nfs", "nginx", "node", "pg", "pod", "postgres",
    "primary", "proxy", "queue", "rabbit", "rds", "redis", "replica", "router", "san", "secondary", "server", "shard",
    "srv", "vault", "vm", "worker",
  ]

  /// Words that do so with a hyphen or two digits, for one digit makes a version or a product of them: `api2`, `core2`.
  static let loose: Set<String> = [
    "api", "app", "core", "dc", "disk", "dns", "edge", "gateway", "gw", "ip", "mail", "mx", "smtp", "storage", "switch",
  ]

  /// Words that do so with a hyphen alone: `es6` and `ec2` are no hosts.
  static let short: Set<String> = ["ec", "es", "ns"]

  /// Words that are no English: two words for machines with one of these between them name one.
  static let strong: Set<String> = [
    "db", "etcd", "fw", "gw", "haproxy", "kafka", "kube", "lb", "ldap", "mongo", "mq", "mysql", "nas", "nfs", "nginx",
    "pg", "postgres", "rabbit", "rds", "redis", "srv", "vm",
  ]

  /// Top-level names that no public resolver answers: RFC 6762, RFC 6761, ICANN's `internal`, and what networks use.
  static let privateTops: Set<String> = [
    "internal", "intern", "intranet", "intra", "local", "localdomain", "localhost", "lan", "corp", "home", "private",
    "svc", "consul", "cluster", "priv", "prod", "stage", "staging",
  ]

  /// Labels within a public name that lead into a network.
  static let privateLabels: Set<String> = [
    "internal", "intern", "intranet", "intra", "corp", "svc", "prod", "stage", "staging", "stg", "dev", "qa", "uat",
    "vpn", "priv", "compute", "ec2", "rds", "cluster", "k8s",
  ]

  /// Words for an environment beside another word: `payments-prod`.
  static let environments: Set<String> = ["prod", "stg", "stage", "staging", "uat", "preprod"]
}
