/// So many of so many.
public struct Share: Hashable, Sendable {
  /// How many.
  public let count: Int
  /// Of how many, at least one.
  public let total: Int

  /// Nil of none: no data is absent, never zero.
  public init?(_ count: Int, of total: Int) {
    guard total > 0, (0...total).contains(count) else { return nil }
    (self.count, self.total) = (count, total)
  }

  /// Tenths of a percent, half rounded up: 833 for 10 of 12.
  public var permille: Int { (count * 2_000 + total) / (2 * total) }
}
