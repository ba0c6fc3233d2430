import IncidentCore

extension Snapshot {
  /// `SEV2 major`, `monitoring`, `DRILL`: how bad, where it stands, and whether it is real.
  var standing: [Phrase] {
    var phrases = [Phrase("\(severity.label) \(severity.word)", severity.style), Phrase(status.rawValue, status.style)]
    if kind == .drill { phrases.append(.drill) }
    return phrases
  }
}

extension Phrase {
  /// The mark of a practised incident.
  static let drill = Phrase("DRILL", .accent)
}

extension Severity {
  /// The worse, the louder.
  var style: Style {
    switch self {
    case .sev1: .alarm
    case .sev2: .warning
    case .sev3, .sev4: .plain
    }
  }
}

extension Status {
  /// What waits for somebody stands out.
  var style: Style {
    switch self {
    case .declared: .warning
    case .resolved: .ok
    case .investigating, .mitigating, .monitoring: .plain
    case .closed, .cancelled: .muted
    }
  }
}
