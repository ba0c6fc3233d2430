import CommandArguments
import IncidentCore

/// `incident note`: words for the timeline alone.
enum Note {
  static let syntax = CommandSyntax(
    "note", summary: "Put words on the timeline",
    discussion: ["A note is no update: it tells nobody anything and moves no due time."],
    operands: [.incident], options: [.message],
    examples: [
      Example("incident note -m \"Dashboard shows the pool at 100 %\"", "What was seen"),
      Example("tail -n 20 app.log | incident note -m -", "What a command printed"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    guard let message = try session.message(.required, "What is to be noted?") else {
      throw CommandFailure(session.arguments.failure(.missingOption(.message)))
    }
    try session.record(.note(message: message))
  }
}
