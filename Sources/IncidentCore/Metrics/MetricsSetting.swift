/// What figures depend on beside the records.
public struct MetricsSetting: Sendable {
  /// The clock: what goes on is measured until then, and what is not done by then may be late.
  public let now: Timestamp
  /// What the team requires.
  public let policy: Policy
  /// The team's time zone.
  public let zone: TimeZoneRules
  /// When the team works.
  public let hours: OfficeHours

  /// All of it.
  public init(now: Timestamp, policy: Policy, zone: TimeZoneRules, hours: OfficeHours) {
    self.now = now
    self.policy = policy
    self.zone = zone
    self.hours = hours
  }
}
