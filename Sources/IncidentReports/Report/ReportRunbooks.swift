import IncidentCore
import Mustache

extension ReportContext {
  /// Which runbooks were followed, which did not help, which nothing ever used.
  var runbooks: [String: MustacheValue] {
    let counts = answer.runbooks
    return [
      "runbooks": .list(counts.used.prefix(Self.mostRunbooks).map(used)),
      "moreRunbooks": Self.number(counts.used.count - Self.mostRunbooks),
      "unhelpfulRunbooksText": Self.names(counts.unhelpful.map(\.name)),
      "unusedRunbooksText": Self.names(counts.neverUsed), "hasRunbooks": .bool(!counts.isEmpty),
      "hasUsedRunbooks": .bool(!counts.used.isEmpty),
    ]
  }

  private func used(_ runbook: RunbookCounts.Used) -> MustacheValue {
    [
      "name": .string(runbook.name), "count": MustacheValue(runbook.incidents.count),
      "helpful": Self.number(runbook.helpful), "unhelpful": Self.number(runbook.unhelpful),
      "incidentsText": .string(Self.last(runbook.incidents)),
    ]
  }

  /// The last few of some incidents, and how many were before.
  static func last(_ incidents: [IncidentID]) -> String {
    let more = incidents.count - mostIncidentsOfCause
    let names = incidents.suffix(mostIncidentsOfCause).map(\.text).joined(separator: ", ")
    return more > 0 ? "\(names) and \(more) before" : names
  }

  private static func names(_ names: [String]) -> MustacheValue {
    let more = names.count - mostRunbooks
    let text = names.prefix(mostRunbooks).joined(separator: ", ")
    return MustacheValue(text: more > 0 ? "\(text) and \(more) more" : text)
  }
}
