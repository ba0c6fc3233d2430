import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore

/// `incident retract`: an event no longer counts.
enum Retract {
  static let event = Operand.optional(
    "EVENT", help: "The end of the event's id, as show --ids has it", candidates: ["last"])

  static let syntax = CommandSyntax(
    "retract", summary: "Take an event back; it stays in the record, marked",
    discussion: ["Without EVENT the error lists the latest events, each with the command that retracts it."],
    operands: [event, .incident], options: [.message],
    examples: [
      Example("incident retract last -m \"Typed in the wrong window\"", "The event recorded last"),
      Example("incident retract x7q2m9", "A named one"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    let message = try session.message()
    let id = try session.incidentID()
    let incident = try session.store().load(id).incident
    guard let typed = session.arguments.value(of: event) else {
      var failure = CommandFailure(session.arguments.failure(.missingOperand(event)))
      failure.hints = candidates(of: incident, now: session.now)
      throw failure
    }
    let target = try eventID(typed, in: incident, session)
    try session.report(try session.recorded(.retract(target, message: message), on: id))
  }

  /// The event that the end or the beginning of an id names.
  private static func eventID(
    _ typed: String, in incident: Incident, _ session: Session
  ) throws(CommandFailure) -> EventID {
    let wanted = typed.uppercased()
    if wanted == "LAST" {
      guard let last = retractable(in: incident).max(by: { $0.id < $1.id }) else {
        throw .refused("\(incident.id) has no event that can be retracted")
      }
      return last.id
    }
    let matching = incident.events.filter {
      !wanted.isEmpty && ($0.id.text.hasSuffix(wanted) || $0.id.text.hasPrefix(wanted))
    }
    guard matching.count == 1 else {
      var failure = CommandFailure.refused(
        matching.isEmpty
          ? "no event of \(incident.id) is called \"\(typed)\""
          : "\"\(typed)\" names \(matching.count) events of \(incident.id)")
      failure.hints = candidates(of: incident, now: session.now)
      throw failure
    }
    return matching[0].id
  }

  /// The events that count and can be taken back, in timeline order.
  private static func retractable(in incident: Incident) -> [Event] {
    incident.countingEvents.filter(\.body.isRetractable)
  }

  /// The commands that retract the ten latest events.
  private static func candidates(of incident: Incident, now: Timestamp) -> [Hint] {
    retractable(in: incident).suffix(10).reversed().map { event in
      Hint(
        "incident retract \(event.id.text.suffix(6).lowercased())",
        "\(MomentText.short(event.at, near: now)) \(event.by): \(event.message ?? EventText.sentence(event, in: incident))"
      )
    }
  }
}
