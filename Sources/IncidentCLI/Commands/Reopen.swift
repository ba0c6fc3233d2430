import CommandArguments
import IncidentCore

/// `incident reopen`: it came back.
enum Reopen {
  static let syntax = CommandSyntax(
    "reopen", summary: "Begin again: it came back, or was never over", operands: [.incident], options: [.message],
    examples: [
      Example("incident reopen -m \"Latency is up again\"", "The one resolved last, while it is the only one"),
      Example("incident reopen 7qk4 --at 03:10", "A named one, earlier than it is typed"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    try session.record(.reopen(message: try session.message()))
  }
}
