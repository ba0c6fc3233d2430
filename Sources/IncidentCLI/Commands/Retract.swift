import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore

/// `incident retract`: an event no longer counts.
enum Retract {
  static let syntax = CommandSyntax(
    "retract", summary: "Take an event back; it stays in the record, marked",
    discussion: ["Without EVENT the error lists the latest events, each with the command that retracts it."],
    operands: [EventCommand.event, .incident], options: [.message],
    examples: [
      Example("incident retract last -m \"Typed in the wrong window\"", "The event recorded last"),
      Example("incident retract x7q2m9", "A named one"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    let message = try session.message()
    let id = try session.incidentID()
    let incident = try session.store().load(id).incident
    let retracted = incident.retracted
    let command = EventCommand(name: "retract") { $0.body.isRetractable && !retracted.contains($0.id) }
    let target = try command.target(in: incident, session)
    try session.report(try session.recorded(.retract(target, message: message), on: id))
  }
}
