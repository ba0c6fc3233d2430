public import IncidentCore

/// What checks rest on beside the files.
public struct CheckSettings: Sendable {
  /// The checks to make.
  public let checks: Set<CheckName>
  /// What the team requires.
  public let policy: Policy
  /// What the clock says.
  public let now: Timestamp
  /// The known word that another was most likely meant to be; nil where none is near.
  public let nearestWord: @Sendable (_ word: String, _ known: [String]) -> String?

  /// How far an event may be ahead of the clock, in seconds: two machines' clocks are hardly ever alike, and five minutes
  /// is what Kerberos allows them (<https://www.rfc-editor.org/rfc/rfc4120#section-8.2>).
  public static let clockSkew = 300

  /// Some checks, or all of them.
  public init(
    checks: Set<CheckName> = Set(CheckName.allCases), policy: Policy, now: Timestamp,
    nearestWord: @escaping @Sendable (_ word: String, _ known: [String]) -> String? = { _, _ in nil }
  ) {
    self.checks = checks
    self.policy = policy
    self.now = now
    self.nearestWord = nearestWord
  }
}
