/// The error budget of one service: how long its objective allows it to be down, and what spent it.
///
/// As the field has it (<https://sre.google/workbook/error-budget-policy/>), with time in which users were hit for what was
/// spent: at each moment the heaviest of the incidents that hit the service then.
public struct Budget: Hashable, Sendable {
  /// What was promised.
  public let objective: ServiceObjective
  /// Over what time.
  public let window: BudgetWindow
  /// Up to when it was reckoned, exclusive: impact that lasts counts up to here.
  public let now: Timestamp
  /// What is allowed and what is gone.
  public let account: BudgetAccount
  /// The incidents that hit the service in the window, those that spent most first; of equal ones those that began first.
  /// What they spent adds up to what is gone.
  public let incidents: [BudgetIncident]
  /// Stretches of impact that end before they begin, which count for nothing.
  public let impossible: [ImpossibleImpact]
  /// What was spent in each piece of the window that has begun.
  public let burn: [BudgetBurn]

  /// The window as far as it is over, in seconds.
  public var elapsedSeconds: Int { min(now, window.until).seconds(since: window.from) }

  /// How fast a month's budget went so far, in tenths of the even pace that would end with the month, rounded half up:
  /// the field's burn rate (<https://sre.google/workbook/alerting-on-slos/>). Nil where less than a week of the window is
  /// over, where less than a second is allowed, and for a window that rolls: what spent it leaves it again.
  public var burnRateTenths: Int? {
    guard now < window.until, elapsedSeconds >= 7 * 86_400, account.allowedSeconds > 0 else { return nil }
    let even = account.allowedSeconds * elapsedSeconds
    return (account.spent.percentSeconds * window.seconds / 5 + even) / (2 * even)
  }

  /// When nothing would be left if the rest of the month went as it went so far; nil where something would be, where
  /// nothing is left now, and where there is no ``burnRateTenths``.
  public var exhaustion: Timestamp? {
    guard burnRateTenths != nil, !account.isSpent, account.spent > .none else { return nil }
    let needed = account.allowedSeconds * 100
    let seconds = (needed * elapsedSeconds + account.spent.percentSeconds - 1) / account.spent.percentSeconds
    let moment = window.from.adding(seconds)
    return moment < window.until ? moment : nil
  }
}

/// What one incident took of a budget.
public struct BudgetIncident: Hashable, Sendable {
  /// Which one.
  public let id: IncidentID
  /// What happened, in a line.
  public let title: String
  /// How bad it was.
  public let severity: Severity
  /// When it hit the service, as far as that is in the window, in order; how hard each time.
  public let stretches: [BudgetStretch]
  /// The least and the largest share of users that was hit in the window.
  public let weights: ClosedRange<Percentage>
  /// How long it hit the service in the window, in seconds, whatever others did at the same time.
  public let seconds: Int
  /// Whether it still hits the service, so that it spends on.
  public let isLasting: Bool
  /// The moments that it was counted for, in order: those that it shares with others belong to the heaviest, or to the one
  /// that began first.
  public let counted: [BudgetStretch]

  /// How long it was counted for, in seconds; what ``seconds`` has more went to others.
  public var countedSeconds: Int { counted.reduce(0) { $0 + $1.until.seconds(since: $1.from) } }

  /// What it spent: the time that it was counted for, by its weights.
  public var spent: Downtime {
    counted.reduce(.none) { $0 + Downtime(seconds: $1.until.seconds(since: $1.from), weight: $1.weight) }
  }
}

/// A stretch of impact within a window.
public struct BudgetStretch: Hashable, Sendable {
  /// When it began, or the window did.
  public let from: Timestamp
  /// When it ended, or the window did, exclusive.
  public let until: Timestamp
  /// The share of users that was hit: what the record says, else what the policy says of the severity at the time.
  public let weight: Percentage
}

/// Impact that would end before it began.
public struct ImpossibleImpact: Hashable, Sendable {
  /// The incident that says so.
  public let id: IncidentID
  /// When it began, as the record has it.
  public let from: Timestamp
  /// When it ended, as the record has it.
  public let to: Timestamp
}

/// What was spent in one piece of a window.
public struct BudgetBurn: Hashable, Sendable {
  /// When the piece begins.
  public let from: Timestamp
  /// When it ends, exclusive, even where that is to come.
  public let until: Timestamp
  /// What was spent in it.
  public let spent: Downtime
}
