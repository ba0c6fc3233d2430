import CommandArguments
import IncidentCore

/// `incident ack`: the response begins.
enum Ack {
  static let syntax = CommandSyntax(
    "ack", aliases: ["acknowledge"], summary: "Acknowledge: the response begins",
    operands: [.incident], options: [.message],
    examples: [
      Example("incident ack", "The only active incident"),
      Example("incident ack 7qk4 --at 22:48 -m \"Looking at the database\"", "A named one, earlier, with words"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    let recorded = try session.recorded(.acknowledge(message: try session.message()), on: try session.incidentID())
    try session.report(recorded, offeringRunbookNamed: false)
  }
}
