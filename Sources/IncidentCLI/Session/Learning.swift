import IncidentCore
import IncidentReports
import IncidentStore

extension Session {
  /// What an incident repeats, where it does. That the others cannot be read is no reason not to show this one.
  func recurrence(of snapshot: Snapshot) -> RecurrenceText? {
    guard let query = PrecedentQuery(snapshot), let store = try? store(),
      let precedents = try? store.precedents(query), let recurrence = Recurrence(precedents, of: snapshot)
    else { return nil }
    let unfinished = precedents.filter(\.hasUnfinished).sorted { $0.sharesCause && !$1.sharesCause }
    let read = store.loadAll(unfinished.prefix(RecurrenceText.mostToRead).map(\.id)).records
    return RecurrenceText(recurrence, earlier: read.map(\.incident.snapshot), today: now.date)
  }
}
