/// Addresses that mean something only within a network.
enum NetworkAddress {
  /// Whether a dotted quad, with a prefix length or without, lies in 10/8, 172.16/12, 192.168/16 (RFC 1918), 100.64/10
  /// (RFC 6598), 127/8 (RFC 1122) or 169.254/16 (RFC 3927).
  static func isPrivateIPv4(_ text: String) -> Bool {
    let fields = text.split(separator: ".", omittingEmptySubsequences: false)
    guard fields.count == 4 else { return false }
    var octets: [Int] = []
    for field in fields {
      guard (1...3).contains(field.utf8.count), field.utf8.allSatisfy(Bytes.isDigit), let octet = Int(field),
        octet < 256
      else { return false }
      octets.append(octet)
    }
    switch (octets[0], octets[1]) {
    case (10, _), (127, _), (172, 16...31), (192, 168), (100, 64...127), (169, 254): return true
    default: return false
    }
  }

  /// Whether an address in lower case is `::1` (RFC 4291), of fc00::/7 (RFC 4193) or of fe80::/10 (RFC 4291).
  static func isPrivateIPv6(_ text: String) -> Bool {
    let address = text.split(separator: "%").first ?? ""
    let fields = address.split(separator: ":", omittingEmptySubsequences: false)
    guard (3...8).contains(fields.count),
      fields.allSatisfy({ $0.utf8.count <= 4 && $0.allSatisfy(\.isHexDigit) })
    else { return false }
    if address == "::1" { return true }
    guard fields[0].utf8.count == 4, address.contains("::") || fields.count == 8 else { return false }
    return ["fc", "fd"].contains(fields[0].prefix(2)) || ["fe8", "fe9", "fea", "feb"].contains(fields[0].prefix(3))
  }
}
