import CommandArguments
import IncidentCore

/// `incident cancel`: it was none.
enum Cancel {
  static let duplicate = Option.value("duplicate-of", "INCIDENT", help: "The incident that it is a duplicate of")

  static let syntax = CommandSyntax(
    "cancel", summary: "Say that it was none: a false alarm, a duplicate",
    discussion: ["A cancelled incident counts in no metric but the number of false alarms."],
    operands: [.incident], options: [.message, duplicate],
    examples: [
      Example("incident cancel -m \"Probe was misconfigured\"", "A false alarm"),
      Example("incident cancel 9zzz --duplicate-of 7qk4", "A duplicate"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    var original: IncidentID?
    if let typed = session.arguments.value(of: duplicate) { original = try session.incidentID(named: typed) }
    let id = try session.incidentID()
    if let original {
      guard original != id else { throw .refused("\(id) cannot be a duplicate of itself") }
      _ = try session.store().load(original)
    }
    try session.report(
      try session.recorded(.cancel(message: try session.message(), duplicateOf: original), on: id))
  }
}
