public import IncidentCore

/// Incidents as a table for a spreadsheet.
public enum SnapshotCSV {
  /// The names of the columns.
  static let header =
    ["id", "title", "kind", "severity", "status", "services", "impact", "cause", "commander"]
    + Milestone.allCases.map(\.rawValue)

  /// A header and one record for each incident; times are RFC 3339, what is absent is empty.
  public static func text(_ snapshots: [Snapshot]) -> String {
    var text = CSV.line(header)
    for snapshot in snapshots { text += CSV.line(cells(of: snapshot)) }
    return text
  }

  private static func cells(of snapshot: Snapshot) -> [String] {
    [
      snapshot.id.text, snapshot.title, snapshot.kind.rawValue, snapshot.severity.label, snapshot.status.rawValue,
      snapshot.services.joined(separator: " "), snapshot.impact ?? "", snapshot.cause ?? "",
      snapshot.roles.commander ?? "",
    ] + Milestone.allCases.map { snapshot.milestones[$0]?.description ?? "" }
  }
}
