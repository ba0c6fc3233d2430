import CommandArguments
import IncidentCore

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
    let id = try session.incidentID()
    let message = try session.message(.message, .askedFor, about: "What restored service in \(id)?")
    try session.report(try session.recorded(.resolve(message: message, cause: cause), on: id))
  }
}
