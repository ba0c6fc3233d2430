import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore
import JSONTree

/// `incident status`: what is going on.
enum ShowStatus {
  static let syntax = CommandSyntax(
    "status", aliases: ["st"], summary: "Show every active incident, a line or two each",
    examples: [
      Example("incident status", "What is going on"),
      Example("incident status --json", "The same for a program"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    let (entries, failures) = try entries(session)
    let policy = try session.config().policy
    if session.wantsJSON {
      session.say(json: StatusDocument.json(entries, now: session.now, policy: policy))
    } else {
      let page = StatusPage(entries.map(\.snapshot), now: session.now, policy: policy)
      session.say(page.lines(width: session.outputStyle.columns))
    }
    for failure in failures { session.tell(failure) }
    if !failures.isEmpty { session.status = .storage }
  }
  /// What is active, read whole, and what is resolved and not closed, of which there may be thousands, by its head.
  private static func entries(
    _ session: Session
  ) throws(CommandFailure) -> ([StatusDocument.Entry], [RecordFailure]) {
    guard let store = try session.storeIfAny() else { return ([], []) }
    let heads = try store.heads(
      standing: [.active, .awaitingClose, .unreadable], keepsMembers: session.wantsJSON)
    let active = store.loadAll(heads.snapshots.filter(\.status.isActive).map(\.id))
    let resolved = heads.snapshots.filter { $0.status == .resolved }
    return (
      active.records.map { StatusDocument.Entry(snapshot: $0.incident.snapshot, head: $0.incident.snapshotJSON) }
        + resolved.map { StatusDocument.Entry(snapshot: $0, head: heads.members[$0.id] ?? [:]) },
      heads.failures + active.failures
    )
  }
}
