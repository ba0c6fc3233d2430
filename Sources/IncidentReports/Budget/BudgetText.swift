import IncidentCore

/// Budgets in words: in minutes and seconds, so that what is spent and what is left visibly add up.
public enum BudgetText {
  /// `43 min 12 s`, `12 s`, `432 min`: nothing rounded. A negative length does not exist and reads `0 s`.
  public static func minutes(_ seconds: Int) -> String {
    let (minutes, rest) = max(0, seconds).quotientAndRemainder(dividingBy: 60)
    if minutes == 0 { return "\(rest) s" }
    return rest == 0 ? "\(minutes) min" : "\(minutes) min \(rest) s"
  }

  /// `28.9 %`.
  static func percent(tenths: Int) -> String {
    "\(DecimalText.tenths(tenths)) %"
  }

  /// `28.9 %` of what is allowed; nil where less than a second is.
  static func spentPercent(_ account: BudgetAccount) -> String? {
    account.spentTenths.map(percent(tenths:))
  }

  /// `71.1 %` of what is allowed; nil where it is overspent.
  static func leftPercent(_ account: BudgetAccount) -> String? {
    account.spentTenths.flatMap { $0 <= 1_000 ? percent(tenths: 1_000 - $0) : nil }
  }

  /// `30 min 42 s`, or `none, overspent by 3 min 5 s`.
  static func left(_ account: BudgetAccount) -> String {
    if account.leftSeconds < 0 { return "none, overspent by \(minutes(-account.leftSeconds))" }
    return account.isSpent ? "none" : minutes(account.leftSeconds)
  }

  /// `30 days`, or the month in the team's zone: `2026-10`.
  static func window(_ budget: Budget) -> String {
    switch budget.objective.window {
    case .rolling(let days): days == 1 ? "1 day" : "\(days) days"
    case .month: budget.window.month ?? "month"
    }
  }

  /// `50 %`, or `20–50 %` where it changed.
  static func weight(_ incident: BudgetIncident) -> String {
    let weights = incident.weights
    return weights.lowerBound == weights.upperBound
      ? weights.upperBound.description : "\(weights.lowerBound.value)–\(weights.upperBound)"
  }
}
