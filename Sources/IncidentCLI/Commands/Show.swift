import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore
import JSONTree

/// `incident show`: the page an engineer wants at 03:12.
enum Show {
  static let ids = Option.flag("ids", help: "Name each event, for retract")

  static let syntax = CommandSyntax(
    "show", summary: "Show an incident: what, how bad, who, how long, what next", operands: [.incident],
    options: [ids],
    examples: [
      Example("incident show", "The only active incident"),
      Example("incident show 7qk4 --json", "The record of a named one, as stored"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    let id = try session.incidentID()
    let store = try session.store()
    let loaded = try store.load(id)
    if !loaded.incident.isWritable {
      session.warn("\(loaded.path) was written by a newer version; this one may not know all that it says")
    } else if loaded.incident.storedSnapshotDiffers {
      session.warn("the head of \(loaded.path) disagrees with its timeline, which counts; `incident check` says where")
    }
    if session.wantsJSON { return session.say(record: loaded) }
    let page = ShowPage(
      loaded.incident, now: session.now, policy: try session.config().policy,
      showsIDs: session.arguments.has(ids), namesReference: session.arguments.value(of: .incident) != nil,
      recurrence: session.recurrence(of: loaded.incident.snapshot), runbook: session.runbookMatch(for: loaded.incident))
    session.say(page.lines(width: session.outputStyle.columns))
  }
}

extension Session {
  /// A record as it is stored: the file's own bytes, or on a terminal the same document without anything it could act on.
  func say(record loaded: StoredRecord) {
    guard outputStyle.isTerminal, let json = try? JSON.parse(loaded.bytes) else {
      return environment.streams.writeOutput(loaded.bytes)
    }
    say(json: json)
  }
}
