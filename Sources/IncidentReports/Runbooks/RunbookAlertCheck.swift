public import IncidentCore

/// Runbooks held against the alerts that the store has.
public struct RunbookAlertCheck: Sendable {
  /// An alert that is unlike those before it, and the first incident that has it.
  public struct Seen: Hashable, Sendable {
    /// Where it came first.
    public let incident: IncidentID
    /// What it says.
    public let alert: RunbookSituation.Alert
  }

  /// One of each kind, in the order in which they were given.
  public private(set) var seen: [Seen] = []
  private var known: Set<RunbookSituation.Alert> = []

  /// No alert yet.
  public init() {}

  /// Adds the alerts of an incident.
  public mutating func add(_ incident: Incident) {
    for alert in RunbookSituation(incident).alerts.reversed() where known.insert(alert).inserted {
      seen.append(Seen(incident: incident.id, alert: alert))
    }
  }

  /// The triggers of a runbook that none of the alerts matched; nothing where there are none.
  public func unmatchedTriggers(of runbook: Runbook) -> [RunbookFinding] {
    guard !seen.isEmpty else { return [] }
    return runbook.head.written.filter { trigger in !seen.contains { trigger.matches($0.alert) } }.map { trigger in
      RunbookFinding(
        .unmatchedTrigger, line: trigger.line, column: trigger.column,
        "no alert in the store ever matched the trigger \"\(trigger.text)\"", excerpt: trigger.text,
        remedy: "compare it with the names of your alerting rules")
    }
  }

  /// The alerts that none of the runbooks is for, each name once.
  public func unmatchedAlerts(by candidates: [RunbookCandidate]) -> [(incident: IncidentID, finding: RunbookFinding)] {
    var told: Set<String> = []
    return seen.compactMap { seen in
      guard RunbookMatch.all(for: RunbookSituation(alerts: [seen.alert]), among: candidates).isEmpty else { return nil }
      let name = seen.alert.name?.nonBlank ?? "without a name"
      guard told.insert(name).inserted else { return nil }
      return (
        seen.incident,
        RunbookFinding(
          .unmatchedAlert, "no runbook is for the alert \(VisibleText.line(name)) of \(seen.incident)",
          remedy: "incident runbook new NAME begins one; name the alert in its triggers")
      )
    }
  }
}

extension RunbookHead.Trigger {
  /// Whether an alert is what it is for.
  fileprivate func matches(_ alert: RunbookSituation.Alert) -> Bool {
    switch condition {
    case .alert(let glob): alert.name.map(glob.matches) ?? false
    case .label(let label): alert.labels.contains(where: label.matches)
    }
  }
}
