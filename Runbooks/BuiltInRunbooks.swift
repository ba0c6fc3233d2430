/// The runbooks that ship in the binary, byte for byte as they stand in their folder.
public enum BuiltInRunbooks {
  /// Every name, in alphabetical order, without the extension `.md`.
  public static let names = [
    "bad-deploy", "certificate-expiry", "connection-pool-exhaustion", "data-loss", "database-overload", "ddos",
    "dependency-outage", "disk-full", "error-spike", "full-outage", "high-latency", "kubernetes-crash-loop",
    "security-breach",
  ]

  /// The Markdown of a runbook, front matter included; nil for a name that is not in ``names``.
  public static func source(named name: String) -> String? {
    bytes(named: name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The same in UTF-8, which costs nothing to have.
  public static func bytes(named name: String) -> [UInt8]? {
    switch name {
    case "bad-deploy": PackageResources.bad_deploy_md
    case "certificate-expiry": PackageResources.certificate_expiry_md
    case "connection-pool-exhaustion": PackageResources.connection_pool_exhaustion_md
    case "data-loss": PackageResources.data_loss_md
    case "database-overload": PackageResources.database_overload_md
    case "ddos": PackageResources.ddos_md
    case "dependency-outage": PackageResources.dependency_outage_md
    case "disk-full": PackageResources.disk_full_md
    case "error-spike": PackageResources.error_spike_md
    case "full-outage": PackageResources.full_outage_md
    case "high-latency": PackageResources.high_latency_md
    case "kubernetes-crash-loop": PackageResources.kubernetes_crash_loop_md
    case "security-breach": PackageResources.security_breach_md
    default: nil
    }
  }
}
