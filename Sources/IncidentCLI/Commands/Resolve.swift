import CommandArguments
import IncidentCore
import IncidentReports
import JSONTree

/// `incident resolve`: service is restored.
enum Resolve {
  static let syntax = CommandSyntax(
    "resolve", summary: "Say that service is restored", operands: [.incident], options: [.message, Update.cause],
    examples: [
      Example("incident resolve -m \"Pool size doubled\" --cause connection-pool", "What restored it, and the cause"),
      Example("incident resolve 7qk4 --at -10m -m \"Latency back to normal\"", "Ten minutes ago"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    let cause = try session.arguments.text(Update.cause)
    let message = try session.message(.askedFor, "What restored service?")
    let recorded = try session.recorded(.resolve(message: message, cause: cause), on: try session.incidentID())
    let recurrence = cause == nil ? nil : session.recurrence(of: recorded.incident.snapshot)
    try session.report(recorded, adding: recurrence.map { ["recurrence": $0.json] } ?? [:])
    if let recurrence, !session.wantsJSON { session.tell(recurrence.lines(width: session.errorStyle.columns)) }
  }
}
