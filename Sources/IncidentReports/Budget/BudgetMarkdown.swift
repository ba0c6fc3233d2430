public import IncidentCore

/// Error budgets as Markdown tables, for a report, a wiki or a job's summary.
public enum BudgetMarkdown {
  /// A row each, and below it one for each incident that spent any of them. Nothing for no budgets.
  /// - Parameter whatIf: an outage that might come, for a column that says what it would leave.
  public static func text(_ budgets: [Budget], whatIf: TimeSpan?) -> String {
    guard !budgets.isEmpty else { return "" }
    var header = ["Service", "Objective", "Window", "Allowed", "Spent", "Left"]
    if let whatIf { header.append("Left after \(BudgetText.minutes(whatIf.seconds)) more") }
    var text = table(
      header,
      budgets.map { budget in
        let account = budget.account
        return [
          MarkdownEscape.inline(budget.objective.service), "\(budget.objective.objective) %", BudgetText.window(budget),
          BudgetText.minutes(account.allowedSeconds),
          with(BudgetText.spentPercent(account), BudgetText.minutes(account.spentSeconds)), left(account),
        ] + (whatIf.map { [left(account.adding($0))] } ?? [])
      })
    let rows = budgets.flatMap { budget in
      budget.incidents.map { incident in
        [
          MarkdownEscape.inline(budget.objective.service), incident.id.text, incident.severity.label,
          MarkdownEscape.inline(incident.title), BudgetText.minutes(incident.seconds), BudgetText.weight(incident),
          BudgetText.minutes(incident.spent.seconds),
        ]
      }
    }
    if !rows.isEmpty {
      text += "\n" + table(["Service", "Incident", "Severity", "Title", "Impact", "Weight", "Spent"], rows)
    }
    return text
  }

  private static func left(_ account: BudgetAccount) -> String {
    with(BudgetText.leftPercent(account), BudgetText.left(account))
  }

  private static func with(_ percent: String?, _ minutes: String) -> String {
    percent.map { "\(minutes) (\($0))" } ?? minutes
  }

  private static func table(_ header: [String], _ rows: [[String]]) -> String {
    ([header, header.map { _ in "---" }] + rows).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }
}
