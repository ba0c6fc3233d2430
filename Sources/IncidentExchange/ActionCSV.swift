public import IncidentCore

/// Follow-ups as a table for a spreadsheet or an importer of an issue tracker.
public enum ActionCSV {
  /// The names of the columns.
  static let header = [
    "incident", "id", "title", "kind", "owner", "due", "priority", "status", "overdue", "link",
  ]

  /// A header and one record for each follow-up; `overdue` is `yes` or empty, what is absent is empty.
  /// - Parameter today: the date in UTC.
  public static func text(_ entries: [ActionEntry], today: CivilDate) -> String {
    entries.reduce(into: CSV.line(header)) { text, entry in
      let item = entry.item
      text += CSV.line([
        entry.incident.text, item.name, item.title, item.kind?.rawValue ?? "", item.owner ?? "",
        item.due?.description ?? "", item.priority?.rawValue ?? "", item.status.rawValue,
        item.isOverdue(on: today) ? "yes" : "", item.link ?? "",
      ])
    }
  }
}
