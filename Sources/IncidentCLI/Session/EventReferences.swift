import CommandArguments
import IncidentCore
import IncidentReports

/// A command about one event of an incident, and which events it can be about.
struct EventCommand {
  /// The command's name, for the commands that are offered.
  let name: String
  /// Whether an event can be meant.
  let applies: (Event) -> Bool

  /// The operand.
  static let event = Operand.optional(
    "EVENT", help: "The end of the event's id, as show --ids has it", candidates: ["last"])

  /// The event that was typed: the end or the beginning of an id, or `last`.
  func target(in incident: Incident, _ session: Session) throws(CommandFailure) -> EventID {
    guard let typed = session.arguments.value(of: Self.event) else {
      var failure = CommandFailure(session.arguments.failure(.missingOperand(Self.event)))
      failure.hints = candidates(in: incident, now: session.now)
      throw failure
    }
    let wanted = typed.uppercased()
    if wanted == "LAST" {
      guard let last = incident.events.filter(applies).max(by: { $0.id < $1.id }) else {
        throw .refused("\(incident.id) has no event to \(name)")
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
      failure.hints = candidates(in: incident, now: session.now)
      throw failure
    }
    return matching[0].id
  }

  /// The commands for the ten latest events.
  private func candidates(in incident: Incident, now: Timestamp) -> [Hint] {
    incident.events.filter(applies).suffix(10).reversed().map { event in
      Hint(
        "incident \(name) \(event.id.text.suffix(6).lowercased())",
        "\(MomentText.short(event.at, near: now)) \(event.by): \(event.message ?? EventText.sentence(event, in: incident))"
      )
    }
  }
}
