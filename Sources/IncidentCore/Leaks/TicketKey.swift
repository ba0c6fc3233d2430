/// The keys of issue trackers, and ids of incidents.
enum TicketKey {
  /// Whether a word as it stands is one: `OPS-1234`, `INC0012345`, `INC-20261120-7QK4`. What is called so in public, such
  /// as `UTF-8` or `CVE-2026-1234`, is none.
  static func isKey(_ word: String) -> Bool {
    if IncidentID(word.uppercased()) != nil { return true }
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 1 { return isServiceRecord(word) }
    guard parts.count == 2, (2...10).contains(parts[0].utf8.count), (1...7).contains(parts[1].utf8.count),
      parts[0].utf8.first.map(isUpper) == true, parts[0].utf8.allSatisfy({ isUpper($0) || Bytes.isDigit($0) }),
      parts[1].utf8.allSatisfy(Bytes.isDigit)
    else { return false }
    return !publicPrefixes.contains(String(parts[0]))
  }

  /// A record of ServiceNow: a prefix and at least five digits.
  private static func isServiceRecord(_ word: String) -> Bool {
    let digits = word.utf8.reversed().prefix(while: Bytes.isDigit).count
    return digits >= 5 && ["INC", "CHG", "PRB", "RITM", "REQ", "TASK"].contains(String(word.dropLast(digits)))
  }

  private static func isUpper(_ byte: UInt8) -> Bool { 0x41...0x5A ~= byte }

  private static let publicPrefixes: Set<String> = [
    "AES", "ANSI", "BASE", "COVID", "CVE", "CWE", "DIN", "EN", "ES", "FIPS", "GMT", "GPT", "HMAC", "HTML", "HTTP",
    "IEC",
    "IEEE", "IPV", "ISO", "MD", "MP", "NIST", "PCI", "PEP", "PKCS", "RC", "RFC", "RSA", "SEV", "SHA", "SOC", "SP",
    "SSL",
    "TLS", "UCS", "USB", "UTC", "UTF", "WCAG", "WIFI", "WPA", "X", "XP",
  ]
}
