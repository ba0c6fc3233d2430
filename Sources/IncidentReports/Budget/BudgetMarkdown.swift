public import IncidentCore

/// Error budgets as Markdown tables, for a report, a wiki or a job's summary.
public enum BudgetMarkdown {
  /// A row each, and below it one for each incident that hit the services, with what of its impact no
  /// heavier or earlier one had. Nothing for no budgets.
  /// - Parameter whatIf: an outage that might come, for a column that says what it would leave.
  public static func text(_ budgets: [Budget], whatIf: TimeSpan?) -> String {
    guard !budgets.isEmpty else { return "" }
    var header = ["Service", "Objective", "Window", "Allowed", "Spent", "Left"]
    if let whatIf { header.append("Left after \(BudgetText.minutes(whatIf.seconds)) more") }
    let totals = budgets.map { budget in
      let account = budget.account
      return [
        budget.objective.service, "\(budget.objective.objective) %", BudgetText.window(budget),
        BudgetText.minutes(account.allowedSeconds),
        with(BudgetText.spentPercent(account), BudgetText.minutes(account.spentSeconds)), left(account),
      ] + (whatIf.map { [left(account.adding($0))] } ?? [])
    }
    let rows = budgets.flatMap { budget in
      budget.incidents.map { incident in
        [
          budget.objective.service, incident.id.text, incident.severity.label, incident.title,
          BudgetText.minutes(incident.seconds), BudgetText.minutes(incident.countedSeconds),
          BudgetText.weight(incident),
          BudgetText.minutes(incident.spent.seconds),
        ]
      }
    }
    let impossible = budgets.flatMap { budget in
      budget.impossible.map { [budget.objective.service, $0.id.text, $0.from.description, $0.to.description] }
    }
    var parts = [MetricsMarkdown.table(header, totals)]
    if !rows.isEmpty {
      parts.append(
        MetricsMarkdown.table(
          ["Service", "Incident", "Severity", "Title", "Impact", "Counted", "Weight", "Spent"], rows))
    }
    if !impossible.isEmpty {
      parts.append("Left out, since it ends before it begins:")
      parts.append(MetricsMarkdown.table(["Service", "Incident", "From", "To"], impossible))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func left(_ account: BudgetAccount) -> String {
    with(BudgetText.leftPercent(account), BudgetText.left(account))
  }

  private static func with(_ percent: String?, _ minutes: String) -> String {
    percent.map { "\(minutes) (\($0))" } ?? minutes
  }
}
