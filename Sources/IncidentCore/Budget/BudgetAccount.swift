/// What an objective allows, and what of it is gone.
public struct BudgetAccount: Hashable, Sendable {
  /// Seconds for which the service may be down in the whole window, rounded down.
  public let allowedSeconds: Int
  /// For how long it was.
  public let spent: Downtime

  /// What is gone of what is allowed.
  public init(allowedSeconds: Int, spent: Downtime) {
    self.allowedSeconds = allowedSeconds
    self.spent = spent
  }

  /// In whole seconds, rounded half up.
  public var spentSeconds: Int { spent.seconds }

  /// What is left of it, so that it and ``spentSeconds`` make ``allowedSeconds``; negative where it is overspent.
  public var leftSeconds: Int { allowedSeconds - spentSeconds }

  /// What is gone, in tenths of a percent of what is allowed, rounded half up; nil where less than a second is allowed.
  public var spentTenths: Int? {
    allowedSeconds > 0 ? (20 * spent.percentSeconds + allowedSeconds) / (2 * allowedSeconds) : nil
  }

  /// Whether something was spent and nothing is left: the exact time is not below what is allowed.
  public var isSpent: Bool { spent > .none && spent.percentSeconds >= allowedSeconds * 100 }

  /// As it would be after an outage of that length that hits everybody, all of it in the window.
  public func adding(_ outage: TimeSpan) -> BudgetAccount {
    BudgetAccount(allowedSeconds: allowedSeconds, spent: spent + Downtime(seconds: outage.seconds, weight: .all))
  }
}
