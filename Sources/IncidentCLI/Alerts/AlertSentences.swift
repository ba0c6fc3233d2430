import IncidentCore
import IncidentReports

extension AlertIdleness {
  /// A sentence without its full stop.
  func sentence(_ notice: AlertNotice, on incident: Incident?) -> String {
    let name = "\"\(notice.title)\""
    return switch self {
    case .unknown: "nothing to add to: no incident knows \(name)"
    case .nothingToResolve:
      if let incident {
        "nothing to resolve: \(incident.id), which knows \(name), is \(incident.snapshot.status.rawValue)"
      } else {
        "nothing to resolve: no incident knows \(name)"
      }
    case .overAlready: "came late: that firing of \(name) is known to be over"
    case .firesAnew: "came late: \(name) has fired again since"
    case .cancelled: "\(name) fires, and people said that this is no incident"
    case .known: "already on the timeline"
    }
  }
}

extension AlertRemark {
  /// A sentence without its full stop.
  func sentence(_ notice: AlertNotice, on incident: Incident) -> String {
    let id = incident.id
    return switch self {
    case .isWorse(let severity, let reason):
      "\(id) is \(incident.snapshot.severity.label), and the alert is \(severity.label)\(reason.because); "
        + "`incident severity \(severity.rawValue) \(id.typedText)` raises it"
    case .partlyOver:
      "\(notice.firing) of \(notice.firing + notice.resolved) \(notice.firing == 1 ? "fires" : "fire"), the rest is over"
    case .firesThoughResolved:
      "\(id) is resolved, and \"\(notice.title)\" STILL FIRES; `incident reopen \(id.typedText)` takes it up again"
    case .othersFire(let alerts):
      "\(id) stays open: \(Self.list(alerts)) still \(alerts.count == 1 ? "fires" : "fire")"
    case .mayBeResolved:
      "nothing of \(id) fires any more; `incident resolve \(id.typedText) -m TEXT` resolves it, as --auto-resolve would"
    }
  }

  /// Whether somebody should look at it, rather than know it.
  var isWarning: Bool {
    switch self {
    case .isWorse, .firesThoughResolved: true
    case .partlyOver, .othersFire, .mayBeResolved: false
    }
  }

  private static func list(_ alerts: [Alerted]) -> String {
    var names: [String] = []
    for alert in alerts where !names.contains(alert.title) { names.append(alert.title) }
    let shown = names.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ")
    return names.count > 3 ? "\(shown) and \(names.count - 3) more" : shown
  }
}

extension AlertReason {
  /// ` by its label severity "page"`; nothing where nothing says so.
  var because: String {
    switch self {
    case .label(let label): " by its label \(label.name) \"\(label.value)\""
    case .source(let word): " by its own word \"\(word)\""
    case .unsaid: ""
    }
  }
}
