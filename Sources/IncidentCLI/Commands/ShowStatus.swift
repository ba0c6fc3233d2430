import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore

/// `incident status`: what is going on.
enum ShowStatus {
  static let syntax = CommandSyntax(
    "status", aliases: ["st"], summary: "Show every active incident, a line or two each",
    examples: [
      Example("incident status", "What is going on"),
      Example("incident status --json", "The same for a program"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    var incidents: [Incident] = []
    var failures: [RecordFailure] = []
    if let store = try session.storeIfAny() {
      let loaded = try store.records(standing: [.active, .awaitingClose, .unreadable])
      incidents = loaded.records.map(\.incident)
      failures = loaded.failures
    }
    let policy = try session.config().policy
    if session.wantsJSON {
      let entries = incidents.map { StatusDocument.Entry(snapshot: $0.snapshot, head: $0.snapshotJSON) }
      session.say(json: StatusDocument.json(entries, now: session.now, policy: policy))
    } else {
      let page = StatusPage(incidents.map(\.snapshot), now: session.now, policy: policy)
      session.say(page.lines(width: session.outputStyle.columns))
    }
    for failure in failures { session.tell(failure) }
    if !failures.isEmpty { session.status = .storage }
  }
}
