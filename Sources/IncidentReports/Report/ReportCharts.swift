import IncidentCore

/// Charts of a report: Mermaid blocks, nil where there is nothing to draw.
extension ReportAnswer {
  /// How many incidents each period of the trend had; nil for fewer than two periods.
  var incidentsChart: String? {
    guard trend.count > 1 else { return nil }
    return MermaidText.bars(
      title: "Incidents", axis: "incidents",
      trend.map { MermaidText.Point($0.period.label, Double($0.selection.counted.count)) })
  }

  /// How the median of a measure went, without the periods that have none; nil for fewer than two.
  func chart(of measure: Measure) -> String? {
    let medians = trend.compactMap { step -> (label: String, seconds: Double)? in
      let summary = step.figures?.times.first { $0.measure == measure }?.summary
      return summary.map { (step.period.label, $0.exactMedian) }
    }
    guard medians.count > 1, let most = medians.map(\.seconds).max() else { return nil }
    // Beyond half a day minutes say nothing.
    let unit = most > 43_200 ? (name: "hours", seconds: 3_600.0) : (name: "minutes", seconds: 60.0)
    return MermaidText.line(
      title: "Median \(measure.title)", axis: unit.name,
      medians.map { MermaidText.Point($0.label, $0.seconds / unit.seconds) })
  }

  /// How much of each error budget is gone; nil where none is, or where less than a second is allowed.
  var budgetsChart: String? {
    let shares = budgets.compactMap { budget in
      budget.last.account.spentTenths.map { MermaidText.Point(budget.last.objective.service, Double($0) / 10) }
    }
    guard shares.contains(where: { $0.value > 0 }) else { return nil }
    return MermaidText.bars(title: "Error budgets", axis: "percent spent", shares)
  }

  /// What the incidents were, by severity.
  var severitiesChart: String? {
    MermaidText.pie(
      title: "Incidents by severity",
      (metrics.figures?.severities ?? []).map { MermaidText.Point($0.severity.label, Double($0.count)) })
  }
}
