import IncidentCore
import IncidentExchange
import IncidentReports
import JSONTree

/// What became of a payload, told.
enum AlertAnswer {
  static func tell(_ results: [AlertResult], of payload: AlertPayload, _ session: Session) {
    for result in results {
      for warning in result.warnings { session.warn(warning) }
      if let failure = result.failure { session.tell(failure) }
    }
    guard session.wantsJSON else {
      for result in results { tell(result, session) }
      if let last = results.last(where: { !$0.events.isEmpty })?.incident { suggest(last, session) }
      return
    }
    session.say(
      json: .object([
        "source": .string(payload.source.rawValue), "payload": .string(payload.digest),
        "results": .array(results.map { json($0, session) }),
      ]))
  }

  /// A line an event; where there is none, why.
  private static func tell(_ result: AlertResult, _ session: Session) {
    guard let incident = result.incident else {
      if let reason = result.reason { session.say(StyledLine(reason)) }
      return
    }
    let head: StyledLine = "\(incident.id, .label)  "
    for event in result.events {
      let time = MomentText.short(event.at, near: session.now)
      session.say(head + "\(EventText.sentence(event, in: incident))  \(time, .muted)")
    }
    guard let reason = result.reason else { return }
    if result.events.isEmpty { session.say(head + "\(reason); nothing was recorded") } else { session.inform(reason) }
  }

  private static func suggest(_ incident: Incident, _ session: Session) {
    guard let policy = try? session.config().policy else { return }
    let next = NextStep(for: incident.snapshot, now: session.now, policy: policy, namesReference: true)
    if let next { session.suggest(next.command, next.reason) }
    session.offerRunbook(for: incident, namesReference: true)
  }

  /// With the runbook that may help, where an incident began.
  private static func json(_ result: AlertResult, _ session: Session) -> JSON {
    guard result.outcome == .declared, let incident = result.incident, var json = result.json.object,
      let match = session.runbookMatch(for: incident)
    else { return result.json }
    json["runbook"] = .object(RunbookHeadText.json(match))
    return .object(json)
  }
}
