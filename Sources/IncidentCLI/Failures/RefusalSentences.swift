import CommandArguments
import IncidentCore
import IncidentReports

extension CommandFailure {
  /// Why the incident says no, and what to type instead.
  init(_ refusal: Refusal, of incident: Incident) {
    let id = incident.id
    let short = id.typedText
    switch refusal {
    case .wrongStatus(let verb, let status, let backfilled):
      let then = backfilled ? "was \(status.rawValue) at that time" : "is \(status.rawValue)"
      self = .refused("\(id) \(then): \(Self.explanation(of: verb, in: status))")
      hints = Self.ways(out: status, verb: verb, short)
    case .statusHasCommand(let status):
      self = .refused("an update does not set the status to \(status.rawValue)")
      hints = Self.command(for: status, short).map { [$0] } ?? []
    case .postmortemOwed(let status, let severity):
      self = .refused(
        "\(severity.label) requires a published postmortem before \(id) is closed; its state: \(PostmortemText.standing(status))"
      )
      hints = [
        Hint(
          status == nil ? "incident postmortem \(short)" : "incident postmortem publish \(short)",
          status == nil ? "begins it" : "publishes it"),
        Hint("incident close \(short) --force -m REASON", "closes without, and says why"),
      ]
    case .actionExists(let item): self = .exists(item, in: id)
    case .wrongActionStep(let item, let status): self = .cannot(item, become: status, in: id)
    default:
      self.init(refusal)
    }
  }

  /// Why something cannot be recorded, whatever the incident.
  init(_ refusal: Refusal) {
    switch refusal {
    case .inTheFuture(let moment, let now):
      self = .refused("\(MomentText.full(moment)) has not come yet; it is \(MomentText.full(now)) now")
      hints = [Hint("--at -15m", "fifteen minutes ago"), Hint("--at 22:47", "a time of day, in UTC")]
    case .inThePast(let moment, let now):
      self = .refused(
        "the next update has to come after this one, of \(MomentText.full(now)): it cannot be due \(MomentText.full(moment))"
      )
      status = .usage
      hints = [Hint("--next 15m", "in fifteen minutes")]
    case .impossibleOrder(let conflict, let earlier, let later):
      self = .refused(
        "\(conflict.later.rawValue) at \(MomentText.full(later)) cannot come before \(conflict.earlier.rawValue) at "
          + MomentText.full(earlier))
      hints = [Hint("incident show", "has every milestone")]
    case .newerSchema(let schema):
      self = .storage(
        "the record has schema \(schema), written by a newer version of incident; this one knows schema "
          + "\(Incident.currentSchema) and does not rewrite it")
      hints = [Hint("incident --version", "says which version this is")]
    case .noSuchEvent(let id):
      self = .refused("there is no event \(id)")
      hints = [Hint("incident show --ids", "names every event")]
    case .cannotRetract(let type):
      self = .refused("an event of type \(type) cannot be retracted")
      hints = [Hint("incident cancel -m REASON", "ends an incident that is none")]
    case .eventIsNeeded(let status):
      self = .refused("the incident is \(status.rawValue), which rests on that event")
      hints = [Hint("incident reopen", "first")]
    case .noSuchAction:
      self = .refused("there is no such action any more")
      hints = [Hint("incident action list --all", "shows which there are")]
    case .dueBefore(let date, let moment): self = .due(date, isBefore: moment)
    case .runbookNotStarted(let name):
      self = .refused("nobody started the runbook \(name) in this incident")
      hints = [Hint("incident runbook start \(shellQuoted(name))", "starts it")]
    case .noSuchStep(let step, let count, let name):
      self = .refused("\(name) has \(count) \(count == 1 ? "step" : "steps"): there is no step \(step)")
      hints = [Hint("incident runbook show \(shellQuoted(name))", "shows them")]
    case .nothingToSay:
      self = .refused("the text is empty: nothing was recorded")
    case .wrongStatus, .statusHasCommand, .postmortemOwed, .actionExists, .wrongActionStep:
      self = .refused("the incident does not allow that now")
    }
  }

  private static func explanation(of verb: Verb, in status: Status) -> String {
    switch verb {
    case .acknowledge: "there is nothing left to acknowledge"
    case .update: status.isActive ? "it takes no such update" : "no status, estimate or due time can be set"
    case .severity: "its severity stays"
    case .assign, .release: "its roles stay"
    case .mitigate: "there is no impact left to mitigate"
    case .resolve: "it cannot be resolved"
    case .reopen: "there is nothing to reopen"
    case .cancel: "it cannot be cancelled"
    case .close: status.isActive ? "it has to be resolved first" : "it cannot be closed"
    }
  }

  private static func ways(out status: Status, verb: Verb, _ short: String) -> [Hint] {
    switch status {
    case .declared, .investigating, .mitigating, .monitoring:
      verb == .close
        ? [Hint("incident resolve \(short) -m TEXT", "says what restored service")]
        : [Hint("incident show \(short)", "says where it stands")]
    case .resolved:
      [
        Hint("incident reopen \(short) -m WHY", "if it came back"),
        Hint("incident note \(short) -m TEXT", "adds words to the timeline"),
        Hint("--at TIME", "back-fills what happened before it was resolved"),
      ]
    case .closed, .cancelled:
      [
        Hint("incident reopen \(short) -m WHY", "begins again"),
        Hint("incident note \(short) -m TEXT", "adds words to the timeline"),
      ]
    }
  }

  private static func command(for status: Status, _ short: String) -> Hint? {
    switch status {
    case .declared: nil
    case .resolved: Hint("incident resolve \(short) -m TEXT", "says what restored service")
    case .closed: Hint("incident close \(short)", "once all that is owed is done")
    case .cancelled: Hint("incident cancel \(short) -m WHY", "for a false alarm or a duplicate")
    case .investigating, .mitigating, .monitoring: nil
    }
  }
}
