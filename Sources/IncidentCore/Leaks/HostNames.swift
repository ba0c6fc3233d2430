/// Names that only a company's own network knows.
struct HostNames {
  /// The one name without a digit or a mark that is always a machine's (RFC 6761).
  static let loopback = "localhost"

  let services: ServiceNames

  /// Whether a name in lower case is one: `db-01`, `grafana.internal`, `payments-7d9f8b6c5-x2x4z`, `api.prod.example.com`,
  /// and beside a service of that name `payments-07` and `payments-db`.
  func isInternal(_ name: String) -> Bool {
    let labels = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard
      labels.allSatisfy({ label in
        !label.isEmpty && label.utf8.allSatisfy { Bytes.isWord($0) || $0 == UInt8(ascii: "-") }
      })
    else { return false }
    if name == Self.loopback { return true }
    if labels.count == 1 { return isMachine(labels[0], isPublic: false) }
    // A version or a number is no host.
    guard let top = labels.last, top.utf8.allSatisfy(Bytes.isLetter), top.count > 1 else { return false }
    if MachineWords.privateTops.contains(top) { return true }
    // `dev.to` is as public as any.
    if labels.count > 2, labels.dropLast().contains(where: MachineWords.privateLabels.contains) { return true }
    return labels.dropLast().contains { isMachine($0, isPublic: true) }
  }

  /// Whether one label names a machine, a pod or an environment.
  /// - Parameter isPublic: Whether it stands in a name that anybody can look up, as `api2.example.com`.
  private func isMachine(_ label: String, isPublic: Bool) -> Bool {
    let parts = label.split { $0 == "-" || $0 == "_" }.map(String.init)
    if parts.count > 1, parts.contains(where: MachineWords.environments.contains) { return true }
    return isPod(parts) || isNumbered(label, parts, isPublic: isPublic) || isOfService(parts) || isCompound(parts)
  }

  /// Hosts end with their number: `db-01`, `web03`, `ip-10-0-0-1`.
  private func isNumbered(_ label: String, _ parts: [String], isPublic: Bool) -> Bool {
    guard let last = label.utf8.last, let end = parts.last, label.utf8.contains(where: Bytes.isDigit),
      Bytes.isDigit(last) || parts.count > 2
    else { return false }
    // `api-v2` is a version.
    if end.first == "v", end.utf8.dropFirst().allSatisfy(Bytes.isDigit) { return false }
    let words = parts.flatMap { $0.split { $0.isNumber } }.map(String.init)
    let isLong = parts.count > 1 || end.utf8.reversed().prefix(while: Bytes.isDigit).count > 1
    return words.contains { word in
      if MachineWords.clear.contains(word) { return true }
      if word == "web" { return isLong || !isPublic }
      if isPublic || !isLong { return false }
      return MachineWords.loose.contains(word) || parts.count > 1 && MachineWords.short.contains(word)
    }
  }

  /// A service's machine: `payments-07`, `checkout3`, `payments-db`.
  private func isOfService(_ parts: [String]) -> Bool {
    guard !services.names.isEmpty, let end = parts.last else { return false }
    let name = parts.joined(separator: "-")
    if services.shown.contains(name) { return false }
    let digits = end.utf8.reversed().prefix(while: Bytes.isDigit).count
    if (1...3).contains(digits) {
      let stem = String(name.dropLast(digits))
      if services.names.contains(stem.last == "-" ? String(stem.dropLast()) : stem) { return true }
    }
    return parts.contains(where: services.words.contains) && parts.contains(where: MachineWords.clear.contains)
      && parts.allSatisfy { part in
        services.words.contains(part) || MachineWords.clear.contains(part) || part.utf8.allSatisfy(Bytes.isDigit)
      }
  }

  /// `pg-primary`, `db-replica`: nothing but words for machines, one of which is nothing else.
  private func isCompound(_ parts: [String]) -> Bool {
    guard parts.count > 1, !services.shown.contains(parts.joined(separator: "-")) else { return false }
    return parts.contains(where: MachineWords.strong.contains)
      && parts.allSatisfy { part in
        let word = part.filter { !$0.isNumber }
        return MachineWords.strong.contains(word) || MachineWords.clear.contains(word)
          || MachineWords.loose.contains(word) || word == "web"
      }
  }

  /// A pod of a Kubernetes deployment: a name, the hash of its template, and five characters by chance, in the alphabet
  /// that Kubernetes draws from (`k8s.io/apimachinery/pkg/util/rand`).
  private func isPod(_ parts: [String]) -> Bool {
    guard parts.count >= 3, let suffix = parts.last, suffix.count == 5, suffix.utf8.allSatisfy(Self.isDrawn),
      case let hash = parts[parts.count - 2], (8...10).contains(hash.count)
    else { return false }
    return hash.utf8.allSatisfy(Self.isDrawn) && hash.utf8.contains(where: Bytes.isDigit)
  }

  private static func isDrawn(_ byte: UInt8) -> Bool {
    "bcdfghjklmnpqrstvwxz2456789".utf8.contains(byte)
  }
}
