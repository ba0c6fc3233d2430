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
    let id = try session.incidentID()
    guard let message = try session.message(.message, .required, about: "Note on \(id)") else {
      throw CommandFailure(session.arguments.failure(.missingOption(.message)))
    }
    try session.report(try session.recorded(.note(message: message), on: id))
  }
}
