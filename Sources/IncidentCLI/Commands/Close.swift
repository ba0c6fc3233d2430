import CommandArguments
import IncidentCore

/// `incident close`: all that was owed is done.
enum Close {
  static let force = Option.flag("force", help: "Close although a postmortem is owed; needs -m")

  static let syntax = CommandSyntax(
    "close", summary: "Close a resolved incident: all that was owed is done",
    discussion: [
      "Where the policy requires a postmortem it has to be published first, unless --force -m says why not."
    ],
    operands: [.incident], options: [.message, force],
    examples: [
      Example("incident close", "The one resolved incident"),
      Example("incident close 7qk4 --force -m \"Duplicate of the March postmortem\"", "Without a postmortem"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    let isForced = session.arguments.has(force)
    let message = try session.message()
    if isForced, message == nil { throw CommandFailure(session.arguments.failure(.missingOption(.message))) }
    try session.record(.close(message: message, force: isForced))
  }
}
