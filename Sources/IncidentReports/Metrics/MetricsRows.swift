import IncidentCore
import JSONTree

/// One number of some figures: what CSV has a line for.
public struct MetricsRow: Hashable, Sendable {
  /// `2026-10`, `payments`; empty for all of them.
  public let group: String
  /// `timeToResolve`, `people`.
  public let figure: String
  /// Of what or whom: `SEV1`, `payments`, `dana`; empty where the figure has one.
  public let subject: String
  /// `medianSeconds`, `n`, `count`.
  public let statistic: String
  /// The number; a time, a word or a sentence where it is none.
  public let value: String

  init(_ group: String, _ figure: String, _ subject: String, _ statistic: String, _ value: String) {
    self.group = group
    self.figure = figure
    self.subject = subject
    self.statistic = statistic
    self.value = value
  }
}

extension MetricsAnswer {
  /// Every number of every figure, those of all incidents first, then each group's; by the way that JSON has them, so
  /// that no form of the answer knows more than another. What is left out of all follows, where something is, then what
  /// is compared. An empty period has no figures, and no zero stands for them.
  public var rows: [MetricsRow] {
    var rows = Self.rows(of: figures, incidents: selection.counted.count, group: "")
    for (group, figures) in groups {
      let name = group.key ?? Self.none
      if let period = group.period {
        rows.append(MetricsRow(name, "period", "", "from", period.from.description))
        rows.append(MetricsRow(name, "period", "", "until", period.until.description))
      }
      rows += Self.rows(of: figures, incidents: group.selection.counted.count, group: name)
    }
    return rows + leftOutRows + (comparison?.rows ?? [])
  }

  private var leftOutRows: [MetricsRow] {
    let counts = [
      ("drills", selection.drills.count), ("falseAlarms", selection.falseAlarms.count),
      ("duplicates", selection.duplicates.count), ("unreadable", unreadable),
    ]
    let left = counts.filter { $0.1 > 0 }.map { MetricsRow("", "leftOut", "", $0, String($1)) }
    return left
      + selection.impossibleTimes.map {
        MetricsRow("", "impossible", $0.incident.text, $0.measure.rawValue, $0.fault.sentence)
      }
  }

  /// What a group is called whose incidents lack what it is by.
  static let none = "(none)"

  private static func rows(of figures: Figures?, incidents: Int, group: String) -> [MetricsRow] {
    let count = MetricsRow(group, "incidents", "", "count", String(incidents))
    guard let figures, let json = MetricsDocument.figures(figures).object else { return [] }
    return [count] + json.flatMap { figure in rows(of: figure.key, figure.value, group: group) }
  }

  private static func rows(of figure: String, _ value: JSON, group: String) -> [MetricsRow] {
    func row(_ subject: String, _ statistic: String, _ value: JSON) -> MetricsRow {
      MetricsRow(group, figure, subject, statistic, value.string ?? value.inlineText())
    }
    switch value {
    case .object(let members):
      let isByName = figure == "severities" || figure == "services" || figure == "severitySeconds"
      let unit = figure.hasSuffix("Seconds") ? "seconds" : "count"
      return members.map { isByName ? row($0.key, unit, $0.value) : row("", $0.key, $0.value) }
    case .array(let elements):
      return elements.flatMap { element -> [MetricsRow] in
        if let incidents = element["incidents"]?.array {
          let subject = "\(element["cause"]?.string ?? "") on \(element["service"]?.string ?? "")"
          return [row(subject, "incidents", .number(JSONNumber(incidents.count)))]
            + incidents.map { row(subject, "incident", $0) }
        }
        let name = element["name"]?.string ?? ""
        return (element.object ?? [:]).flatMap { member -> [MetricsRow] in
          if let roles = member.value.object { return roles.map { row(name, $0.key, $0.value) } }
          return member.key == "name" ? [] : [row(name, member.key, member.value)]
        }
      }
    default: return [row("", "count", value)]
    }
  }
}
