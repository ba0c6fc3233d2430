import IncidentCore
import IncidentReports

extension CommandFailure {
  /// An unfinished action has the title of one that was to be added, and other details.
  static func exists(_ item: ActionItem, in id: IncidentID) -> CommandFailure {
    .refused(
      "\(item.name) of \(id) has that title already, and stands otherwise in the record",
      Hint("incident action edit \(item.name) \(id.typedText) --owner NAME --due 2w", "changes what is said"),
      Hint("incident action list \(id.typedText)", "shows it"))
  }

  /// An action cannot take a step from where it is.
  static func cannot(_ item: ActionItem, become status: ActionStatus, in id: IncidentID) -> CommandFailure {
    let again = Hint("incident action start \(item.name) \(id.typedText)", "takes it up again")
    switch item.status {
    case .open, .started:
      return .refused(
        "\(item.name) of \(id) is not done yet, so that nobody can have seen it work: \(item.title)",
        Hint("incident action done \(item.name) \(id.typedText)", "says that the change is made"))
    case .done, .verified, .dropped:
      return .refused(
        "\(item.name) of \(id) is \(item.status.rawValue) and cannot become \(status.rawValue): \(item.title)", again)
    }
  }

  /// There is no action of that name, or no longer.
  static func noAction(_ name: String, in incident: Incident) -> CommandFailure {
    let names = incident.snapshot.actions.map(\.name)
    let last = names.count > 1 ? names.last.map { " to \($0)" } ?? "" : ""
    let range = names.first.map { "it has \($0)\(last)" } ?? "it has none"
    return .refused(
      "\(incident.id) has no action \(name); \(range)",
      Hint("incident action list \(incident.id.typedText) --all", "shows which there are"),
      Hint("incident action add \"TITLE\" \(incident.id.typedText)", "adds one"))
  }

  /// A day on which nothing can be due any more.
  static func due(_ date: CivilDate, isBefore moment: Timestamp) -> CommandFailure {
    .refused(
      "\(date) is over: it is \(moment.date)", Hint("--due 2w", "in two weeks"),
      Hint("--due tomorrow", "by the end of tomorrow, in UTC"))
  }
}
