public import IncidentCore

/// Error budgets as a table for a spreadsheet.
public enum BudgetCSV {
  /// The names of the columns.
  static let header = [
    "row", "service", "objective", "window", "from", "until", "allowedSeconds", "spentSeconds", "leftSeconds",
    "spentPercent", "isSpent", "incident", "title", "severity", "impactSeconds",
    "countedSeconds", "weight",
  ]

  /// The places of the columns from `allowedSeconds` to `spentPercent`.
  private static let numbers = 6..<10

  /// A header, and records of several kinds, told apart by the first column: the `budget`; where it is asked for, the same
  /// `whatIf` an outage came; each `incident` that hit the service; each impact that ends before it begins, which is
  /// `impossible` and left out; each piece of the window's `burn` that has begun.
  ///
  /// `countedSeconds` of an incident's `impactSeconds` were its own; of a moment that several share, the heaviest has it,
  /// of equal ones the one that began first. `weight` is the largest share of users that it hit.
  ///
  /// Times are RFC 3339, lengths whole seconds, each rounded on its own; what is absent is empty.
  public static func text(_ budgets: [Budget], whatIf: TimeSpan?) -> String {
    budgets.reduce(into: CSV.line(header)) { text, budget in
      let window = [budget.window.from.description, budget.window.until.description]
      text += line("budget", budget, window + cells(of: budget.account))
      if let whatIf { text += line("whatIf", budget, window + cells(of: budget.account.adding(whatIf))) }
      for incident in budget.incidents {
        text += line(
          "incident", budget,
          window + [
            "", String(incident.spent.seconds), "", "", "", incident.id.text, incident.title, incident.severity.label,
            String(incident.seconds), String(incident.countedSeconds), String(incident.weights.upperBound.value),
          ])
      }
      for interval in budget.impossible {
        text += line(
          "impossible", budget,
          [interval.from.description, interval.to.description, "", "", "", "", "", interval.id.text])
      }
      for piece in budget.burn {
        text += line(
          "burn", budget, [piece.from.description, piece.until.description, "", String(piece.spent.seconds)])
      }
    }
  }

  private static func cells(of account: BudgetAccount) -> [String] {
    [
      String(account.allowedSeconds), String(account.spentSeconds), String(account.leftSeconds),
      account.spentTenths.map { "\($0 / 10).\($0 % 10)" } ?? "", account.isSpent ? "yes" : "no",
    ]
  }

  private static func line(_ row: String, _ budget: Budget, _ cells: [String]) -> String {
    let all =
      [row, budget.objective.service, budget.objective.objective.description, budget.objective.window.text] + cells
    return CSV.line(all + Array(repeating: "", count: header.count - all.count), numbers: numbers)
  }
}
