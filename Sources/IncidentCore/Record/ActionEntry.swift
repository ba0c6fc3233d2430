/// A follow-up and the incident that calls for it.
public struct ActionEntry: Hashable, Sendable {
  /// The incident.
  public let incident: IncidentID
  /// The follow-up.
  public let item: ActionItem

  /// Pairs them.
  public init(_ item: ActionItem, of incident: IncidentID) {
    self.incident = incident
    self.item = item
  }

  /// The unfinished before the finished, the first due before the later, those without a day last.
  public static func isEarlier(_ left: ActionEntry, _ right: ActionEntry) -> Bool {
    func key(_ entry: ActionEntry) -> (Int, Int, String, Int) {
      (
        entry.item.status.isUnfinished ? 0 : 1, entry.item.due?.daysSinceEpoch ?? .max, entry.incident.text,
        entry.item.number
      )
    }
    return key(left) < key(right)
  }
}
