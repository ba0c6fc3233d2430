import CommandArguments
import IncidentCore
import IncidentStore

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
    let message = try session.message()
    var original: IncidentID?
    if let typed = session.arguments.value(of: duplicate) { original = try session.incidentID(named: typed) }
    let id = try session.incidentID()
    if let original {
      guard original != id else { throw .refused("\(id) cannot be a duplicate of itself") }
      let isCircular = try session.store().load(original).incident.countingEvents.contains { event in
        if case .cancelled(let body) = event.body { body.duplicateOf == id } else { false }
      }
      guard !isCircular else {
        throw .refused("\(original) was cancelled as a duplicate of \(id): one of them has to stay")
      }
    }
    try session.report(try session.recorded(.cancel(message: message, duplicateOf: original), on: id))
  }
}
