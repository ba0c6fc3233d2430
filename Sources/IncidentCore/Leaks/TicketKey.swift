/// The keys of issue trackers, and ids of incidents.
enum TicketKey {
  /// Whether a word as it stands is one: `OPS-1234`, `INC0012345`, `INC-20261120-7QK4`. What is called so in public, such
  /// as `UTF-8`, `CVE-2026-1234` or `flight LH-441`, is none.
  /// - Parameter before: The word before it, in lower case.
  static func isKey(_ word: String, after before: String) -> Bool {
    if IncidentID(word.uppercased()) != nil { return true }
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 1 { return isServiceRecord(word) }
    guard parts.count == 2, (2...10).contains(parts[0].utf8.count), (1...7).contains(parts[1].utf8.count),
      parts[0].utf8.first.map(isUpper) == true, parts[0].utf8.allSatisfy({ isUpper($0) || Bytes.isDigit($0) }),
      parts[1].utf8.allSatisfy(Bytes.isDigit)
    else { return false }
    return !publicPrefixes.contains(String(parts[0])) && !publicWords.contains(before)
  }

  /// A record of ServiceNow: a prefix and at least five digits.
  private static func isServiceRecord(_ word: String) -> Bool {
    let digits = word.utf8.reversed().prefix(while: Bytes.isDigit).count
    return digits >= 5 && ["INC", "CHG", "PRB", "RITM", "REQ", "TASK"].contains(String(word.dropLast(digits)))
  }

  private static func isUpper(_ byte: UInt8) -> Bool { 0x41...0x5A ~= byte }

  /// What standards, regions, products, airlines and errors of databases are called by.
  private static let publicPrefixes: Set<String> = [
    "A", "AES", "H1", "H2", "LTE", "Q1", "Q2", "Q3", "Q4", "ANSI", "AP", "B", "BA", "BASE", "COVID", "CVE", "CWE",
    "DDR", "DIN",
    "ECDSA", "EN", "ERR", "ES", "EU", "EUR", "FIPS", "GBP", "GMT", "GPT", "GTX", "H", "HMAC", "HTML",
    "HTTP", "HTTPS", "ICE", "IEC", "IEEE", "IP", "IPV", "ISO", "LH", "MD", "MP", "NIST", "OAUTH",
    "ORA", "PDF", "PCI", "PEP", "PKCS", "RC", "RE", "RFC", "RSA", "RTX", "SEV", "SHA", "SOC", "SP",
    "SSL", "TCP", "TLS", "UCS", "UDP", "UK", "US", "USB", "USD", "UTC", "UTF", "WCAG", "WIFI", "WPA", "X",
    "XP",
  ]

  /// What is called so behind such a word has its name from elsewhere.
  private static let publicWords: Set<String> = [
    "code", "codes", "error", "errors", "flight", "flights", "train", "trains", "model", "models", "region", "regions",
    "zone", "zones", "version", "rfc", "cve",
  ]
}
