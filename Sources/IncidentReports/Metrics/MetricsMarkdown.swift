import IncidentCore

/// Figures as Markdown: what `metrics --format markdown` prints, and what a report holds.
public enum MetricsMarkdown {
  /// A document with every section that has something to say.
  public static func text(_ answer: MetricsAnswer) -> String {
    let count = MetricsText.incidents(answer.selection.counted.count)
    let stretch = MetricsText.stretch(answer.scope, in: answer.setting.zone)
    var parts = [
      "# Metrics", "\(count.prefix(1).uppercased())\(count.dropFirst()) \(stretch) (\(escaped(answer.zone))).",
    ]
    let left = MetricsText.leftOut(answer)
    if !left.isEmpty { parts.append("Left out: \(left.joined(separator: ", ")).") }
    let impossible = MetricsText.impossible(answer)
    if !impossible.isEmpty { parts.append(impossible.map { "- Left out: \(escaped($0))" }.joined(separator: "\n")) }
    if let figures = answer.figures { parts += sections(figures) }
    if let grouping = answer.grouping, answer.figures != nil {
      parts += [
        "## By \(grouping.rawValue)", "Detect, acknowledge, mitigate and resolve are medians.",
        table([title(grouping.rawValue)] + MetricsTables.groupHeaders.map(title), MetricsTables.groupRows(answer)),
      ]
    }
    if let comparison = answer.comparison {
      let before = MetricsText.stretch(comparison.before, in: answer.setting.zone)
      let count = MetricsText.incidents(comparison.incidents.before)
      parts += ["## Against \(count) \(before)", changes(comparison)]
    }
    return document(parts + explanations(answer))
  }

  /// Headings and tables of some figures.
  static func sections(_ figures: Figures) -> [String] {
    var parts: [String] = []
    if !figures.times.isEmpty {
      parts += [
        "## Times",
        table(["Time to", "n", "Median", "Mean", "p90", "Min", "Max"], MetricsTables.timeRows(figures)),
      ]
    }
    let facts = MetricsText.facts(figures).map { "- **\($0.label)**: \(escaped($0.text))" }
    if !facts.isEmpty { parts += ["## Shares", facts.joined(separator: "\n")] }
    let severities = MetricsTables.severities(figures)
    if !severities.isEmpty {
      parts += [
        "## Severity",
        table(
          ["Severity", "Incidents (as last)", "Time responded"],
          severities.map { severity, count, seconds in
            [severity.label, String(count), seconds.map { DurationText.long(seconds: $0) } ?? ""]
          }),
      ]
    }
    if !figures.services.isEmpty {
      parts += [
        "## Services", table(["Service", "Incidents"], figures.services.map { [$0.service, String($0.count)] }),
      ]
    }
    if !figures.repeats.isEmpty {
      parts += [
        "## Repeated causes",
        table(
          ["Cause", "Service", "Times", "Incidents"],
          figures.repeats.map { cause in
            [
              cause.cause, cause.service, String(cause.incidents.count),
              cause.incidents.map(\.text).joined(separator: ", "),
            ]
          }),
      ]
    }
    if !figures.people.isEmpty {
      parts += [
        "## Load on people",
        table(["Who", "Incidents", "Out of hours", "On duty", "Roles"], MetricsTables.peopleRows(figures.people)),
      ]
    }
    return parts
  }

  /// A sentence for each measure, and how it was come by.
  static func changes(_ comparison: MetricsComparison) -> String {
    let lines = comparison.changes.map { "- **\($0.measure.title)**: \(escaped(MedianChangeText.sentence($0.change)))" }
    return lines.joined(separator: "\n")
      + "\n\nBootstrap interval and permutation test of the medians, seed \(MetricsComparison.seed)."
  }

  private static func explanations(_ answer: MetricsAnswer) -> [String] {
    guard answer.isExplained else { return [] }
    return Figure.allCases.flatMap { figure -> [String] in
      let observations = figure.observations(in: answer.selection, answer.setting)
      let rows = observations.all.map { "- \(escaped(MetricsText.phrases($0).map(\.text).joined(separator: "  ")))" }
      let left = observations.leftOut.map { "- \($0.incident.text)  left out: \(escaped($0.reason))" }
      let parts = ["## How \(figure.title) is measured", escaped(figure.formula)]
      return rows.isEmpty && left.isEmpty ? parts : parts + [(rows + left).joined(separator: "\n")]
    }
  }

  /// A table whose cells hold texts from records.
  static func table(_ header: [String], _ rows: [[String]]) -> String {
    let lines = [header, header.map { _ in "---" }] + rows.map { $0.map(escaped) }
    return lines.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }

  /// `In target` of `IN TARGET`.
  private static func title(_ header: String) -> String {
    header.prefix(1).uppercased() + header.dropFirst().lowercased()
  }

  private static func escaped(_ text: String) -> String { MarkdownEscape.inline(text) }

  private static func document(_ parts: [String]) -> String { parts.joined(separator: "\n\n") + "\n" }
}
