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
  /// The number.
  public let value: String
}

extension MetricsAnswer {
  /// Every number of every figure, those of all incidents first, then each group's; by the way that JSON has them, so
  /// that no form of the answer knows more than another.
  public var rows: [MetricsRow] {
    var rows = Self.rows(of: figures, incidents: selection.counted.count, group: "")
    for (group, figures) in groups {
      rows += Self.rows(of: figures, incidents: group.selection.counted.count, group: group.key ?? Self.none)
    }
    for (measure, change) in comparison?.changes ?? [] {
      guard let seconds = change.change?.seconds else { continue }
      func add(_ statistic: String, _ value: String) {
        rows.append(
          MetricsRow(group: "", figure: measure.rawValue, subject: "change", statistic: statistic, value: value))
      }
      add("changeSeconds", String(seconds))
      guard let evidence = change.evidence else { continue }
      add("lowSeconds", String(evidence.interval.lowerBound.seconds))
      add("highSeconds", String(evidence.interval.upperBound.seconds))
      add("pValue", DecimalText.share(evidence.test.pValue))
    }
    return rows
  }

  /// What a group is called whose incidents lack what it is by.
  static let none = "(none)"

  private static func rows(of figures: Figures?, incidents: Int, group: String) -> [MetricsRow] {
    let count = MetricsRow(group: group, figure: "incidents", subject: "", statistic: "count", value: String(incidents))
    guard let figures, let json = MetricsDocument.figures(figures).object else { return [count] }
    return [count] + json.flatMap { figure in rows(of: figure.key, figure.value, group: group) }
  }

  private static func rows(of figure: String, _ value: JSON, group: String) -> [MetricsRow] {
    func row(_ subject: String, _ statistic: String, _ value: JSON) -> MetricsRow {
      MetricsRow(group: group, figure: figure, subject: subject, statistic: statistic, value: value.inlineText())
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
