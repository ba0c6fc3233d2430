import IncidentCore

/// The tables of figures, for terminals and for Markdown.
enum MetricsTables {
  /// One row a measure: n, median, mean, 90th percentile, least, most.
  static func times(_ figures: Figures) -> TextTable {
    TextTable(
      columns: [
        .init("TIME TO"), .init("N"), .init("MEDIAN"), .init("MEAN", dropOrder: 3), .init("P90", dropOrder: 4),
        .init("MIN", dropOrder: 1), .init("MAX", dropOrder: 2),
      ],
      rows: timeRows(figures).map { $0.map { StyledLine($0) } })
  }

  /// The cells of ``times(_:)``.
  static func timeRows(_ figures: Figures) -> [[String]] {
    figures.times.map { measure, summary in
      let seconds = [summary.median, summary.mean, summary.p90, summary.minimum, summary.maximum]
      let name = measure.title.dropFirst("time to ".count)
      return [String(name), String(summary.count)] + seconds.map { DurationText.long(seconds: $0) }
    }
  }

  /// One row a person.
  static func people(_ people: [PersonLoad]) -> TextTable {
    TextTable(
      columns: [
        .init("WHO", leastWidth: 8), .init("INCIDENTS"), .init("OUT OF HOURS"), .init("ON DUTY", dropOrder: 2),
        .init("ROLES", leastWidth: 12, dropOrder: 1),
      ],
      rows: peopleRows(people).map { $0.map { StyledLine($0) } })
  }

  /// The cells of ``people(_:)``.
  static func peopleRows(_ people: [PersonLoad]) -> [[String]] {
    people.map { load in
      [
        load.name, String(load.incidents), DurationText.long(seconds: load.secondsOutOfHours),
        DurationText.long(seconds: load.secondsOnDuty),
        load.roles.map { "\($0.role.title) \($0.incidents)" }.joined(separator: ", "),
      ]
    }
  }

  /// Each severity that an incident ended with or that people responded to: how many ended with it, and the seconds.
  static func severities(_ figures: Figures) -> [(severity: Severity, count: Int, seconds: Int?)] {
    Severity.allCases.compactMap { severity in
      let count = figures.severities.first { $0.severity == severity }?.count
      let seconds = figures.severitySeconds.first { $0.severity == severity }?.seconds
      return count == nil && seconds == nil ? nil : (severity, count ?? 0, seconds)
    }
  }

  /// The columns of ``groups(_:)``.
  static let groupHeaders = ["INCIDENTS", "DETECT", "ACKNOWLEDGE", "MITIGATE", "RESOLVE", "IN TARGET", "UPDATES"]

  /// One row a group: how many, the medians, the shares.
  static func groups(_ answer: MetricsAnswer) -> TextTable {
    let name = (answer.grouping?.rawValue ?? "").uppercased()
    let columns: [TextTable.Column] = [
      .init(name, leastWidth: 10), .init(groupHeaders[0]), .init(groupHeaders[1], dropOrder: 0),
      .init(groupHeaders[2], dropOrder: 4), .init(groupHeaders[3], dropOrder: 1), .init(groupHeaders[4]),
      .init(groupHeaders[5], dropOrder: 3), .init(groupHeaders[6], dropOrder: 2),
    ]
    return TextTable(columns: columns, rows: groupRows(answer).map { $0.map { StyledLine($0) } })
  }

  /// The cells of ``groups(_:)``; what is not known is empty.
  static func groupRows(_ answer: MetricsAnswer) -> [[String]] {
    answer.groups.map { group, figures in
      func median(_ measure: Measure) -> String {
        figures?.times.first { $0.measure == measure }.map { DurationText.long(seconds: $0.summary.median) } ?? ""
      }
      func percent(_ share: Share?) -> String { share.map { "\(DecimalText.tenths($0.permille)) %" } ?? "" }
      let count = group.selection.counted.count
      return [
        group.key ?? MetricsAnswer.none, figures == nil ? "no incidents" : String(count), median(.timeToDetect),
        median(.timeToAcknowledge), median(.timeToMitigate), median(.timeToResolve),
        percent(figures?.acknowledgedInTarget), percent(figures?.updatesOnTime),
      ]
    }
  }
}
