import CommandArguments
import IncidentCore

/// `incident mitigate`: the impact is reduced.
enum Mitigate {
  static let syntax = CommandSyntax(
    "mitigate", summary: "Say that the impact is reduced; watching from here",
    operands: [.incident], options: [.message],
    examples: [
      Example("incident mitigate -m \"Read replica scaled up\"", "What was done"),
      Example("incident mitigate --at 14:15 -m \"Rolled back\"", "Earlier than it is typed"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    let id = try session.incidentID()
    let message = try session.message(.message, .askedFor, about: "What reduced the impact of \(id)?")
    try session.report(try session.recorded(.mitigate(message: message), on: id))
  }
}
