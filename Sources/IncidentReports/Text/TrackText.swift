public import IncidentCore

/// Alerts, commands and runbooks' steps, in words for a timeline.
public enum TrackText {
  /// `Alertmanager: HighLatency fires (2 alerts)`, `… fires (2 firing, 1 over)`.
  static func alerted(_ body: Alerted) -> String {
    let name = body.name?.nonBlank ?? "the alert"
    let all = body.firing + body.resolved
    let counts =
      if body.firing > 0, body.resolved > 0 {
        " (\(body.firing) firing, \(body.resolved) over)"
      } else {
        all > 1 ? " (\(all) alerts)" : ""
      }
    return "\(body.source.title): \(name) \(body.state == .firing ? "fires" : "is over")\(counts)"
  }

  /// `ran kubectl rollout undo: exit 0 after 12 s`.
  static func ran(_ body: Ran) -> String {
    "ran \(body.command): \(outcome(of: body)) after \(DurationText.long(seconds: body.seconds))"
  }

  /// How a command ended: `exit 0`, `exit 127 (not found)`, `ended by SIGKILL`.
  public static func outcome(of body: Ran) -> String {
    if let signal = body.signal { return "ended by \(signal)" }
    switch body.status {
    case nil: return "ended"
    case 126?: return "exit 126 (cannot be executed)"
    case 127?: return "exit 127 (not found)"
    case let status?: return "exit \(status)"
    }
  }

  /// `did step 2 of high-latency: What changed in the last hour?`.
  static func stepped(_ body: RunbookStepped, in incident: Incident) -> String {
    let steps = incident.runbooks.first { $0.name == body.runbook }?.steps ?? []
    let title = steps.indices.contains(body.step - 1) ? ": \(steps[body.step - 1])" : ""
    return "\(body.outcome == .done ? "did" : "skipped") step \(body.step) of \(body.runbook)\(title)"
  }
}
