import IncidentCore

extension MetricsComparison {
  /// What CSV says of a comparison: both periods under `compare`, then each measure's groups and change, with what they
  /// were reckoned from. A group without a value has `n` 0 and no median.
  var rows: [MetricsRow] {
    var rows: [MetricsRow] = []
    for (name, scope, count) in [("before", before, incidents.before), ("after", after, incidents.after)] {
      if let since = scope.since { rows.append(MetricsRow("", "compare", name, "since", since.description)) }
      if let until = scope.until { rows.append(MetricsRow("", "compare", name, "until", until.description)) }
      rows.append(MetricsRow("", "compare", name, "incidents", String(count)))
    }
    rows.append(MetricsRow("", "compare", "", "seed", String(Self.seed)))
    return rows + changes.flatMap { measure, change in Self.rows(of: measure, change) }
  }

  private static func rows(of measure: Measure, _ change: MedianChange) -> [MetricsRow] {
    var rows: [MetricsRow] = []
    func add(_ subject: String, _ statistic: String, _ value: String) {
      rows.append(MetricsRow("", measure.rawValue, subject, statistic, value))
    }
    for (name, summary) in [("before", change.before), ("after", change.after)] {
      add(name, "n", String(summary?.count ?? 0))
      if let summary { add(name, "medianSeconds", String(summary.median)) }
    }
    if let median = change.change {
      add("change", "changeSeconds", String(median.seconds))
      if let exact = MetricsDocument.exact(median) { add("change", "exactChangeSeconds", exact) }
    }
    if let evidence = change.evidence {
      add("change", "lowSeconds", String(evidence.interval.lowerBound.seconds))
      add("change", "highSeconds", String(evidence.interval.upperBound.seconds))
      add("change", "resamples", String(evidence.resamples))
      add("change", "pValue", DecimalText.share(evidence.test.pValue))
      add("change", "method", evidence.test.method.rawValue)
      add("change", "permutations", String(evidence.test.permutations))
      add("change", "isDistinguishable", String(evidence.isDistinguishable))
    }
    add("change", "isSmall", String(change.isSmall))
    add("change", "sentence", MedianChangeText.sentence(change))
    return rows
  }
}
